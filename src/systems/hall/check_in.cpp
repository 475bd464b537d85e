// At the kiosk and the desk 取号: numbers are fetched, drawn, given back and found again.

#include "engines/people/people.h"
#include "engines/tickets/secret.h"
#include "systems/hall/link.h"
#include "systems/hall/queue.h"
#include "systems/hall/visit.h"

namespace banshi::hall {

namespace {

// What the card or the code stands for, of today or still in the hall.
Result<std::vector<tickets::Ticket>> visits_of(Call& call, CheckIn const& form, Day today) {
    std::vector<tickets::Ticket> visits;
    if (form.code) {
        auto const code = read_check_in_code(*form.code);
        if (!code) return Refusal{Why::invalid, "check_in.bad_code", "", "code"};
        auto ticket = TRY(tickets::open(call, form.hall, code->ticket, code->secret));
        if (ticket.state == State::booked && ticket.day != today)
            return Refusal{Why::conflict,
                           "check_in.other_day",
                           ticket.id.text,
                           "code",
                           {{"day", written(ticket.day)}}};
        visits.push_back(std::move(ticket));
        return visits;
    }
    if (!form.id_number)
        return Refusal{Why::invalid, "shape.missing", "", "id_number", {{"field", "id_number"}}};
    TRY(people::read_document(people::DocumentKind::id_card, *form.id_number, today));
    auto const person = people::find(call, *form.id_number);
    if (!person) return visits;
    for (auto& ticket : tickets::of_person(call, *person, today - std::chrono::days{1}))
        if (ticket.hall == form.hall && !tickets::is_end(ticket.state) &&
            ticket.state != State::held && (ticket.state != State::booked || ticket.day == today))
            visits.push_back(std::move(ticket));
    return visits;
}

// The one to check in: the chosen, or the next by time.
tickets::Ticket const* next_of(std::vector<tickets::Ticket> const& visits, CheckIn const& form) {
    tickets::Ticket const* next = nullptr;
    for (auto const& ticket : visits) {
        if (form.ticket && ticket.id != *form.ticket) continue;
        bool const sooner = next && ticket.state == State::booked && next->state == State::booked &&
                            *ticket.booked_at < *next->booked_at;
        bool const present = next && next->state == State::booked && ticket.state != State::booked;
        if (!next || sooner || present) next = &ticket;
    }
    return next;
}

Result<CheckedIn> fetch(Call& call, Floor const& floor, tickets::Ticket ticket, bool look) {
    auto const rules = order_rules(floor.rules);
    auto const opens = tickets::check_in_opens(rules, *ticket.booked_at);
    auto const& zone = call.district.zone();
    if (call.now < opens)
        return Refusal{Why::conflict,
                       "ticket.too_early",
                       ticket.id.text,
                       "",
                       {{"from", written_clock(zone.wall_time(opens))},
                        {"time", written_clock(zone.wall_time(*ticket.booked_at))}}};
    TRY(within_hours(call, floor));
    auto const service = TRY(find_service(floor.hall, ticket.service));
    auto const place = tickets::place_on_check_in(rules, *ticket.booked_at, call.now);
    if (look) {
        ticket.entry = place.entry;
        return CheckedIn{CheckInOutcome::found, shown(call, floor, ticket)};
    }
    place_in_order(call, floor, service, ticket, place);
    TRY(tickets::change(call, ticket,
                        {.kind = place.entry == Entry::late ? "late_converted" : "checked_in",
                         .to = State::waiting}));
    auto view = shown(call, TRY(see_all(call, floor.hall.id)), ticket);
    view.secret = link_secret(ticket.id);
    print_slip(call, floor, view);
    return CheckedIn{CheckInOutcome::checked_in, std::move(view)};
}

bool is_to_come(Call& call, tickets::Ticket const& ticket, ServiceId const& service) {
    return std::ranges::any_of(tickets::stops_of(call, ticket.id), [&](auto const& stop) {
        return !stop.served && stop.service == service;
    });
}

// One open number a person and service: it is named, and so is a booking of today.
Result<void> has_none_yet(Call& call, Floor const& floor, PersonId const& person,
                          ServiceId const& service) {
    for (auto const& other : tickets::of_person(call, person, floor.today)) {
        if (other.hall != floor.hall.id || tickets::is_end(other.state) ||
            !is_to_come(call, other, service))
            continue;
        if (other.number)
            return Refusal{Why::conflict,
                           "ticket.already_waiting",
                           other.id.text,
                           "id_number",
                           {{"number", *other.number}}};
        if (other.state == State::booked && other.day == floor.today)
            return Refusal{Why::conflict,
                           "ticket.booked_today",
                           other.id.text,
                           "id_number",
                           {{"time", clock_of(call, *other.booked_at)}}};
    }
    return {};
}

}  // namespace

Result<CheckedIn> check_in(Call& call, CheckIn const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    TRY(people::may(call, check_people_in, people::node(call.district, form.hall)));
    auto const visits = TRY(visits_of(call, form, floor.today));
    auto const* next = next_of(visits, form);
    if (!next) return CheckedIn{CheckInOutcome::no_booking, {}};

    bool const look = form.look.value_or(false);
    auto ticket = *next;
    if (ticket.state == State::booked) return fetch(call, floor, std::move(ticket), look);
    if (tickets::is_end(ticket.state))
        return Refusal{Why::too_late, "booking.ended", ticket.id.text};
    if (ticket.state == State::held)
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    if (ticket.state == State::missed && !look) TRY(put_back(call, floor, ticket));
    auto view = shown(call, TRY(see_all(call, form.hall)), ticket);
    view.secret = link_secret(ticket.id);
    return CheckedIn{CheckInOutcome::already, std::move(view)};
}

Result<TicketView> issue_ticket(Call& call, IssueTicket const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    TRY(people::may(call, issue_tickets, people::node(call.district, form.hall)));
    auto const service = TRY(find_service(floor.hall, form.service));
    auto const& groups = floor.rules.priority_groups;
    if (form.priority && std::ranges::find(groups, *form.priority) == groups.end())
        return Refusal{Why::invalid, "ticket.unknown_priority", *form.priority, "priority"};
    TRY(may_issue(call, floor, service));

    tickets::Ticket ticket{};
    ticket.id = call.fresh<TicketId>();
    ticket.hall = form.hall;
    ticket.queue = service.queue;
    ticket.service = service.id;
    ticket.priority = form.priority;
    ticket.slots = service.slots;
    ticket.stop = 1;
    if (form.id_number) {
        ticket.person = TRY(people::identify(
            call, {form.name.value_or(""), *form.id_number, form.phone.value_or("")}));
        people::lock(call, *ticket.person);
        TRY(has_none_yet(call, floor, *ticket.person, service.id));
    }
    auto const entry = form.priority ? Entry::priority : Entry::walkin;
    place_in_order(call, floor, service, ticket,
                   tickets::place_on_issue(order_rules(floor.rules), entry, call.now));
    tickets::create(call, ticket, link_secret(ticket.id),
                    {{1, service.id, service.queue, {}, {}, false}},
                    {.kind = "issued", .to = State::waiting});

    auto view = shown(call, TRY(see_all(call, form.hall)), ticket);
    view.secret = link_secret(ticket.id);
    print_slip(call, floor, view);
    return view;
}

Result<TicketView> see_ticket(Call& call, TicketAtTicket const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    return shown(call, floor, TRY(tickets::open(call, form.hall, form.ticket, form.secret)));
}

Result<TicketView> leave(Call& call, TicketAtTicket const& form) {
    auto ticket = TRY(tickets::open(call, form.hall, form.ticket, form.secret));
    // Leaving twice is the same as leaving once.
    if (ticket.state != State::left)
        TRY(tickets::change(call, ticket, {.kind = "left", .to = State::left}));
    return shown(call, TRY(see_all(call, form.hall)), ticket);
}

Result<TicketView> return_missed(Call& call, TicketAtTicket const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto ticket = TRY(tickets::open(call, form.hall, form.ticket, form.secret));
    if (ticket.state != State::missed)
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    TRY(put_back(call, floor, ticket));
    return shown(call, TRY(see_all(call, form.hall)), ticket);
}

Result<FoundTicket> find_ticket(Call& call, FindTicket const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const ticket = tickets::by_number(call, form.hall, form.number, floor.today);
    if (!ticket) return Refusal{Why::not_found, "ticket.no_such_number", form.number, "number"};
    auto const view = shown(call, floor, *ticket);
    return FoundTicket{view.number, view.day,    view.service_name, view.state,
                       view.ahead,  view.window, view.estimate};
}

Result<PersonShown> see_person(Call& call, SeePerson const& form) {
    TRY(people::may(call, see_persons, people::node(call.district, form.hall)));
    auto const ticket = TRY(tickets::find(call, form.hall, form.ticket));
    if (!ticket.person) return Refusal{Why::not_found, "person.not_found", ticket.id.text};
    auto const person = TRY(people::reveal(call, *ticket.person, form.reason));
    return PersonShown{person.name, person.id_number, person.phone};
}

}  // namespace banshi::hall
