#include "engines/matters/step.h"
#include "engines/matters/telling.h"
#include "engines/matters/texts.h"

namespace banshi::matters {

Result<void> comment(Call& call, Matter& matter, std::string const& words, std::string const& by) {
    TRY(way(call, matter, Verb::comment));
    TRY(need(words, "comment.missing", "words"));
    step(call, matter, Verb::comment, matter.state,
         {PublicWords(call, matter).of(words), {{"by", by}}, false});
    return {};
}

Result<void> note_progress(Call& call, Matter& matter, std::string const& words) {
    TRY(way(call, matter, Verb::progress));
    TRY(need(words, "comment.missing", "words"));
    step(call, matter, Verb::progress, matter.state, {.why = words});
    return {};
}

Result<void> regrade(Call& call, Matter& matter, std::string const& grade, std::string const& why) {
    TRY(way(call, matter, Verb::regrade));
    TRY(need(why, "matter.reason_missing", "why"));
    if (!book(call.district, matter.book).has_grade(grade))
        return Refusal{Why::invalid, "matter.grade", grade, "grade"};
    json::object facts{{"from", matter.grade}, {"to", grade}};
    matter.grade = grade;
    relimit_clocks(call, matter);
    step(call, matter, Verb::regrade, matter.state, {why, std::move(facts)});
    return {};
}

Result<void> set_leader(Call& call, Matter& matter, std::string const& leader,
                        std::string const& why) {
    TRY(way(call, matter, Verb::lead));
    TRY(need(leader, "matter.leader_missing", "leader"));
    json::object facts{{"from", matter.leader}, {"to", leader}};
    matter.leader = leader;
    step(call, matter, Verb::lead, matter.state, {why, std::move(facts)});
    return {};
}

Result<void> set_previous(Call& call, Matter& matter, Matter const& earlier,
                          std::string const& why) {
    TRY(way(call, matter, Verb::visit));
    TRY(need(why, "matter.reason_missing", "why"));
    matter.previous = earlier.id;
    step(call, matter, Verb::visit, matter.state, {why, {{"previous", earlier.number}}});
    return {};
}

Result<LevelRow> raise(Call& call, Matter& matter, int level, std::string const& why,
                       std::optional<Day> new_last_day) {
    TRY(way(call, matter, Verb::raise));
    TRY(need(why, "matter.reason_missing", "why"));
    auto const raised = TRY(raise_level(call, matter, level, Cause::ordered, why, new_last_day));
    step(call, matter, Verb::raise, matter.state, {why, {{"level", level}}});
    return raised;
}

Result<void> answer_order(Call& call, Matter& matter, int clock, int level,
                          std::string const& answer) {
    TRY(way(call, matter, Verb::answer_level));
    TRY(need(answer, "comment.missing", "words"));
    TRY(answer_level(call, matter, clock, level, answer));
    step(call, matter, Verb::answer_level, matter.state,
         {answer, {{"clock", clock}, {"level", level}}});
    return {};
}

Result<void> annul_order(Call& call, Matter& matter, int clock, int level, std::string const& why) {
    TRY(way(call, matter, Verb::annul_level));
    TRY(need(why, "matter.reason_missing", "words"));
    TRY(annul_level(call, matter, clock, level, why));
    step(call, matter, Verb::annul_level, matter.state,
         {why, {{"clock", clock}, {"level", level}}});
    return {};
}

Result<void> note(Call& call, Matter& matter, Verb verb, std::string const& why,
                  json::object facts) {
    auto const to = TRY(way(call, matter, verb));
    step(call, matter, verb, to, {why, std::move(facts)});
    return {};
}

Result<void> note_from_outside(Call& call, Matter& matter, Verb verb, std::string const& why,
                               json::object facts) {
    auto const to = TRY(way(call, matter, verb));
    step(call, matter, verb, to, {why, std::move(facts), false});
    return {};
}

}  // namespace banshi::matters
