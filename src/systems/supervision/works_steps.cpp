#include "systems/supervision/works_steps.h"

#include <algorithm>

#include "engines/matters/privacy.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "engines/record/record.h"
#include "store/store.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(PhaseFrom, (), (phase, from))

namespace {

struct PhaseList {
    std::vector<PhaseFrom> list;
};
BOOST_DESCRIBE_STRUCT(PhaseList, (), (list))

}  // namespace

std::vector<PhaseFrom> phases_of(rows::Programme const& programme) {
    auto const parsed = json::parse(programme.phases).as_object();
    return shape::read<PhaseList>(parsed, shape::Source::json).value().list;
}

std::string written_phases(std::vector<PhaseFrom> const& phases) {
    return json::serialize(shape::write(PhaseList{phases}, Zone{"UTC"}));
}

Result<rows::Programme> find_programme(Call& call, int year) {
    if (auto found = rows::find_programme(call, year)) return std::move(*found);
    return Refusal{Why::not_found,
                   "works.no_programme",
                   std::to_string(year),
                   "year",
                   {{"year", std::to_string(year)}}};
}

Result<rows::Item> find_item(Call& call, std::string const& id) {
    if (auto found = rows::find_item(call, id)) return std::move(*found);
    return Refusal{Why::not_found, "works.not_found", id, "item"};
}

Phase phase_on(rows::Programme const& programme, Day day) {
    auto phase = Phase::collect;
    for (auto const& each : phases_of(programme))
        if (each.from <= day) phase = each.phase;
    return phase;
}

Result<void> need_phase(Call& call, int year, Phase phase) {
    auto const programme = TRY(find_programme(call, year));
    if (phase_on(programme, call.district.zone().day_of(call.now)) == phase) return {};
    auto const word = call.texts.say(call.language, std::string("supervision.phase.") +
                                                        boost::describe::enum_to_string(phase, ""));
    return Refusal{Why::conflict, "works.phase", std::to_string(year), "", {{"phase", word}}};
}

Result<void> need_state(Call& call, rows::Item const& item, WorkState state) {
    if (item.state == state) return {};
    auto const word =
        call.texts.say(call.language, std::string("supervision.work.") +
                                          boost::describe::enum_to_string(item.state, ""));
    return Refusal{Why::conflict, "works.state", item.id, "", {{"state", word}}};
}

void step(Call& call, rows::Item& item, char const* deed, WorkState to, std::string const& why) {
    item.state = to;
    item.changed_at = call.now;
    rows::update(call, item);
    auto const sequence = static_cast<int>(rows::deeds_of(call, item.id).size()) + 1;
    rows::insert(call, item.id, {sequence, call.now, deed, to, call.actor.id(), why});
    record::append(call, record::WorkMoved{item.id, record::Mark(deed),
                                           boost::describe::enum_to_string(to, "")});
    call.tx.announce("works/" + std::to_string(item.year));
}

int attempt_of(Call& call, rows::Item const& item) {
    auto const deeds = rows::deeds_of(call, item.id);
    return static_cast<int>(std::ranges::count(deeds, "report_work", &rows::DeedRow::deed));
}

Result<std::string> voter_of(Call& call, std::string const& id_number, std::string const& name,
                             std::string const& what) {
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "works.log_in", ""};
    auto const person = TRY(people::identify(call, {name, id_number, ""}));
    return people::lookup_hash(what, person.text);
}

ProgrammeView shown(Call& call, rows::Programme const& programme) {
    ProgrammeView view{};
    view.year = programme.year;
    view.phases = phases_of(programme);
    view.phase = phase_on(programme, call.district.zone().day_of(call.now));
    view.choices = programme.choices;
    view.ballots_least = programme.ballots_least;
    view.deputies = programme.deputies;
    view.result = programme.result;
    if (programme.result != "open")
        view.ballots = static_cast<int>(rows::ballots_of(call, programme.year));
    return view;
}

WorkView shown(Call& call, rows::Programme const& programme, rows::Item const& item) {
    WorkView view{};
    view.item = item.id;
    view.year = item.year;
    view.serial = item.serial;
    view.title = item.title;
    view.text = item.text;
    view.place = item.place;
    view.street = item.street.empty() ? "" : unit_name(call, item.street);
    view.state = item.state;
    view.public_why = item.public_why;
    view.joined_into = item.joined_into;
    if (programme.result == "counted") view.votes = item.votes;
    view.yes = item.yes;
    view.no = item.no;
    view.abstained = item.abstained;
    // Budget, unit and leader are told at the press conference, in one moment.
    if (item.announced_at) {
        view.budget = item.budget;
        view.spent = item.spent;
        view.unit = item.unit.empty() ? "" : unit_name(call, item.unit);
        view.leader = item.leader;
    }
    if (item.matter) view.number = matters::find(call, *item.matter).value().number;
    auto const today = call.district.zone().day_of(call.now);
    for (auto const& m : rows::milestones_of(call, item.id))
        view.milestones.push_back(
            {m.serial, m.title, m.planned, m.done_at,
             m.done_at ? call.district.zone().day_of(*m.done_at) > m.planned : today > m.planned,
             m.words});
    auto const ratings = rows::ratings_of(call, item.id, attempt_of(call, item));
    view.rated = static_cast<int>(ratings.rated);
    if (ratings.rated > 0)
        view.satisfied_percent =
            static_cast<int>((200 * ratings.satisfied + ratings.rated) / (2 * ratings.rated));
    view.report = item.report;
    for (auto const& deed : rows::deeds_of(call, item.id))
        view.history.push_back(
            {deed.at, deed.deed, deed.to, matters::masked_text(deed.why, {}).text});
    view.version = static_cast<int>(view.history.size());
    return view;
}

}  // namespace banshi::supervision
