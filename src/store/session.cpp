#include "store/session.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include "base/check.h"

namespace banshi {

namespace {

// A bound place: SOCI keeps its address, so values are copied in and out of it.
struct Place {
    cells::Out cell;
    soci::indicator state = soci::i_ok;
};

// "a = ? AND b = ?" in SOCI's words: "a = :v1 AND b = :v2".
std::string named(std::string_view sql) {
    std::string out;
    int at = 0;
    for (char const c : sql) c == '?' ? out += ":v" + std::to_string(++at) : out += c;
    return out;
}

}  // namespace

struct Session::Prepared {
    explicit Prepared(soci::session& sql) : statement(sql) {}
    soci::statement statement;
    std::vector<Place> in, out;
    std::vector<cells::Out> row;
};

void Session::PreparedDeleter::operator()(Prepared* prepared) const { delete prepared; }

Session::Session(soci::backend_factory const& factory, std::string const& connect, Backend backend)
    : sql_(factory, connect), backend_(backend) {}

// SOCI's SQLite runs the first statement of a text and forgets the others.
static void run_all(sqlite_api::sqlite3* connection, std::string const& text) {
    auto const status =
        sqlite_api::sqlite3_exec(connection, text.c_str(), nullptr, nullptr, nullptr);
    if (status != SQLITE_OK) throw soci::soci_error(sqlite_api::sqlite3_errmsg(connection));
}

void Session::script(std::string const& text) {
    if (backend_ == Backend::postgres) {
        wait();
        sql_ << text;
        return;
    }
    run_all(static_cast<soci::sqlite3_session_backend*>(sql_.get_backend())->conn_, text);
}

Session::Prepared& Session::prepared(Sql sql, std::span<cells::In const> in,
                                     std::vector<cells::Kind> (*columns)()) {
    auto& kept = kept_[sql.text.data()];
    if (kept) return *kept;
    std::unique_ptr<Prepared, PreparedDeleter> fresh(new Prepared(sql_));
    for (auto const& value : in) fresh->in.push_back({{value.kind}});
    if (columns)
        for (auto const kind : columns()) fresh->out.push_back({{kind}});
    fresh->row.resize(fresh->out.size());

    auto& statement = fresh->statement;
    statement.alloc();
    statement.prepare(named(sql.text));
    for (auto& [cell, state] : fresh->in)
        cell.kind == cells::Kind::whole ? statement.exchange(soci::use(cell.whole, state))
                                        : statement.exchange(soci::use(cell.text, state));
    for (auto& [cell, state] : fresh->out)
        cell.kind == cells::Kind::whole ? statement.exchange(soci::into(cell.whole, state))
                                        : statement.exchange(soci::into(cell.text, state));
    statement.define_and_bind();
    kept = std::move(fresh);
    return *kept;
}

std::int64_t Session::execute(Sql sql, std::span<cells::In const> in,
                              std::vector<cells::Kind> (*columns)(),
                              std::function<void(std::span<cells::Out const>)> const& on_row) {
    wait();
    auto& prepared = this->prepared(sql, in, columns);
    CHECK(prepared.in.size() == in.size());
    for (std::size_t at = 0; at < in.size(); ++at) {
        auto& [cell, state] = prepared.in[at];
        CHECK(cell.kind == in[at].kind);
        state = in[at].null ? soci::i_null : soci::i_ok;
        cell.whole = in[at].whole;
        cell.text.assign(in[at].text);
    }
    if (prepared.out.empty()) {
        prepared.statement.execute(true);
        return prepared.statement.get_affected_rows();
    }
    // Fetched to the end, so that no half-read statement holds a snapshot open.
    prepared.statement.execute(false);
    std::int64_t rows = 0;
    for (; prepared.statement.fetch(); ++rows) {
        for (std::size_t at = 0; at < prepared.out.size(); ++at) {
            auto& [cell, state] = prepared.out[at];
            cell.null = state == soci::i_null;
            prepared.row[at] = cell;
        }
        on_row(prepared.row);
    }
    return rows;
}

void Session::send(Sql sql, std::span<cells::In const> in) {
    if (backend_ == Backend::postgres) return pipeline_.send(sql, in);
    execute(sql, in, nullptr, nullptr);
}

void Session::roll_back() {
    pipeline_.give_up();
    run("ROLLBACK");
}

}  // namespace banshi
