#include "store/reseal.h"

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <map>

#include "store/copy.h"

namespace banshi {

namespace {

constexpr int a_batch = 500;

using Values = std::vector<std::string>;

struct TableShape {
    std::string name;
    Values key, texts;

    // A part of the key beside a value that was read as text.
    std::string hole(std::size_t at) const {
        bool const is_text = std::ranges::find(texts, key[at]) != texts.end();
        return is_text ? fmt::format(":k{}", at) : fmt::format("CAST(:k{} AS BIGINT)", at);
    }
};

soci::session open_session(std::string const& url) {
    if (backend_of(url) == Backend::postgres) return {soci::postgresql, url};
    return {soci::sqlite3, "dbname=\"" + url.substr(sqlite_scheme.size()) + "\" timeout=10"};
}

Values column_of(soci::session& session, std::string const& sql) {
    Values values;
    soci::rowset<std::string> const rows = (session.prepare << sql);
    for (auto const& value : rows) values.push_back(value);
    return values;
}

// Every key begins with the district, and all of it is text or a number.
TableShape shape_of(soci::session& session, Backend backend, std::string const& table) {
    bool const lite = backend == Backend::sqlite;
    auto const key = lite ? fmt::format(
                                "SELECT name FROM pragma_table_info('{}') WHERE pk > 0 "
                                "ORDER BY pk",
                                table)
                          : fmt::format(
                                "SELECT a.attname::text FROM pg_index i JOIN pg_attribute a "
                                "ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) "
                                "WHERE i.indrelid = '{}'::regclass AND i.indisprimary "
                                "ORDER BY array_position(i.indkey::int2[], a.attnum)",
                                table);
    auto const texts = lite ? fmt::format(
                                  "SELECT name FROM pragma_table_info('{}') "
                                  "WHERE type = 'TEXT'",
                                  table)
                            : fmt::format(
                                  "SELECT column_name::text FROM information_schema.columns "
                                  "WHERE table_schema = current_schema() AND table_name = '{}' "
                                  "AND data_type = 'text'",
                                  table);
    return {table, column_of(session, key), column_of(session, texts)};
}

std::vector<TableShape> shapes_of(soci::session& session, Backend backend) {
    auto const* const names = backend == Backend::sqlite
                                  ? "SELECT name FROM sqlite_master WHERE type = 'table' "
                                    "AND name NOT LIKE 'sqlite_%' ORDER BY name"
                                  : "SELECT tablename::text FROM pg_tables "
                                    "WHERE schemaname = current_schema() ORDER BY tablename";
    std::vector<TableShape> shapes;
    for (auto const& table : column_of(session, names)) {
        auto shape = shape_of(session, backend, table);
        if (!shape.key.empty() && !shape.texts.empty()) shapes.push_back(std::move(shape));
    }
    return shapes;
}

// One list for each length: a comparison for each beginning takes SQLite a second to prepare.
std::string begins(std::string const& column, Values const& beginnings) {
    std::map<std::size_t, std::string> lists;
    for (auto const& each : beginnings) {
        auto& list = lists[each.size()];
        list += fmt::format("{}'{}'", list.empty() ? "" : ", ", each);
    }
    std::string all;
    for (auto const& [size, list] : lists)
        all += fmt::format("{}substr({}, 1, {}) IN ({})", all.empty() ? "" : " OR ", column, size,
                           list);
    return all;
}

struct Found {
    Values key;
    std::string text;
};

// The next texts of the column in the order of the key, after this key.
std::vector<Found> look_up(soci::session& session, TableShape const& shape,
                           std::string const& column, Values const& beginnings,
                           Values const& after) {
    std::string read, order, holes;
    for (std::size_t at = 0; at < shape.key.size(); ++at) {
        auto const* const comma = at == 0 ? "" : ", ";
        read += fmt::format("{}CAST({} AS TEXT)", comma, shape.key[at]);
        order += comma + shape.key[at];
        holes += comma + shape.hole(at);
    }
    auto const beyond = after.empty() ? "" : fmt::format(" AND ({}) > ({})", order, holes);
    soci::statement query(session);
    for (auto const& value : after) query.exchange(soci::use(value));
    soci::row row;
    query.exchange(soci::into(row));
    query.alloc();
    query.prepare(fmt::format("SELECT {}, {} FROM {} WHERE ({}){} ORDER BY {} LIMIT {}", read,
                              column, shape.name, begins(column, beginnings), beyond, order,
                              a_batch));
    query.define_and_bind();
    query.execute();
    std::vector<Found> all;
    while (query.fetch()) {
        Found found;
        for (std::size_t at = 0; at < shape.key.size(); ++at)
            found.key.push_back(row.get<std::string>(at));
        found.text = row.get<std::string>(shape.key.size());
        all.push_back(std::move(found));
    }
    return all;
}

void put(soci::session& session, TableShape const& shape, std::string const& column,
         Found const& found, std::string const& anew) {
    auto sql =
        fmt::format("UPDATE {} SET {} = :anew WHERE {} = :before", shape.name, column, column);
    for (std::size_t at = 0; at < shape.key.size(); ++at)
        sql += fmt::format(" AND {} = {}", shape.key[at], shape.hole(at));
    soci::statement update(session);
    update.exchange(soci::use(anew));
    update.exchange(soci::use(found.text));
    for (auto const& value : found.key) update.exchange(soci::use(value));
    update.alloc();
    update.prepare(sql);
    update.define_and_bind();
    update.execute(true);
}

std::int64_t reseal_column(soci::session& session, TableShape const& shape,
                           std::string const& column, Reseal const& what) {
    std::int64_t rewritten = 0;
    for (Values after;;) {
        soci::transaction batch(session);
        auto const all = look_up(session, shape, column, what.beginnings, after);
        for (auto const& found : all)
            if (auto const anew = what.rewrite(found.text)) {
                put(session, shape, column, found, *anew);
                ++rewritten;
            }
        batch.commit();
        if (all.empty()) return rewritten;
        after = all.back().key;
    }
}

bool column_holds(soci::session& session, TableShape const& shape, std::string const& column,
                  Values const& beginnings, std::function<bool(std::string const&)> const& fits) {
    for (Values after;;) {
        auto const all = look_up(session, shape, column, beginnings, after);
        if (all.empty()) return false;
        for (auto const& found : all)
            if (fits(found.text)) return true;
        after = all.back().key;
    }
}

}  // namespace

bool holds_text(std::string const& url, std::vector<std::string> const& beginnings,
                std::function<bool(std::string const&)> const& fits) {
    auto const backend = backend_of(url);
    auto session = open_session(url);
    for (auto const& shape : shapes_of(session, backend))
        for (auto const& column : shape.texts)
            if (column_holds(session, shape, column, beginnings, fits)) return true;
    return false;
}

std::int64_t reseal(std::string const& url, Reseal const& what) {
    auto const backend = backend_of(url);
    auto session = open_session(url);
    std::int64_t all = 0;
    for (auto const& shape : shapes_of(session, backend)) {
        std::int64_t of_table = 0;
        for (auto const& column : shape.texts)
            of_table += reseal_column(session, shape, column, what);
        if (of_table > 0) what.progress(shape.name, of_table);
        all += of_table;
    }
    return all;
}

}  // namespace banshi
