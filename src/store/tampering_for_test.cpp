#include "store/tampering_for_test.h"

#include <deque>
#include <fstream>
#include <stdexcept>

namespace banshi::tampering {

namespace {

// Statements made here live as long as the program: a store keeps them prepared by their address.
Sql kept(std::string text) {
    static std::deque<std::string> all;
    Sql sql("");
    sql.text = all.emplace_back(std::move(text));
    return sql;
}

// The names of one table's columns, each told how.
template <class Tell>
std::string listed(std::vector<Column> const& columns, std::string const& table, Tell const& tell) {
    std::string text;
    for (auto const& column : columns)
        if (column.table == table) text += (text.empty() ? "" : ", ") + tell(column);
    return text;
}

std::string another(Column const& column) {
    return column.is_number ? column.name + " + 1000" : column.name + " || '9'";
}

}  // namespace

std::vector<Column> all_columns(Transaction& tx) {
    static Sql const of_sqlite =
        "SELECT m.name, c.name, CASE WHEN c.type = 'TEXT' THEN 0 ELSE 1 END, EXISTS (SELECT 1 "
        "FROM pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i WHERE l.\"unique\" = 1 "
        "AND i.name = c.name AND i.seqno = (SELECT MAX(seqno) FROM pragma_index_info(l.name))) "
        "FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' "
        "AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
    static Sql const of_postgres =
        "SELECT t.relname, a.attname, CASE WHEN a.atttypid = 'text'::regtype THEN 0 ELSE 1 END, "
        "CASE WHEN EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisunique "
        "AND i.indkey[i.indnatts - 1] = a.attnum) THEN 1 ELSE 0 END FROM pg_class t "
        "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped "
        "WHERE t.relkind = 'r' AND t.relnamespace = to_regnamespace('public') "
        "ORDER BY t.relname, a.attnum";
    return tx.all<Column>(tx.backend() == Backend::sqlite ? of_sqlite : of_postgres);
}

std::vector<Forgery> forgeries_of(std::vector<Column> const& columns, Backend backend) {
    std::string const place = backend == Backend::sqlite ? "rowid" : "ctid";
    std::vector<Forgery> all;
    std::string last;
    for (auto const& column : columns) {
        auto const& [table, name, is_number, is_last_of_key] = column;
        auto const at = [&](char const* which) {
            return " WHERE " + place + " = (SELECT " + which + "(" + place + ") FROM " + table +
                   ")";
        };
        if (table != last) {
            for (auto const* which : {"MIN", "MAX"})
                all.push_back({table + " deleted", "DELETE FROM " + table + at(which)});
            all.push_back({table + " forged",
                           "INSERT INTO " + table + " (" +
                               listed(columns, table, [](auto const& each) { return each.name; }) +
                               ") SELECT " +
                               listed(columns, table,
                                      [](auto const& each) {
                                          return each.is_last_of_key ? another(each) : each.name;
                                      }) +
                               " FROM " + table + at("MIN")});
            last = table;
        }
        if (name == "district") continue;
        auto const update = "UPDATE " + table + " SET " + name + " = ";
        auto const more =
            is_number ? "COALESCE(" + name + ", 0) + 1" : "COALESCE(" + name + ", '') || 'x'";
        for (auto const* which : {"MIN", "MAX"})
            all.push_back({table + "." + name, update + more + at(which)});
        // A value that somebody else has: a word that is known.
        all.push_back({table + "." + name, update + "(SELECT MAX(o." + name + ") FROM " + table +
                                               " o)" + at("MIN") + " AND " + name +
                                               " <> (SELECT MAX(o." + name + ") FROM " + table +
                                               " o)"});
        all.push_back({table + "." + name, update + "NULL WHERE " + place + " = (SELECT MIN(" +
                                               place + ") FROM " + table + " WHERE " + name +
                                               " IS NOT NULL)"});
    }
    return all;
}

void drop_guards(Transaction& tx) {
    if (tx.backend() == Backend::postgres)
        return tx.run("SET LOCAL session_replication_role = replica");
    for (auto const& name : tx.all<std::string>("SELECT name FROM sqlite_master "
                                                "WHERE type = 'trigger'"))
        tx.run(kept("DROP TRIGGER " + name));
}

std::int64_t commit(Transaction& tx, Forgery const& forgery) {
    return tx.changed(kept(forgery.sql));
}

bool is_empty(Transaction& tx, std::string const& table) {
    return !tx.one<std::int64_t>(kept("SELECT 1 FROM " + table + " LIMIT 1"));
}

static bool stands_for(std::string const& of, std::string const& what) {
    return of.ends_with('*') ? what.starts_with(of.substr(0, of.size() - 1)) : of == what;
}

Reasons::Reasons(std::string const& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("no reasons at " + path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        auto const end = line.find("  ");
        if (line.find_first_not_of(' ', end) == line.npos)
            throw std::runtime_error("no reason: " + line);
        reasons_.push_back({line.substr(0, end), false});
    }
}

bool Reasons::excuse(std::string const& what) {
    bool excused = false;
    for (auto& [of, needed] : reasons_)
        if (stands_for(of, what)) excused = needed = true;
    return excused;
}

std::vector<std::string> Reasons::unneeded(std::string const& begins) const {
    std::vector<std::string> idle;
    for (auto const& [of, needed] : reasons_)
        if (!needed && of.starts_with(begins)) idle.push_back(of);
    return idle;
}

}  // namespace banshi::tampering
