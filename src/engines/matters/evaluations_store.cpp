#include "engines/matters/evaluation_rows.h"
#include "engines/people/keys.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

constexpr Words select{
    "SELECT matter, round, reporter, asked_at, expires_at, answered_at, solved, rating, reason, "
    "channel, recorded_by FROM matter_evaluations "};

}  // namespace

void insert(Call& call, Evaluation const& e, std::string const& book, std::string const& token) {
    call.tx.run(
        "INSERT INTO matter_evaluations (district, matter, round, reporter, book, unit, counted, "
        "token_hash, asked_at, expires_at, answered_at, solved, rating, reason, channel, "
        "recorded_by) VALUES (?, ?, ?, ?, ?, '', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), e.matter, e.round, e.reporter, book, people::token_hash(token),
        e.asked_at, e.expires_at, e.answered_at, e.solved, e.rating, e.reason, e.channel,
        e.recorded_by);
}

std::optional<Evaluation> find_evaluation(Call& call, std::string const& token) {
    return call.tx.one<Evaluation>(join<select, "WHERE district = ? AND token_hash = ?">,
                                   call.district.name(), people::token_hash(token));
}

std::vector<Evaluation> evaluations_of(Call& call, MatterId const& id) {
    return call.tx.all<Evaluation>(
        join<select, "WHERE district = ? AND matter = ? ORDER BY round, reporter">,
        call.district.name(), id);
}

std::optional<CountedAnswer> counted_answer(Call& call, MatterId const& id) {
    return call.tx.one<CountedAnswer>(
        "SELECT unit, rating, solved FROM matter_evaluations WHERE district = ? AND matter = ? "
        "AND counted = 1",
        call.district.name(), id);
}

void answer(Call& call, Evaluation const& e, OrgId const& unit, bool counted) {
    call.tx.run(
        "UPDATE matter_evaluations SET answered_at = ?, solved = ?, rating = ?, reason = ?, "
        "channel = ?, recorded_by = ?, unit = ?, counted = ? "
        "WHERE district = ? AND matter = ? AND round = ? AND reporter = ?",
        e.answered_at, e.solved, e.rating, e.reason, e.channel, e.recorded_by, unit, counted,
        call.district.name(), e.matter, e.round, e.reporter);
}

}  // namespace banshi::matters::rows
