// The chain of a petition: the answer, its review 复查, its recheck 复核, and then no more.

#include <algorithm>
#include <tuple>

#include "base/letters.h"
#include "engines/matters/clock.h"
#include "engines/matters/telling.h"
#include "engines/people/people.h"
#include "systems/supervision/petition_rows.h"

namespace banshi::supervision {

namespace {

using matters::Matter;
using matters::State;

PetitionSettings const* petition_settings(Call& call) {
    auto const& settings = call.district.policy<Settings>();
    return settings.petitions ? &*settings.petitions : nullptr;
}

bool is_petition(PetitionSettings const& settings, std::string const& kind) {
    return std::ranges::find(settings.kinds, kind) != settings.kinds.end();
}

// What may be asked after a matter of this kind; empty: nothing.
std::string next_kind(PetitionSettings const& settings, std::string const& kind) {
    if (is_petition(settings, kind)) return review_kind;
    return kind == review_kind ? recheck_kind : "";
}

OrgId authority_for(PetitionSettings const& settings, std::string const& kind) {
    return kind == review_kind ? settings.review_by : settings.recheck_by;
}

matters::Due asked_until(Call& call, PetitionSettings const& settings, Matter const& matter) {
    matters::Terms terms{*matter.cleared_at, matters::LimitUnit::calendar_days, settings.ask_days};
    terms.roll = true;
    auto const& hours = call.district.policy<Settings>().book.rules_on(matter.day).working_hours;
    return matters::due_of(terms, {}, {call.district.calendar(), call.district.zone(), hours});
}

std::optional<Matter> asked_already(Call& call, Matter const& matter, std::string const& kind) {
    for (auto& child : matters::following(call, matter.id))
        if (child.kind == kind && child.state != State::withdrawn) return std::move(child);
    return std::nullopt;
}

Refusal too_late(PetitionSettings const& settings, matters::Due const& due, Matter const& matter) {
    return {Why::invalid,
            "review.too_late",
            matter.id.text,
            "",
            {{"last", due.last_day ? written(*due.last_day) : ""},
             {"days", std::to_string(settings.ask_days)},
             {"basis", settings.basis}}};
}

// The kind of the matter that may be asked for, now.
Result<std::string> may_ask(Call& call, Matter const& matter) {
    auto const* const settings = petition_settings(call);
    auto const kind = settings ? next_kind(*settings, matter.kind) : "";
    if (matter.kind == recheck_kind)
        return Refusal{
            Why::conflict, "petition.final", matter.id.text, "", {{"number", matter.number}}};
    if (kind.empty()) return Refusal{Why::invalid, "review.not_petition", matter.id.text};
    if (matter.state != State::cleared)
        return Refusal{Why::conflict, "review.undecided", matter.id.text};
    if (auto const child = asked_already(call, matter, kind))
        return Refusal{
            Why::conflict, "review.asked", matter.id.text, "", {{"number", child->number}}};
    auto const due = asked_until(call, *settings, matter);
    if (due.at && call.now >= *due.at) return too_late(*settings, due, matter);
    return kind;
}

struct Asked {
    std::string text;
    std::string channel;
    std::string recorded_by;
};
Result<matters::Filed> ask(Call& call, Matter& matter, matters::Reporter reporter,
                           Asked const& asked) {
    auto const kind = TRY(may_ask(call, matter));
    if (is_blank(asked.text)) return Refusal{Why::invalid, "matter.title_missing", "", "text"};
    matters::Filing filing{book_name, kind, matter.category, matter.title, asked.text};
    filing.place = matter.place;
    if (matter.latitude && matter.longitude)
        filing.point = matters::Point{*matter.latitude, *matter.longitude};
    filing.street = matter.street;
    filing.households = matter.households;
    filing.problem_since = matter.problem_since;
    filing.channel = asked.channel;
    filing.visibility = matter.visibility;
    filing.previous = matter.id;
    filing.clock = matters::ClockKind::review;
    reporter.recorded_by = asked.recorded_by;
    reporter.through.reset();
    auto filed = TRY(matters::file(call, filing, reporter));
    TRY(matters::note(call, matter, matters::Verb::appeal, filed.matter.number,
                      {{"number", filed.matter.number}, {"kind", kind}}));
    return filed;
}

// Which reporter asks: with the code, or logged in with the telephone that was left.
Result<matters::Reporter> asking(Call& call, Matter const& matter, AskReview const& form) {
    auto const serial = TRY(reporter_who_opens(call, matter, form.code));
    for (auto& each : matters::reporters_of(call, matter.id))
        if (each.serial == serial) return std::move(each);
    return Refusal{Why::forbidden, "matter.code_wrong", "", "code"};
}

}  // namespace

Result<Reported> ask_review(Call& call, AskReview const& form) {
    auto matter = TRY(find_matter(call, form.number));
    auto const reporter = TRY(asking(call, matter, form));
    auto const filed = TRY(ask(call, matter, reporter, {form.text, "web", ""}));
    return Reported{filed.matter.number, filed.code, matters::address_of(call, filed.matter)};
}

Result<Registered> ask_review_for(Call& call, AskReviewFor const& form) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    TRY(people::may(call, register_matters, people::node(call.district)));
    TRY(matters::expect_version(call, matter, form.if_match));
    auto const reporters = matters::reporters_of(call, matter.id);
    auto const reporter = reporters.empty() ? matters::Reporter{} : reporters.front();
    auto const filed = TRY(ask(call, matter, reporter, {form.text, form.channel, call.actor.name}));
    return Registered{filed.matter.number, filed.code};
}

std::optional<ReviewOffer> review_offer(Call& call, Matter const& matter) {
    auto const kind = may_ask(call, matter);
    if (!kind) return std::nullopt;
    auto const& settings = *petition_settings(call);
    return ReviewOffer{kind.value(), unit_name(call, authority_for(settings, kind.value())),
                       asked_until(call, settings, matter).last_day, settings.basis};
}

Result<void> check_authority(Call& call, Matter const& matter, OrgId const& lead) {
    auto const* const settings = petition_settings(call);
    if (!settings || (matter.kind != review_kind && matter.kind != recheck_kind)) return {};
    auto const authority = authority_for(*settings, matter.kind);
    if (lead == authority) return {};
    return Refusal{Why::invalid,
                   "review.authority",
                   lead.text,
                   "lead",
                   {{"unit", unit_name(call, authority)}, {"basis", settings->basis}}};
}

bool is_earlier(Matter const& one, Matter const& than) {
    return std::tie(one.registered_at, one.number) < std::tie(than.registered_at, than.number);
}

// What was handed over by advisers has its beginning in another book.
Matter first_of(Call& call, Matter matter) {
    while (matter.previous) {
        auto before = matters::find(call, *matter.previous).value();
        if (before.book != book_name) break;
        matter = std::move(before);
    }
    return matter;
}

std::optional<Matter> final_of(Call& call, Matter const& matter) {
    std::vector<Matter> open{first_of(call, matter)};
    while (!open.empty()) {
        auto const each = std::move(open.back());
        open.pop_back();
        if (each.kind == recheck_kind && each.state == State::cleared) return each;
        for (auto& next : matters::following(call, each.id)) open.push_back(std::move(next));
    }
    return std::nullopt;
}

}  // namespace banshi::supervision
