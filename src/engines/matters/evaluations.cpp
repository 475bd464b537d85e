#include "engines/matters/evaluations.h"

#include <algorithm>

#include "engines/matters/counts.h"
#include "engines/matters/evaluation_rows.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/telling.h"
#include "engines/matters/texts.h"
#include "engines/notices/notices.h"
#include "engines/people/keys.h"

namespace banshi::matters {

namespace {

constexpr std::size_t token_bytes = 16;  // 128 bits
constexpr int highest_level = 3;

// Where next year's calendar is missing, days are days: nobody loses the question for that.
Instant asked_from(Call& call, int working_days) {
    auto const today = call.district.zone().day_of(call.now);
    try {
        return call.district.zone().midnight(call.district.calendar().after(today, working_days));
    } catch (std::runtime_error const&) {
        return call.district.zone().midnight(today + std::chrono::days(working_days));
    }
}

Refusal expired(Call& call, Evaluation const& e) {
    return {Why::too_late,
            "evaluation.expired",
            e.matter.text,
            "",
            {{"until", written(call.district.zone().day_of(e.expires_at))}}};
}

void ask(Call& call, Matter const& matter, Reporter const& reporter, Instant from, Instant until) {
    auto const token = people::fresh_token(call.random, token_bytes);
    Evaluation asked{};
    asked.matter = matter.id;
    asked.round = matter.round;
    asked.reporter = reporter.serial;
    asked.asked_at = call.now;
    asked.expires_at = until;
    rows::insert(call, asked, matter.book, token);
    if (!takes_messages(reporter)) return;
    notices::queue(call, {.text = "matter.evaluate",
                          .phone = reporter.phone,
                          .facts = {{"number", matter.number},
                                    {"page", call.district.address() + "/judge#" + token},
                                    {"until", written(call.district.zone().day_of(until))}},
                          .language = reporter.language == "en" ? Language::en : Language::zh,
                          .about = "matter/" + matter.id.text,
                          .number = matter.number,
                          .not_before = from,
                          .until = until});
}

// The latest link of this reporter.
std::optional<Evaluation> latest(std::vector<Evaluation> const& all, int reporter) {
    std::optional<Evaluation> found;
    for (auto const& each : all)
        if (each.reporter == reporter) found = each;
    return found;
}

int unsolved_before(std::vector<Evaluation> const& all, int round) {
    int rounds = 0, last = 0;
    for (auto const& each : all)
        if (each.round < round && each.round != last && each.solved == false)
            ++rounds, last = each.round;
    return rounds;
}

// What an answer adds to the figures.
std::vector<Counted> counted(Matter const& matter, Rating rating, bool solved) {
    auto rated = matters::counted(matter).value();
    rated.level = 0;
    auto resolved = rated;
    rated.what = What::rated;
    rated.detail = boost::describe::enum_to_string(rating, "");
    resolved.what = What::resolved;
    resolved.detail = solved ? "yes" : "no";
    return {rated, resolved};
}

// The first answer of the first round speaks for the matter in all figures.
void count_answer(Call& call, Matter const& matter, std::vector<Evaluation> const& all,
                  Evaluation const& given) {
    bool const first = given.round == 1 && std::ranges::none_of(all, [](Evaluation const& each) {
                           return each.round == 1 && each.answered_at;
                       });
    rows::answer(call, given, matter.unit, first);
    if (!first) return;
    for (auto const& thing : counted(matter, *given.rating, *given.solved))
        count(call, std::nullopt, thing);
}

// The first "not solved" opens the matter again; the second brings it before the leader; after
// that only the office opens it: no endless loop.
Result<void> act_upon(Call& call, Matter& matter, std::vector<Evaluation> const& all,
                      Evaluation const& given) {
    bool const stands = matter.state == State::cleared && given.round == matter.round;
    if (*given.solved || !stands || !rules_of(call, matter).reopens) return {};
    auto const before = unsolved_before(all, given.round);
    if (before == 0) return reopen(call, matter, given.reason);
    if (before > 1 || matter.level >= highest_level) return {};
    TRY(raise_level(call, matter, highest_level, Cause::bad_evaluation, given.reason, {}));
    step(call, matter, Verb::raise, matter.state, {given.reason, {{"level", highest_level}}});
    return {};
}

}  // namespace

void ask_evaluations(Call& call, Matter const& matter) {
    auto const& rules = rules_of(call, matter);
    auto const from = asked_from(call, rules.ask_after_days);
    auto const until = from + std::chrono::days(rules.evaluation_days);
    auto const asked = rows::evaluations_of(call, matter.id);
    for (auto const& reporter : rows::reporters_of(call, matter.id)) {
        bool const once = std::ranges::none_of(asked, [&](Evaluation const& each) {
            return each.round == matter.round && each.reporter == reporter.serial;
        });
        if (once) ask(call, matter, reporter, from, until);
    }
}

Result<Evaluation> find_evaluation(Call& call, std::string const& token) {
    auto found = rows::find_evaluation(call, token);
    if (!found) return Refusal{Why::not_found, "evaluation.not_found"};
    if (call.now >= found->expires_at) return expired(call, *found);
    return std::move(*found);
}

Result<Evaluation> evaluate(Call& call, Matter& matter, int reporter, Judgement const& judgement) {
    auto const all = rows::evaluations_of(call, matter.id);
    auto found = latest(all, reporter);
    if (!found) return Refusal{Why::not_found, "evaluation.not_found", matter.id.text};
    if (found->answered_at) return std::move(*found);
    if (call.now >= found->expires_at) return expired(call, *found);
    if (!judgement.solved) TRY(need(judgement.reason, "evaluation.reason", "reason"));

    auto given = std::move(*found);
    given.answered_at = call.now;
    given.solved = judgement.solved;
    given.rating = judgement.rating;
    given.reason = PublicWords(call, matter).of(judgement.reason);
    given.channel = judgement.channel;
    if (call.actor.kind == Actor::Kind::staff) given.recorded_by = call.actor.id();
    count_answer(call, matter, all, given);
    step(call, matter, Verb::evaluate, matter.state,
         {given.reason,
          {{"solved", judgement.solved},
           {"rating", boost::describe::enum_to_string(judgement.rating, "")},
           {"channel", given.channel}},
          false});
    TRY(act_upon(call, matter, all, given));
    return given;
}

std::vector<Evaluation> evaluations_of(Call& call, MatterId const& id) {
    return rows::evaluations_of(call, id);
}

void recount_answer(Call& call, Matter const& before, Matter const& after) {
    auto const given = rows::counted_answer(call, after.id);
    if (!given) return;
    auto was = before, is = after;
    was.unit = is.unit = given->unit;
    auto const old_things = counted(was, given->rating, given->solved);
    auto const new_things = counted(is, given->rating, given->solved);
    for (std::size_t at = 0; at < old_things.size(); ++at)
        count(call, old_things[at], new_things[at]);
}

void take_over_ratings(Call& call, Matter const& matter, std::vector<Rating> const& ratings,
                       Instant at) {
    std::vector<Evaluation> all;
    for (auto const rating : ratings) {
        Evaluation given{};
        given.matter = matter.id;
        given.round = 1;
        given.reporter = static_cast<int>(all.size()) + 1;
        given.asked_at = given.expires_at = at;
        given.answered_at = at;
        given.solved = is_content(rating);
        given.rating = rating;
        given.channel = "import";
        rows::insert(call, given, matter.book, people::fresh_token(call.random, token_bytes));
        count_answer(call, matter, all, given);
        all.push_back(std::move(given));
    }
}

void give_back_ratings(Call& call, Matter const& matter) {
    auto const all = rows::evaluations_of(call, matter.id);
    if (all.empty()) return;
    auto const& first = all.front();
    for (auto const& thing : counted(matter, *first.rating, *first.solved))
        count(call, thing, std::nullopt);
    rows::answer(call, all.front(), matter.unit, false);
}

}  // namespace banshi::matters
