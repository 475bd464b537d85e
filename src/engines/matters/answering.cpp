#include <algorithm>

#include "engines/matters/clock.h"
#include "engines/matters/evaluations.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/telling.h"
#include "engines/matters/texts.h"

namespace banshi::matters {

namespace {

Refusal same_person(Matter const& matter) {
    return {Why::invalid, "clear.same_person", matter.id.text};
}

// The answer of this round that was not sent back.
std::optional<Answer> standing_answer(Call& call, Matter const& matter) {
    for (auto& answer : rows::answers_of(call, matter.id))
        if (answer.round == matter.round && answer.sent_back.empty()) return std::move(answer);
    return std::nullopt;
}

Result<void> check_quantities(Book const& book, std::vector<Quantity> const& quantities) {
    for (auto const& [type, amount] : quantities)
        if (amount < 0 ||
            std::ranges::find(book.quantities, type, &QuantityType::id) == book.quantities.end())
            return Refusal{Why::invalid, "quantity.unknown", type, "quantities"};
    return {};
}

// The lead may answer without a joint unit, but says why.
Result<void> check_joint(Call& call, Matter const& matter, Drafted const& form) {
    for (auto const& task : rows::tasks_of(call, matter.id))
        if (!task.lead && task.open() && form.why_without_joint.empty())
            return Refusal{Why::invalid,
                           "joint.open",
                           task.unit.text,
                           "why_without_joint",
                           {{"unit", task.unit.text}}};
    return {};
}

void end_tasks(Call& call, Matter const& matter) {
    for (auto task : rows::tasks_of(call, matter.id)) {
        if (!task.open()) continue;
        task.ended_at = call.now;
        if (task.lead) task.answered_at = call.now;
        rows::update(call, task);
    }
}

bool drafted_or_handled(Call& call, Matter const& matter, Answer const& answer) {
    return answer.drafted_by == call.actor.id() || matter.handler == call.actor.account;
}

void close(Call& call, Matter& matter, Answer answer, int evidence) {
    answer.published_at = call.now;
    rows::update(call, answer);
    matter.outcome = answer.outcome;
    matter.cleared_at = call.now;
    end_tasks(call, matter);
    end_clocks(call, matter, call.now, "cleared");
    step(call, matter, Verb::clear, State::cleared,
         {"",
          {{"outcome", boost::describe::enum_to_string(answer.outcome, "")},
           {"answer", answer.serial},
           {"evidence", evidence}}});
    tell_reporters(call, matter, "cleared");
    ask_evaluations(call, matter);
}

}  // namespace

Result<void> answer_part(Call& call, Matter& matter, OrgId const& unit, std::string const& text) {
    TRY(way(call, matter, Verb::answer_part));
    TRY(need(text, "answer.text_missing", "text"));
    for (auto task : rows::tasks_of(call, matter.id)) {
        if (task.unit != unit || task.lead || task.round != matter.round) continue;
        if (!task.open()) return Refusal{Why::conflict, "task.answered", unit.text};
        task.answered_at = task.ended_at = call.now;
        task.answer = text;
        task.handler = call.actor.account;
        rows::update(call, task);
        end_clock(call, matter, ClockKind::joint, task.serial, call.now, "answered");
        step(call, matter, Verb::answer_part, matter.state, {"", {{"unit", unit.text}}});
        return {};
    }
    return Refusal{Why::forbidden, "task.not_yours", unit.text};
}

Result<void> answer(Call& call, Matter& matter, Drafted const& form) {
    auto const to = TRY(way(call, matter, Verb::answer));
    TRY(need(form.text, "answer.text_missing", "text"));
    TRY(check_quantities(book(call.district, matter.book), form.quantities));
    TRY(check_joint(call, matter, form));
    Answer drafted{};
    drafted.matter = matter.id;
    drafted.round = matter.round;
    drafted.serial = static_cast<int>(rows::answers_of(call, matter.id).size()) + 1;
    drafted.outcome = form.outcome;
    drafted.text = PublicWords(call, matter).of(form.text);
    drafted.drafted_by = call.actor.id();
    drafted.drafted_at = call.now;
    rows::insert(call, drafted);
    rows::put_quantities(call, matter.id, matter.round, form.quantities);
    matter.handler = call.actor.account;
    json::object facts{{"answer", drafted.serial}};
    if (!form.why_without_joint.empty()) facts["why_without_joint"] = form.why_without_joint;
    step(call, matter, Verb::answer, to, {.facts = std::move(facts)});
    return {};
}

Result<void> send_back(Call& call, Matter& matter, std::string const& why) {
    auto const to = TRY(way(call, matter, Verb::send_back));
    TRY(need(why, "matter.reason_missing", "why"));
    if (auto answer = standing_answer(call, matter)) {
        answer->sent_back = why;
        answer->publish_at.reset();
        rows::update(call, *answer);
    }
    step(call, matter, Verb::send_back, to, {.why = why});
    return {};
}

Result<void> approve(Call& call, Matter& matter, Instant publish_at) {
    auto const to = TRY(way(call, matter, Verb::approve));
    auto answer = standing_answer(call, matter).value();
    if (drafted_or_handled(call, matter, answer)) return same_person(matter);
    answer.approved_by = call.actor.id();
    answer.approved_at = call.now;
    answer.publish_at = std::max(publish_at, call.now);
    rows::update(call, answer);
    step(call, matter, Verb::approve, to);
    return {};
}

Result<void> verify(Call& call, Matter& matter) {
    auto const to = TRY(way(call, matter, Verb::verify));
    if (!rules_of(call, matter).call_back)
        return Refusal{Why::conflict, "verify.not_called_back", matter.id.text};
    step(call, matter, Verb::verify, to);
    return {};
}

Result<void> clear(Call& call, Matter& matter, int evidence) {
    TRY(way(call, matter, Verb::clear));
    auto const& rules = rules_of(call, matter);
    auto answer = standing_answer(call, matter).value();
    if (matter.state == State::approved)
        return Refusal{Why::conflict,
                       "clear.not_yet",
                       matter.id.text,
                       "",
                       {{"at", written(*answer.publish_at, call.district.zone())}}};
    if (rules.publishes) return Refusal{Why::conflict, "clear.approve_first", matter.id.text};
    if (rules.call_back && matter.state != State::verifying)
        return Refusal{Why::conflict, "clear.call_back_first", matter.id.text};
    if (drafted_or_handled(call, matter, answer)) return same_person(matter);
    if (rules.evidence && evidence < 1)
        return Refusal{Why::invalid, "clear.evidence_missing", matter.id.text, "evidence"};
    answer.approved_by = call.actor.id();
    answer.approved_at = call.now;
    close(call, matter, std::move(answer), evidence);
    return {};
}

int publish_due(Call& call, int limit) {
    auto const due = rows::due_to_publish(call, limit);
    for (auto const& id : due) {
        auto matter = rows::find(call, id).value();
        if (auto answer = standing_answer(call, matter); answer && matter.state == State::approved)
            close(call, matter, std::move(*answer), 0);
    }
    return static_cast<int>(due.size());
}

bool may_list(Call& call, Matter const& matter) {
    if (matter.state != State::answered) return true;
    return standing_answer(call, matter).value().outcome == Outcome::cannot_now;
}

Result<void> list(Call& call, Matter& matter, std::string const& public_reason, Day review_on) {
    auto const to = TRY(way(call, matter, Verb::list));
    TRY(need(public_reason, "matter.reason_missing", "reason"));
    if (!may_list(call, matter)) return Refusal{Why::invalid, "list.outcome", matter.id.text};
    auto const today = call.district.zone().day_of(call.now);
    auto const months = rules_of(call, matter).review_months;
    auto const latest = months_after(today, months);
    if (review_on <= today || review_on > latest)
        return Refusal{Why::invalid,
                       "list.review_day",
                       written(review_on),
                       "review_on",
                       {{"months", std::to_string(months)}, {"latest", written(latest)}}};
    matter.outcome = Outcome::cannot_now;
    end_tasks(call, matter);
    end_clocks(call, matter, call.now, "listed");
    start_clock_until(call, matter, ClockKind::review_listed, call.now, review_on, matter.unit);
    step(call, matter, Verb::list, to, {public_reason, {{"review_on", written(review_on)}}});
    tell_reporters(call, matter, "listed",
                   {{"why", public_reason}, {"review", written(review_on)}});
    return {};
}

Result<void> reopen(Call& call, Matter& matter, std::string const& why) {
    auto const to = TRY(way(call, matter, Verb::reopen));
    TRY(need(why, "matter.reason_missing", "why"));
    end_clocks(call, matter, call.now, "reopened");
    ++matter.round;
    matter.outcome.reset();
    matter.cleared_at.reset();
    start_clock(call, matter, ClockKind::total, call.now);
    start_clock(call, matter, ClockKind::dispatch, call.now);
    step(call, matter, Verb::reopen, to, {.why = why});
    tell_reporters(call, matter, "reopened");
    return {};
}

Result<void> withdraw(Call& call, Matter& matter, std::string const& why) {
    auto const to = TRY(way(call, matter, Verb::withdraw));
    TRY(need(why, "matter.reason_missing", "why"));
    if (auto answer = standing_answer(call, matter); answer && answer->publish_at) {
        answer->publish_at.reset();
        rows::update(call, *answer);
    }
    end_tasks(call, matter);
    end_clocks(call, matter, call.now, "withdrawn");
    step(call, matter, Verb::withdraw, to, {.why = why, .by_office = false});
    return {};
}

}  // namespace banshi::matters
