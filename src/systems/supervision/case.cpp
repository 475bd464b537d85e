#include "systems/supervision/case.h"

#include <algorithm>
#include <map>

#include "engines/matters/texts.h"
#include "engines/people/accounts.h"
#include "engines/people/identity.h"
#include "systems/supervision/evidence.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using matters::Matter;
using matters::Verb;

bool holds_somewhere_above(Call& call, Right const& right, Matter const& matter) {
    return call.actor.holds(right, unit_node(call, matter.unit)) ||
           call.actor.holds(right, people::node(call.district));
}

bool has_task(Call& call, Matter const& matter) {
    return std::ranges::any_of(matters::tasks_of(call, matter.id), [&](auto const& task) {
        return call.actor.holds(see_matters, unit_node(call, task.unit));
    });
}

struct Needs {
    Verb verb;
    Right const* right;
    bool at_unit;
};
Needs const needs[] = {
    {Verb::accept, &accept_matters, false},     {Verb::decline, &accept_matters, false},
    {Verb::dispatch, &dispatch_matters, false}, {Verb::force_assign, &inspect_matters, false},
    {Verb::sign, &handle_matters, true},        {Verb::give_back, &handle_matters, true},
    {Verb::wait, &handle_matters, true},        {Verb::resume, &handle_matters, true},
    {Verb::wait, &lead_district, false},        {Verb::resume, &lead_district, false},
    {Verb::extend, &head_unit, true},           {Verb::answer, &handle_matters, true},
    {Verb::send_back, &approve_matters, false}, {Verb::verify, &call_back, false},
    {Verb::clear, &approve_matters, false},     {Verb::list, &lead_district, false},
    {Verb::reopen, &inspect_matters, false},    {Verb::reopen, &lead_district, false},
    {Verb::merge, &dispatch_matters, false},    {Verb::unmerge, &dispatch_matters, false},
    {Verb::withdraw, &accept_matters, false},   {Verb::progress, &handle_matters, true},
    {Verb::regrade, &dispatch_matters, false},  {Verb::lead, &inspect_matters, false},
    {Verb::moderate, &moderate_matters, false}, {Verb::raise, &inspect_matters, false},
    {Verb::answer_level, &head_unit, true},     {Verb::annul_level, &inspect_matters, false},
    {Verb::reveal, &see_reporters, false},      {Verb::correct, &dispatch_matters, false},
    {Verb::backdate, &inspect_matters, false},
};

// What the state alone does not tell: the rules of the engine, as its deeds keep them.
bool is_open_to(Call& call, Matter const& matter, Verb verb, Right const& right) {
    switch (verb) {
        case Verb::wait:
        case Verb::resume:
            return matter.level == 0 || &right == &lead_district;
        case Verb::verify:
            return matters::rules_of(call, matter).call_back;
        case Verb::list:
            return matters::may_list(call, matter);
        default:
            return true;
    }
}

std::vector<Verb> deeds_for(Call& call, Matter const& matter) {
    std::vector<Verb> out;
    for (auto const& [verb, right, at_unit] : needs)
        if (matters::after(matter.state, verb) && is_open_to(call, matter, verb, *right) &&
            call.actor.holds(
                *right, at_unit ? unit_node(call, matter.unit) : people::node(call.district)) &&
            std::ranges::find(out, verb) == out.end())
            out.push_back(verb);
    return out;
}

// Account ids as people know them; the machine and citizens by a word.
class Names {
public:
    explicit Names(Call& call) : call_(call) {}

    std::string of(std::string const& actor) {
        if (actor.empty()) return "";
        auto const known = names_.find(actor);
        if (known != names_.end()) return known->second;
        auto const account = people::find_account(call_, AccountId{actor});
        auto const name =
            account ? account->name : call_.texts.say(call_.language, "supervision.somebody");
        return names_[actor] = name;
    }

private:
    Call& call_;
    std::map<std::string, std::string> names_;
};

std::string number_of(Call& call, std::optional<MatterId> const& id) {
    if (!id) return "";
    auto const matter = matters::find(call, *id);
    return matter ? matter.value().number : "";
}

