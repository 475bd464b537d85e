#include "systems/supervision/reception.h"

#include <algorithm>
#include <map>

#include "engines/bookings/bookings.h"
#include "engines/notices/notices.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "engines/tickets/tickets.h"
#include "systems/supervision/reception_view.h"

namespace banshi::supervision {

namespace {

constexpr int shown_days = 60;

// Turns of all receptions of a day are numbered together, J001, J002 ...
HallId const room{"reception"};

bookings::Line line_of(rows::ReceptionDay const& day) { return {room, QueueId{day.id}}; }

std::vector<bookings::Cell> cells_of(rows::ReceptionDay const& day) {
    bookings::Period const period{day.from, day.to};
    return bookings::grid({&period, 1}, Minutes{day.minutes});
}

Result<Instant> moment(Call& call, Day day, Clock clock) {
    auto const moments = call.district.zone().moments(day, clock.since_midnight);
    if (moments.empty()) return Refusal{Why::invalid, "reception.times", written(day), "from"};
    return moments.front();
}

rows::Visit drawn_up(Call& call, rows::ReceptionDay const& day, std::string const& name,
                     std::string const& phone, std::string const& subject, int persons,
                     std::string const& code) {
    rows::Visit visit{};
    visit.id = fresh_id_text(call.now, call.random);
    visit.reception = day.id;
    visit.turn = tickets::next_number(call, room, day.day, "J");
    visit.name = people::seal(name, call.random);
    visit.phone = phone.empty() ? "" : people::seal(phone, call.random);
    visit.code_hash = people::token_hash(code);
    visit.subject = subject;
    visit.persons = persons;
    return visit;
}

Result<int> check_persons(std::optional<int> persons) {
    if (persons.value_or(1) < 1 || persons.value_or(1) > 1000)
        return Refusal{Why::invalid, "reception.persons", "", "persons"};
    return persons.value_or(1);
}

void tell(Call& call, rows::Visit const& visit, std::string const& what, Facts facts) {
    if (visit.phone.empty()) return;
    notices::queue(call, {.text = "reception." + what,
                          .phone = people::unseal(visit.phone),
                          .facts = std::move(facts),
                          .once = "reception/" + visit.id + "/" + what,
                          .about = "reception/" + visit.reception});
}

}  // namespace

Result<rows::ReceptionDay> find_reception(Call& call, std::string const& id) {
    if (auto day = rows::find_reception(call, id)) return std::move(*day);
    return Refusal{Why::not_found, "reception.not_found", id, "reception"};
}

Result<rows::Visit> find_visit(Call& call, std::string const& id) {
    if (auto visit = rows::find_visit(call, id)) return std::move(*visit);
    return Refusal{Why::not_found, "visit.not_found", id, "visit"};
}

Result<ReceptionPlanned> plan_reception(Call& call, PlanReception const& form) {
    TRY(people::may(call, plan_receptions, people::node(call.district)));
    if (form.place.empty())
        return Refusal{Why::invalid, "shape.missing", "", "place", {{"field", "place"}}};
    if (form.leader.empty())
        return Refusal{Why::invalid, "shape.missing", "", "leader", {{"field", "leader"}}};
    auto const from = TRY(moment(call, form.day, form.from));
    auto const to = TRY(moment(call, form.day, form.to));
    if (from < call.now) return Refusal{Why::invalid, "reception.past", "", "day"};
    if (form.minutes < 5 || from + Minutes{form.minutes} > to)
        return Refusal{Why::invalid, "reception.times", "", "to"};
    rows::ReceptionDay const day{fresh_id_text(call.now, call.random),
                                 form.day,
                                 form.place,
                                 form.leader,
                                 written_participants(form.participants.value_or(Participants{})),
                                 from,
                                 to,
                                 form.minutes,
                                 std::nullopt,
                                 ""};
    for (auto const& other : rows::receptions_from(call, form.day, 20))
        if (other.day == form.day && other.leader == form.leader && !other.cancelled_at &&
            other.from < to && from < other.to)
            return Refusal{Why::conflict, "reception.overlap", other.id, "from"};
    rows::insert(call, day);
    std::vector<bookings::Planned> planned;
    for (auto const& cell : cells_of(day)) planned.push_back({cell, 1, 0});
    bookings::plan(call, line_of(day), from, to, planned);
    return ReceptionPlanned{day.id};
}

Result<ReceptionCancelled> cancel_reception(Call& call, CancelReception const& form) {
    TRY(people::may(call, plan_receptions, people::node(call.district)));
    auto day = TRY(find_reception(call, form.reception));
    if (form.why.empty()) return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    if (day.cancelled_at) return Refusal{Why::conflict, "reception.cancelled", day.id};
    day.cancelled_at = call.now;
    day.cancelled_why = form.why;
    rows::update(call, day);
    int told = 0;
    for (auto visit : rows::visits_of(call, day.id)) {
        if (visit.state != "booked") continue;
        visit.state = "cancelled";
        rows::update(call, visit);
        bookings::release(call, TicketId{visit.id}, call.now);
        tell(call, visit, "cancelled", {{"day", written(day.day)}, {"why", form.why}});
        ++told;
    }
    return ReceptionCancelled{told};
}

Result<Receptions> list_receptions(Call& call, ListReceptions const& form) {
    Receptions out;
    auto const today = call.district.zone().day_of(call.now);
    auto const from = form.from.value_or(today);
    if (from < today) TRY(people::may(call, receive_people, people::node(call.district)));
    for (auto const& day : rows::receptions_from(call, from, shown_days))
        out.receptions.push_back(shown(call, day));
    return out;
}

std::vector<ReceptionSlot> slots_of(Call& call, rows::ReceptionDay const& day) {
    std::vector<ReceptionSlot> slots;
    for (auto const& offer : bookings::find_offers(call, line_of(day), day.from, day.to))
        slots.push_back({offer.cell.start, !day.cancelled_at && offer.cell.start > call.now &&
                                               offer.free(bookings::Quota::open) > 0});
    return slots;
}

Result<ReceptionBooked> book_reception(Call& call, BookReception const& form) {
    auto const day = TRY(find_reception(call, form.reception));
    if (day.cancelled_at) return Refusal{Why::conflict, "reception.cancelled", day.id};
    if (form.start < call.now) return Refusal{Why::invalid, "reception.past", "", "start"};
    auto const name = TRY(people::normalise_name(form.name));
    auto const phone = TRY(people::normalise_phone(form.phone));
    if (form.subject.empty()) return Refusal{Why::invalid, "matter.title_missing", "", "subject"};
    auto const persons = TRY(check_persons(form.persons));
    auto const code = people::fresh_token(call.random, 9);
    auto visit = drawn_up(call, day, name, phone, form.subject, persons, code);
    TicketId const ticket{visit.id};
    TRY(bookings::hold(call, ticket, {{line_of(day), form.start}}, bookings::Quota::open,
                       call.now + Minutes{1}));
    TRY(bookings::book(call, ticket));
    visit.start = form.start;
    visit.state = "booked";
    rows::insert(call, visit);
    auto const start = written(form.start, call.district.zone());
    tell(call, visit, "booked",
         {{"start", start.substr(0, 10) + " " + start.substr(11, 5)},
          {"place", day.place},
          {"leader", day.leader},
          {"turn", visit.turn}});
    return ReceptionBooked{visit.id, visit.turn, code, form.start};
}

Result<VisitCancelled> cancel_visit(Call& call, CancelVisit const& form) {
    auto visit = TRY(find_visit(call, form.visit));
    if (visit.code_hash != people::token_hash(form.code))
        return Refusal{Why::not_found, "visit.not_found", form.visit, "visit"};
    if (visit.state != "booked") return Refusal{Why::conflict, "visit.ended", form.visit};
    visit.state = "cancelled";
    rows::update(call, visit);
    bookings::release(call, TicketId{visit.id}, call.now);
    return VisitCancelled{visit.turn};
}

Result<ReceptionBooked> add_visitor(Call& call, AddVisitor const& form) {
    TRY(people::may(call, receive_people, people::node(call.district)));
    auto const day = TRY(find_reception(call, form.reception));
    if (day.cancelled_at) return Refusal{Why::conflict, "reception.cancelled", day.id};
    auto const name = TRY(people::normalise_name(form.name));
    std::string phone;
    if (form.phone && !form.phone->empty()) phone = TRY(people::normalise_phone(*form.phone));
    auto const persons = TRY(check_persons(form.persons));
    auto const code = people::fresh_token(call.random, 9);
    auto visit = drawn_up(call, day, name, phone, form.subject, persons, code);
    visit.state = "waiting";
    rows::insert(call, visit);
    return ReceptionBooked{visit.id, visit.turn, code, call.now};
}

Result<ReceptionDesk> see_reception(Call& call, OfReception const& form) {
    TRY(people::may(call, receive_people, people::node(call.district)));
    auto const day = TRY(find_reception(call, form.reception));
    ReceptionDesk desk{shown(call, day), {}, call.now};
    for (auto const& visit : rows::visits_of(call, day.id))
        desk.visits.push_back(shown(call, visit));
    return desk;
}

Result<VisitCancelled> miss_visit(Call& call, MissVisit const& form) {
    TRY(people::may(call, receive_people, people::node(call.district)));
    auto visit = TRY(find_visit(call, form.visit));
    if (visit.state != "booked" && visit.state != "waiting")
        return Refusal{Why::conflict, "visit.ended", form.visit};
    visit.state = "absent";
    rows::update(call, visit);
    return VisitCancelled{visit.turn};
}

Result<PromiseBoard> see_promises(Call& call, SeePromises const&) {
    TRY(people::may(call, see_matters, people::node(call.district)));
    std::map<std::string, LeaderPromises> by_leader;
    auto const& zone = call.district.zone();
    for (auto const& [leader, day, kept_at] : rows::promises(call)) {
        auto& sum = by_leader.try_emplace(leader, LeaderPromises{leader, 0, 0, 0}).first->second;
        ++sum.promised;
        sum.kept += kept_at ? 1 : 0;
        sum.late += zone.day_of(kept_at.value_or(call.now)) > day ? 1 : 0;
    }
    PromiseBoard board;
    for (auto const& [leader, sum] : by_leader) board.leaders.push_back(sum);
    return board;
}

}  // namespace banshi::supervision
