#include "store/pipeline.h"

#include <soci/postgresql/soci-postgresql.h>

#include <optional>

namespace banshi {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// What the server answers to so many fits its buffers, so that neither side waits for the other.
constexpr int most_on_the_way = 256;

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

}  // namespace

std::string const& Pipeline::prepared(Sql sql) {
    auto const known = names_.find(sql.text.data());
    if (known != names_.end()) return known->second;
    wait();
    // Kept once the server has it: a name that came to nothing may be taken again.
    auto const name = "sent_" + std::to_string(names_.size());
    auto* const connection = connection_of(sql_);
    Answer const answer(PQprepare(connection, name.c_str(), numbered(sql.text).c_str(), 0, nullptr),
                        PQclear);
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) throw fault_of(connection, answer.get());
    return names_.emplace(sql.text.data(), name).first->second;
}

void Pipeline::send(Sql sql, std::span<cells::In const> in) {
    if (sent_ == most_on_the_way) wait();
    auto const& name = prepared(sql);
    std::vector<std::string> texts;
    std::vector<char const*> values;
    texts.reserve(in.size());
    for (auto const& cell : in) {
        texts.push_back(cell.kind == cells::Kind::whole ? std::to_string(cell.whole)
                                                        : std::string(cell.text));
        values.push_back(cell.null ? nullptr : texts.back().c_str());
    }
    auto* const connection = connection_of(sql_);
    if ((sent_ == 0 && !PQenterPipelineMode(connection)) ||
        !PQsendQueryPrepared(connection, name.c_str(), static_cast<int>(values.size()),
                             values.data(), nullptr, nullptr, 0))
        throw fault_of(connection, nullptr);
    ++sent_;
}

void Pipeline::wait() {
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

void Pipeline::give_up() noexcept try { wait(); } catch (soci::soci_error const&) {
    sent_ = 0;
}

}  // namespace banshi