std::optional<std::string> maybe(std::string text) {
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

CaseView plain_view(Call& call, Matter const& m) {
    CaseView view{};
    view.matter = m.id;
    view.number = m.number;
    view.version = m.version;
    view.state = m.state;
    view.kind = m.kind;
    view.grade = m.grade;
    view.category = m.category;
    view.category_name = category_name(call, m.category);
    view.title = m.title;
    view.text = m.text;
    view.place = m.place;
    view.latitude = m.latitude;
    view.longitude = m.longitude;
    view.street = m.street;
    view.street_name = m.street.empty() ? "" : unit_name(call, m.street);
    view.households = m.households;
    view.problem_since = m.problem_since;
    view.channel = m.channel;
    view.client = m.client;
    for (auto const& [name, content] : rows::details_of(call, m.id))
        view.details.push_back({name, content});
    view.old_number = m.old_number;
    view.visibility = m.visibility;
    view.round = m.round;
    view.outcome = m.outcome;
    view.unit = m.unit;
    view.unit_name = m.unit.empty() ? "" : unit_name(call, m.unit);
    view.leader = m.leader;
    view.merged_into = maybe(number_of(call, m.merged_into));
    view.previous = maybe(number_of(call, m.previous));
    view.registered_at = m.registered_at;
    view.accepted_at = m.accepted_at;
    view.cleared_at = m.cleared_at;
    view.level = m.level;
    view.now = call.now;
    return view;
}

void add_people(Call& call, Matter const& m, Names& names, CaseView& view) {
    for (auto const& r : matters::reporters_of(call, m.id))
        view.reporters.push_back({r.serial, people::masked_name(r.name),
                                  people::masked_phone(r.phone), r.recorded_by,
                                  r.proved_at.has_value(), maybe(number_of(call, r.through))});
    for (auto const& t : matters::tasks_of(call, m.id))
        view.tasks.push_back({t.serial, t.round, t.unit, unit_name(call, t.unit), t.lead, t.forced,
                              t.dispatched_at, t.signed_at, names.of(t.handler.text), t.answered_at,
                              t.answer, t.ended_at, t.grounds});
    for (auto const& a : matters::answers_of(call, m.id))
        view.answers.push_back({a.round, a.serial, a.outcome, a.text, names.of(a.drafted_by),
                                a.drafted_at, names.of(a.approved_by), a.published_at,
                                a.sent_back});
    for (auto const& e : matters::evaluations_of(call, m.id))
        view.evaluations.push_back(
            {e.round, e.reporter, e.answered_at, e.solved, e.rating, e.reason, e.channel});
    auto const& book = call.district.policy<Settings>().book;
    for (auto const& d : matters::deeds_of(call, m.id))
        view.history.push_back({d.sequence, d.at, d.verb, d.to, d.round, names.of(d.actor),
                                matters::words_of(call, book, d), d.facts, d.seq});
}

void add_clocks(Call& call, Matter const& m, Names& names, CaseView& view) {
    auto const pauses = matters::pauses_of(call, m.id);
    auto const& book = call.district.policy<Settings>().book;
    for (auto const& c : matters::clocks_of(call, m.id)) {
        auto const* const limit =
            matters::limit_of(book.rules_on(c.rules_since), c.kind, m.kind, m.category, m.grade);
        ClockView clock{};
        clock.serial = c.serial;
        clock.round = c.round;
        clock.kind = c.kind;
        clock.unit_name = c.unit.empty() ? "" : unit_name(call, c.unit);
        clock.start_at = c.start_at;
        clock.length = c.length;
        clock.length_unit = c.length_unit;
        clock.extension = c.extension;
        clock.last_day = c.last_day;
        clock.due = c.due;
        clock.missing_year = c.missing_year;
        clock.stopped = c.stopped;
        clock.ended_at = c.ended_at;
        clock.end_cause = c.end_cause;
        clock.late = c.late(call.now);
        clock.level = c.level;
        if (c.running()) {
            clock.colour = matters::colour_of(c.stopped, c.yellow_at, c.red_at, call.now);
            clock.days_left = matters::days_left(call, c, pauses);
        }
        clock.extension_most = limit && c.extensions == 0 ? limit->extension_most : 0;
        clock.basis = limit ? limit->basis : "";
        view.clocks.push_back(std::move(clock));
    }
    for (auto const& p : pauses) view.pauses.push_back({p.reason, p.from, p.to});
    for (auto const& l : matters::levels_of(call, m.id))
        view.levels.push_back(
            {l.clock, l.level, l.round, boost::describe::enum_to_string(l.cause, ""), l.nominal_at,
             l.raised_at, order_name(call, l), names.of(l.ordered_by), l.why, l.new_last_day,
             l.answered_at, l.answer, l.annulled_at, l.annulled_why});
    for (auto const& reason : book.rules_on(call.district.zone().day_of(call.now)).pauses)
        view.pauses_allowed.push_back(reason.id);
}

}  // namespace

Result<void> may_see(Call& call, Matter const& matter) {
    bool const sealed = matter.visibility == matters::Visibility::sealed;
    bool const may = holds_somewhere_above(call, see_matters, matter) || has_task(call, matter);
    if (may && (!sealed || holds_somewhere_above(call, see_sealed, matter))) return {};
    return Refusal{Why::not_found, "matter.not_found", matter.id.text, "number"};
}

Result<CaseView> shown(Call& call, Matter const& matter) {
    Names names(call);
    auto view = plain_view(call, matter);
    view.flagged = matters::is_flagged(call, matter.id);
    view.deeds = deeds_for(call, matter);
    view.quantities = matters::quantities_of(call, matter.id);
    for (auto const& gone : matters::merged_with(call, matter.id)) view.merged.push_back(gone);
    view.evidence = evidence_shown(call, matter);
    view.reported_files = reported_shown(call, matter);
    add_people(call, matter, names, view);
    add_clocks(call, matter, names, view);
    return view;
}

}  // namespace banshi::supervision
