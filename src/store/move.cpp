#include "store/move.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <memory>

#include "store/copy.h"
#include "store/migrate.h"
#include "store/postgres_address.h"

namespace banshi {

namespace {

constexpr std::size_t batch_size = 1 << 20;

// Reads a table of SQLite row by row, each value as its text.
class Reading {
public:
    Reading(Session& session, std::string const& sql) {
        auto* connection =
            static_cast<soci::sqlite3_session_backend*>(session.soci().get_backend())->conn_;
        sqlite_api::sqlite3_stmt* made = nullptr;
        sqlite_api::sqlite3_prepare_v2(connection, sql.c_str(), -1, &made, nullptr);
        statement_.reset(made);
        if (!made) throw std::runtime_error(sqlite_api::sqlite3_errmsg(connection));
    }

    bool next() {
        auto const status = sqlite_api::sqlite3_step(statement_.get());
        if (status != SQLITE_ROW && status != SQLITE_DONE)
            throw std::runtime_error(sqlite_api::sqlite3_errstr(status));
        return status == SQLITE_ROW;
    }

    int columns() const { return sqlite_api::sqlite3_column_count(statement_.get()); }

    std::optional<std::string_view> at(int column) const {
        auto const* text = sqlite_api::sqlite3_column_text(statement_.get(), column);
        if (!text) return std::nullopt;
        auto const size = sqlite_api::sqlite3_column_bytes(statement_.get(), column);
        return std::string_view(reinterpret_cast<char const*>(text), std::size_t(size));
    }

private:
    struct Finalize {
        void operator()(sqlite_api::sqlite3_stmt* made) const {
            sqlite_api::sqlite3_finalize(made);
        }
    };
    std::unique_ptr<sqlite_api::sqlite3_stmt, Finalize> statement_;
};

// The text form of COPY: a line a row.
void put_value(std::string& line, std::optional<std::string_view> value) {
    if (!value) {
        line += "\\N";
        return;
    }
    static constexpr std::string_view special = "\\\t\n\r", written = "\\tnr";
    for (char const letter : *value) {
        auto const at = special.find(letter);
        if (at == std::string_view::npos)
            line += letter;
        else
            line += {'\\', written[at]};
    }
}

// Fills a table of PostgreSQL.
class Filling {
public:
    Filling(Session& session, std::string const& copy)
        : connection_(
              static_cast<soci::postgresql_session_backend*>(session.soci().get_backend())->conn_) {
        expect(PQexec(connection_, copy.c_str()), PGRES_COPY_IN);
    }

    void put(std::string const& lines) {
        if (PQputCopyData(connection_, lines.data(), static_cast<int>(lines.size())) != 1) fail();
    }

    void end() {
        if (PQputCopyEnd(connection_, nullptr) != 1) fail();
        expect(PQgetResult(connection_), PGRES_COMMAND_OK);
        while (auto* rest = PQgetResult(connection_)) PQclear(rest);
    }

private:
    [[noreturn]] void fail() const { throw std::runtime_error(PQerrorMessage(connection_)); }

    void expect(PGresult* result, ExecStatusType status) const {
        bool const well = PQresultStatus(result) == status;
        PQclear(result);
        if (!well) fail();
    }

    PGconn* connection_;
};

std::int64_t count_rows(Session& session, std::string const& table) {
    long long rows = 0;
    session.soci() << fmt::format("SELECT COUNT(*) FROM {}", table), soci::into(rows);
    return rows;
}

std::vector<std::string> tables_of(Session& source) {
    SessionTransaction tx(source);
    // Each database keeps its own list of what was done to it.
    return tx.all<std::string>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name <> 'migrations' ORDER BY name");
}

struct Columns {
    std::string written, read;
};

// Both were made by the same migrations, so a column that only one of them has is an error that
// the copying itself meets.
Columns columns_of(Session& source, std::string const& table, MoveRules const& rules) {
    SessionTransaction tx(source);
    Columns columns;
    for (auto const& name : tx.all<std::string>("SELECT name FROM pragma_table_info(?)", table)) {
        auto const other = rules.columns.find(table + "." + name);
        columns.written += (columns.written.empty() ? "" : ", ") + name;
        columns.read += (columns.read.empty() ? "" : ", ") +
                        (other == rules.columns.end() ? name : other->second);
    }
    return columns;
}

MovedTable move_table(Session& source, Session& target, std::string const& table,
                      MoveRules const& rules, MoveProgress const& progress) {
    auto const rows = count_rows(source, table);
    auto const columns = columns_of(source, table, rules);
    Reading reading(source, fmt::format("SELECT {} FROM {}", columns.read, table));
    Filling filling(target, fmt::format("COPY {} ({}) FROM STDIN", table, columns.written));
    std::string lines;
    std::int64_t written = 0;
    progress(table, written, rows);
    while (reading.next()) {
        for (int at = 0; at < reading.columns(); ++at) {
            if (at > 0) lines += '\t';
            put_value(lines, reading.at(at));
        }
        lines += '\n';
        ++written;
        if (lines.size() < batch_size) continue;
        filling.put(lines);
        lines.clear();
        progress(table, written, rows);
    }
    filling.put(lines);
    filling.end();
    progress(table, written, rows);
    auto const arrived = count_rows(target, table);
    if (written != rows || arrived != rows)
        throw std::runtime_error(fmt::format("{}: {} of {} rows arrived", table, arrived, rows));
    return {table, rows};
}

void refuse_unless_empty(Session& target) {
    SessionTransaction tx(target);
    auto const tables = tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()");
    if (*tables > 0) throw NotEmpty(fmt::format("{} tables", *tables));
}

}  // namespace

std::vector<MovedTable> move_database(std::string const& sqlite_url, std::string const& postgres,
                                      MoveRules const& rules, MoveProgress const& progress) {
    auto const file = sqlite_url.substr(sqlite_scheme.size());
    Session source(soci::sqlite3, "dbname=\"" + file + "\" timeout=10", Backend::sqlite);
    Session target(soci::postgresql, lasting_address(postgres), Backend::postgres);
    target.script("SET client_min_messages = warning");
    target.script("SET client_encoding = 'UTF8'");
    target.run("BEGIN");
    refuse_unless_empty(target);
    migrate(source);
    migrate_within(target);
    source.run("BEGIN IMMEDIATE");
    std::vector<MovedTable> moved;
    for (auto const& table : tables_of(source))
        moved.push_back(move_table(source, target, table, rules, progress));
    SessionTransaction filled(target);
    if (rules.finish) rules.finish(filled);
    target.script("ANALYZE");
    target.run("COMMIT");
    source.run("ROLLBACK");
    return moved;
}

}  // namespace banshi
