// How a matter stands in the words of Open311: open or closed, and why.

#include <algorithm>
#include <ranges>

#include "base/check.h"
#include "engines/matters/texts.h"
#include "systems/supervision/open311_talk.h"

namespace banshi::supervision::open311 {

namespace {

using matters::Deed;
using matters::Matter;
using matters::Outcome;
using matters::State;

char const* word_of_clearance(std::optional<Outcome> outcome) {
    switch (outcome.value_or(Outcome::solved)) {
        case Outcome::solved:
            return "FIXED";
        case Outcome::partly:
        case Outcome::cannot_now:
            return "CLOSED";
        case Outcome::explained:
            return "NO_FURTHER_ACTION";
        case Outcome::not_ours:
            return "NOT_COUNCILS_RESPONSIBILITY";
        case Outcome::duplicate:
            return "DUPLICATE";
    }
    return "CLOSED";
}

char const* word_of(State state, std::optional<Outcome> outcome) {
    switch (state) {
        case State::draft:
        case State::registered:
        case State::amending:
            return "OPEN";
        case State::accepted:
        case State::returned:
            return "INVESTIGATING";
        case State::dispatched:
        case State::working:
        case State::waiting:
        case State::answered:
        case State::approved:
        case State::verifying:
            return "IN_PROGRESS";
        case State::listed:
            return "ACTION_SCHEDULED";
        case State::reopened:
            return "REOPEN";
        case State::cleared:
            return word_of_clearance(outcome);
        case State::declined:
            return outcome == Outcome::not_ours ? "NOT_COUNCILS_RESPONSIBILITY"
                                                : "NO_FURTHER_ACTION";
        case State::merged:
            return "DUPLICATE";
        case State::withdrawn:
            return "CANCELLED";
    }
    return "OPEN";
}

std::string fact(Deed const& deed, char const* name) {
    if (deed.facts.empty()) return {};
    auto const facts = json::parse(deed.facts);
    auto const* const found = facts.is_object() ? facts.as_object().if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->as_string()) : "";
}

// What the office decided is its own until it is public.
State shown(State state) {
    bool const inside = state == State::answered || state == State::approved;
    return inside ? State::working : state;
}

std::optional<matters::Answer> answer_of(Call& call, Matter const& matter, int round) {
    std::optional<matters::Answer> last;
    for (auto& answer : matters::answers_of(call, matter.id))
        if (answer.published_at && answer.round == round) last = std::move(answer);
    return last;
}

std::string review_day(Call& call, Matter const& matter) {
    for (auto const& clock : matters::clocks_of(call, matter.id))
        if (clock.kind == matters::ClockKind::review_listed && clock.running() && clock.last_day)
            return written(*clock.last_day);
    return {};
}

std::string waits_for(Call const& call, std::string const& reason) {
    auto const key = "open311.waiting." + reason;
    return call.texts.say(call.language,
                          call.texts.has(call.language, key) ? key : "open311.waiting.other");
}

std::string say(Call const& call, std::string const& key, Facts const& facts) {
    return call.texts.say(call.language, "open311.notes." + key, facts);
}

std::string reason_of(Call const& call, Deed const& deed) {
    return matters::decline_name(call.district.policy<Settings>().book, fact(deed, "reason"),
                                 call.language);
}

std::string notes_in_full(Call& call, Matter const& matter, Deed const& deed) {
    if (deed.verb == matters::Verb::progress) return deed.why;
    auto const state = shown(deed.to);
    std::string const key = boost::describe::enum_to_string(state, "");
    switch (state) {
        case State::cleared: {
            auto const answer = answer_of(call, matter, deed.round);
            auto const outcome =
                answer ? answer->outcome : matter.outcome.value_or(Outcome::solved);
            auto const word =
                call.texts.say(call.language, std::string("matter.outcome.") +
                                                  boost::describe::enum_to_string(outcome, ""));
            return say(call, key, {{"outcome", word}, {"answer", answer ? answer->text : ""}});
        }
        case State::declined:
            return say(call, key, {{"reason", reason_of(call, deed)}, {"where", deed.why}});
        case State::waiting:
            return waits_for(call, fact(deed, "reason"));
        case State::listed:
            return say(call, key, {{"why", deed.why}, {"day", review_day(call, matter)}});
        case State::merged:
            return say(call, key, {{"number", fact(deed, "into")}});
        case State::dispatched:
            return say(call, key, {{"unit", unit_name(call, OrgId{fact(deed, "lead")})}});
        default:
            return say(call, key, {{"why", deed.why}});
    }
}

std::string notes_of(Call& call, Matter const& matter, Deed const& deed) {
    return matters::PublicWords(call, matter).of(notes_in_full(call, matter, deed));
}

bool leads(Deed const& deed) { return !deed.from || *deed.from != deed.to; }

}  // namespace

Standing standing_after(Call& call, Matter const& matter, Deed const& deed) {
    auto outcome = matter.outcome;
    if (deed.to == State::cleared)
        if (auto const answer = answer_of(call, matter, deed.round)) outcome = answer->outcome;
    return {matters::type_of(deed.to) == matters::StateType::closed, word_of(deed.to, outcome),
            notes_of(call, matter, deed), deed.at};
}

Standing standing_of(Call& call, Matter const& matter) {
    auto const deeds = matters::deeds_of(call, matter.id);
    auto const last = std::ranges::find_if(deeds | std::views::reverse, leads);
    CHECK(last != deeds.rend());
    auto own = standing_after(call, matter, *last);
    if (!own.closed) own.changed = matter.changed_at;
    if (!matter.merged_into) return own;
    // Its own number is said first, then how it goes on there.
    auto const there = matters::survivor(call, matter);
    if (!there) return own;
    auto standing = standing_of(call, there.value());
    standing.notes = own.notes + (standing.notes.empty() ? "" : "\n" + standing.notes);
    standing.word = "DUPLICATE";
    standing.changed = std::max(standing.changed, own.changed);
    return standing;
}

std::string promise_of(Call& call, Matter const& matter) {
    if (matters::type_of(matter.state) != matters::StateType::open || matter.stopped) return {};
    for (auto const& clock : matters::clocks_of(call, matter.id)) {
        if (!clock.running() || !clock.last_day || clock.due != matter.due) continue;
        auto const unit = call.texts.say(
            call.language,
            std::string("open311.unit.") + boost::describe::enum_to_string(clock.length_unit, ""));
        auto const kind =
            call.texts.say(call.language, std::string("matter.clock.") +
                                              boost::describe::enum_to_string(clock.kind, ""));
        return call.texts.say(call.language, "open311.promise",
                              {{"clock", kind},
                               {"length", std::to_string(clock.length + clock.extension)},
                               {"unit", unit},
                               {"day", written(*clock.last_day)}});
    }
    return {};
}

bool is_public(Matter const& matter) {
    bool const seen = matter.visibility == matters::Visibility::open ||
                      matter.visibility == matters::Visibility::anonymous;
    return seen && matter.numbered() && matter.state != State::draft && matter.book == book_name;
}

Result<Matter> public_matter(Call& call, std::string const& number) {
    auto matter = matters::find_by_number(call, number);
    if (matter && is_public(matter.value())) return matter;
    return not_found("open311.request_not_found", "service_request_id", number);
}

}  // namespace banshi::supervision::open311
