#include "store/pipeline.h"

#include <soci/postgresql/soci-postgresql.h>

#include <algorithm>
#include <bit>

namespace banshi {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// What the server answers to so many fits its buffers, so that neither side waits for the other.
constexpr int most_on_the_way = 256;
constexpr std::size_t most_rows = 32;  // in one statement; a power of two
constexpr std::string_view row_begins = " VALUES (";

PGconn* connection_of(soci::session& sql) {
    return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_;
}

soci::postgresql_soci_error fault_of(PGconn* connection, PGresult const* answer) {
    auto const* const state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    return {answer ? PQresultErrorMessage(answer) : PQerrorMessage(connection),
            state ? state : "     "};
}

// "a = ? AND b = ?" in PostgreSQL's words: "a = $1 AND b = $2".
std::string numbered(std::string_view sql) {
    std::string out;
    int at = 0;
    for (char const c : sql) c == '?' ? out += "$" + std::to_string(++at) : out += c;
    return out;
}

// "INSERT ... VALUES (?, ?, 0)" and nothing after it: where its row begins.
std::optional<std::size_t> row_of(std::string_view sql) {
    auto const at = sql.find(row_begins);
    if (at == sql.npos || !sql.starts_with("INSERT ")) return std::nullopt;
    auto const end = sql.find_first_not_of("?, 0123456789", at + row_begins.size());
    return end == sql.size() - 1 && sql[end] == ')' ? std::optional{at + row_begins.size() - 1}
                                                    : std::nullopt;
}

std::string with_rows(std::string_view sql, std::size_t rows) {
    std::string out(sql);
    for (; rows > 1; --rows) (out += ", ") += sql.substr(*row_of(sql));
    return out;
}

}  // namespace

std::string const& Pipeline::prepared(Sql sql, std::size_t rows) {
    std::pair const key{sql.text.data(), rows};
    auto const known = names_.find(key);
    if (known != names_.end()) return known->second;
    settle();
    // Kept once the server has it: a name that came to nothing may be taken again.
    auto const name = "sent_" + std::to_string(names_.size());
    auto* const connection = connection_of(sql_);
    auto const text = numbered(with_rows(sql.text, rows));
    Answer const answer(PQprepare(connection, name.c_str(), text.c_str(), 0, nullptr), PQclear);
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) throw fault_of(connection, answer.get());
    return names_.emplace(key, name).first->second;
}

void Pipeline::send(Sql sql, std::span<cells::In const> in) {
    Values values;
    values.reserve(in.size());
    for (auto const& cell : in)
        if (cell.null)
            values.emplace_back();
        else
            values.emplace_back(cell.kind == cells::Kind::whole ? std::to_string(cell.whole)
                                                                : std::string(cell.text));
    if (row_of(sql.text)) return hold(sql, std::move(values));
    send_held();
    send_now(sql, 1, values);
}

void Pipeline::hold(Sql sql, Values row) {
    auto const same = [&](Rows const& rows) { return rows.sql.text.data() == sql.text.data(); };
    auto found = std::ranges::find_if(held_, same);
    if (found == held_.end()) found = held_.insert(held_.end(), Rows{sql, 0, {}});
    std::ranges::move(row, std::back_inserter(found->values));
    if (++found->count == most_rows) send_rows(*found);
}

void Pipeline::send_held() {
    for (auto& rows : held_) send_rows(rows);
    held_.clear();
}

// In statements of 32, 16, 8 ... rows, so that each INSERT is prepared a few times at most.
void Pipeline::send_rows(Rows& rows) {
    std::span const values(rows.values);
    for (std::size_t at = 0, left = rows.count; left > 0;) {
        auto const some = std::bit_floor(std::min(left, most_rows));
        auto const width = values.size() / rows.count * some;
        send_now(rows.sql, some, values.subspan(at, width));
        at += width;
        left -= some;
    }
    rows.count = 0;
    rows.values.clear();
}

void Pipeline::send_now(Sql sql, std::size_t rows, std::span<Values::value_type const> values) {
    if (sent_ == most_on_the_way) settle();
    auto const& name = prepared(sql, rows);
    std::vector<char const*> texts;
    texts.reserve(values.size());
    for (auto const& value : values) texts.push_back(value ? value->c_str() : nullptr);
    auto* const connection = connection_of(sql_);
    if ((sent_ == 0 && !PQenterPipelineMode(connection)) ||
        !PQsendQueryPrepared(connection, name.c_str(), static_cast<int>(texts.size()), texts.data(),
                             nullptr, nullptr, 0))
        throw fault_of(connection, nullptr);
    ++sent_;
}

void Pipeline::wait() {
    send_held();
    settle();
}

void Pipeline::settle() {
    if (sent_ == 0) return;
    auto* const connection = connection_of(sql_);
    std::optional<soci::postgresql_soci_error> first;
    if (!PQpipelineSync(connection)) throw fault_of(connection, nullptr);
    // An empty answer ends each statement; the last one says that all have come.
    for (bool last = false; !last;) {
        Answer const answer(PQgetResult(connection), PQclear);
        if (!answer && PQstatus(connection) == CONNECTION_BAD) throw fault_of(connection, nullptr);
        if (!answer) continue;
        auto const status = PQresultStatus(answer.get());
        last = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_FATAL_ERROR && !first)
            first.emplace(fault_of(connection, answer.get()));
    }
    sent_ = 0;
    if (!PQexitPipelineMode(connection)) throw fault_of(connection, nullptr);
    if (first) throw *first;
}

void Pipeline::give_up() noexcept try {
    held_.clear();
    settle();
} catch (soci::soci_error const&) { sent_ = 0; }

}  // namespace banshi
