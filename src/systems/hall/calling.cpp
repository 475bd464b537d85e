// Calling 叫号, serving, clearing 销号: what a clerk does with one ticket after the other.

#include <algorithm>

#include "base/letters.h"
#include "engines/notices/notices.h"
#include "engines/people/people.h"
#include "systems/hall/window.h"

namespace banshi::hall {

namespace {

// Locks every queue that the window serves, in one order, so that two calls never cross.
void lock_queues(Call& call, Floor const& floor, std::vector<ServiceId> const& skills) {
    std::vector<QueueId> queues;
    for (auto const& skill : floor.skills)
        if (std::ranges::find(skills, skill.service) != skills.end()) queues.push_back(skill.queue);
    std::ranges::sort(queues);
    queues.erase(std::unique(queues.begin(), queues.end()), queues.end());
    for (auto const& queue : queues) tickets::lock_queue(call, floor.hall.id, queue);
}

Refusal busy(WindowId const& window) {
    return {Why::conflict, "window.window_busy", window.text, "window", {{"window", window.text}}};
}

// 快到您了: to whoever has this many before them, once a ticket.
void tell_soon(Call& call, HallId const& id) {
    auto const floor = see_all(call, id).value();
    for (auto const& ticket : floor.waiting) {
        auto const ahead = ahead_of(floor, ticket.service, ticket.key());
        if (!ticket.person || ahead > floor.rules.soon_ahead) continue;
        auto const service = find_service(floor.hall, ticket.service);
        notices::queue(call, {.text = "queue.soon",
                              .person = *ticket.person,
                              .facts = {{"number", ticket.number.value()},
                                        {"ahead", std::to_string(ahead)},
                                        {"service", service ? name_of(call, service.value()) : ""},
                                        {"hall", name_of(call, floor.hall)}},
                              .once = "queue.soon/" + ticket.id.text,
                              .about = ticket.id.text,
                              .urgent = true});
    }
}

Result<WindowView> call_chosen(Call& call, AtWork& work, tickets::Choice const& choice,
                               std::string const& reason) {
    auto ticket = TRY(tickets::find(call, work.floor.hall.id, choice.ticket.id));
    ticket.window = work.window.id;
    ticket.calls = 1;
    TRY(tickets::change(
        call, ticket,
        {.kind = "called", .to = State::called, .reason = reason, .passed_over = choice.passed}));
    set_staff_state(call, work.floor.hall.id, work.window, StaffState::serving);
    tell_soon(call, work.floor.hall.id);
    return view_of(call, work.floor.hall.id, work.window.id);
}

Result<void> wants_reason(std::optional<std::string> const& reason) {
    if (reason && !is_blank(*reason)) return {};
    return Refusal{Why::invalid, "override.reason_missing", "", "reason"};
}

// The service comes next; what is left of the visit follows.
void put_next(Call& call, tickets::Ticket& ticket, ServiceSetting const& service) {
    std::vector<tickets::Stop> stops{{ticket.stop + 1, service.id, service.queue, {}, {}, false}};
    for (auto& stop : tickets::stops_of(call, ticket.id)) {
        if (stop.stop <= ticket.stop || stop.service == service.id) continue;
        stop.stop = stops.back().stop + 1;
        stops.push_back(std::move(stop));
    }
    tickets::plan_stops(call, ticket, stops);
}

tickets::Stage stage_of(tickets::Ticket const& ticket) {
    return {ticket.stop, ticket.service, ticket.due};
}

// After a ticket: a window that was paused meanwhile stays so.
StaffState idle(tickets::Window const& window) {
    return tickets::is_open(window) ? StaffState::ready : window.staff_state;
}

// First in line is an override: the place goes before whoever stands first now.
void put_first(Floor const& floor, tickets::Ticket& ticket, std::int64_t turn) {
    for (auto const& other : floor.waiting) {
        if (other.queue != ticket.queue || ticket.key() < other.key()) continue;
        ticket.due = other.due;
        ticket.tie = other.tie;
        ticket.return_number = -turn;
        return;
    }
}

// A state change at the window, after which the window stands as given.
Result<WindowView> move_on(Call& call, AtWork& work, TicketAtWindow const& form,
                           std::vector<State> const& from, tickets::Happening const& happening,
                           StaffState staff) {
    auto ticket = TRY(at_this_window(call, form.hall, form.window, form.ticket, from));
    if (happening.to == State::waiting || happening.to == State::parked) ticket.window.reset();
    auto step = happening;
    step.window = form.window;
    TRY(tickets::change(call, ticket, step));
    set_staff_state(call, form.hall, work.window, staff);
    return view_of(call, form.hall, form.window);
}

Result<WindowView> move_on(Call& call, TicketAtWindow const& form, std::vector<State> const& from,
                           tickets::Happening const& happening, StaffState staff) {
    auto work = TRY(at_open_window(call, form.hall, form.window));
    return move_on(call, work, form, from, happening, staff);
}

}  // namespace

Result<std::optional<WindowView>> call_next(Call& call, CallNext const& form) {
    auto const before = TRY(at_open_window(call, form.hall, form.window));
    auto const skills = skills_of(before.floor, form.window);
    lock_queues(call, before.floor, skills);
    auto work = TRY(at_open_window(call, form.hall, form.window));
    if (!is_free(work.floor, form.window)) return busy(form.window);
    auto const choice = tickets::next_for(skills, in_order(work.floor));
    if (!choice) return std::optional<WindowView>{};
    return std::optional{TRY(call_chosen(call, work, *choice, ""))};
}

Result<WindowView> call_ticket(Call& call, CallTicket const& form) {
    auto const before = TRY(at_open_window(call, form.hall, form.window));
    TRY(wants_reason(form.reason));
    auto const skills = skills_of(before.floor, form.window);
    lock_queues(call, before.floor, skills);
    auto work = TRY(at_open_window(call, form.hall, form.window));
    if (!is_free(work.floor, form.window)) return busy(form.window);
    auto const choice = tickets::choose(form.ticket, skills, in_order(work.floor));
    if (!choice) return Refusal{Why::conflict, "ticket.wrong_state", form.ticket.text};
    return call_chosen(call, work, *choice, form.reason);
}

Result<WindowView> recall(Call& call, TicketAtWindow const& form) {
    auto work = TRY(at_open_window(call, form.hall, form.window));
    auto ticket = TRY(at_this_window(call, form.hall, form.window, form.ticket, {State::called}));
    auto const from = ticket.changed_at + Seconds{work.floor.rules.recall_gap_seconds};
    if (call.now < from)
        return Refusal{Why::conflict,
                       "ticket.too_soon",
                       ticket.id.text,
                       "",
                       {{"seconds", std::to_string(work.floor.rules.recall_gap_seconds)}}};
    if (ticket.calls >= work.floor.rules.calls_most)
        return move_on(call, form, {State::called}, {.kind = "missed", .to = State::missed},
                       StaffState::ready);
    ++ticket.calls;
    TRY(tickets::change(call, ticket, {.kind = "recalled", .to = State::called}));
    return view_of(call, form.hall, form.window);
}

Result<WindowView> uncall(Call& call, TicketAtWindow const& form) {
    return move_on(call, form, {State::called}, {.kind = "uncalled", .to = State::waiting},
                   StaffState::ready);
}

Result<WindowView> begin(Call& call, TicketAtWindow const& form) {
    return move_on(call, form, {State::called}, {.kind = "begun", .to = State::serving},
                   StaffState::serving);
}

Result<WindowView> finish(Call& call, TicketAtWindow const& form) {
    auto work = TRY(at_own_window(call, form.hall, form.window));
    auto ticket = TRY(at_this_window(call, form.hall, form.window, form.ticket, {State::serving}));
    tickets::mark_served(call, ticket, form.window);
    auto const stops = tickets::stops_of(call, ticket.id);
    auto const more = std::ranges::find(stops, ticket.stop + 1, &tickets::Stop::stop);
    if (more == stops.end()) {
        TRY(tickets::change(call, ticket, {.kind = "served", .to = State::served}));
    } else {
        // The visit has another service: back in line with the same due, for its own stop.
        tickets::lock_queue(call, form.hall, more->queue);
        auto const done = stage_of(ticket);
        ticket.stop = more->stop;
        ticket.service = more->service;
        ticket.queue = more->queue;
        ticket.window.reset();
        ticket.calls = 0;
        TRY(tickets::change(
            call, ticket,
            {.kind = "stop_served", .to = State::waiting, .window = form.window, .of = done}));
    }
    set_staff_state(call, form.hall, work.window, idle(work.window));
    return view_of(call, form.hall, form.window);
}

Result<WindowView> transfer(Call& call, Transfer const& form) {
    auto work = TRY(at_own_window(call, form.hall, form.window));
    auto const service = TRY(find_service(work.floor.hall, form.service));
    auto ticket = TRY(at_this_window(call, form.hall, form.window, form.ticket, {State::serving}));
    bool const first = form.first.value_or(false);
    if (first) {
        TRY(people::may(call, override_order, people::node(call.district, form.hall)));
        TRY(wants_reason(form.reason));
    }

    auto const turn = tickets::lock_queue(call, form.hall, service.queue);
    auto const done = stage_of(ticket);
    tickets::mark_served(call, ticket, form.window);
    put_next(call, ticket, service);
    ++ticket.stop;
    ticket.service = service.id;
    ticket.queue = service.queue;
    ticket.window.reset();
    ticket.calls = 0;
    if (first) put_first(work.floor, ticket, turn);
    TRY(tickets::change(call, ticket,
                        {.kind = "transferred",
                         .to = State::waiting,
                         .reason = form.reason.value_or(""),
                         .window = form.window,
                         .of = done}));
    set_staff_state(call, form.hall, work.window, idle(work.window));
    return view_of(call, form.hall, form.window);
}

Result<WindowView> park(Call& call, TicketAtWindow const& form) {
    auto work = TRY(at_own_window(call, form.hall, form.window));
    return move_on(call, work, form, {State::serving}, {.kind = "parked", .to = State::parked},
                   idle(work.window));
}

Result<WindowView> unpark(Call& call, TicketAtWindow const& form) {
    auto work = TRY(at_open_window(call, form.hall, form.window));
    if (!is_free(work.floor, form.window)) return busy(form.window);
    auto ticket = TRY(tickets::find(call, form.hall, form.ticket));
    if (ticket.state != State::parked)
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    auto const skills = skills_of(work.floor, form.window);
    if (std::ranges::find(skills, ticket.service) == skills.end())
        return Refusal{Why::conflict, "window.lacks_skill", ticket.service.text, "window"};
    tickets::lock_queue(call, form.hall, ticket.queue);
    ticket.window = form.window;
    ticket.calls = 1;
    TRY(tickets::change(call, ticket, {.kind = "unparked", .to = State::called}));
    set_staff_state(call, form.hall, work.window, StaffState::serving);
    return view_of(call, form.hall, form.window);
}

Result<WindowView> miss(Call& call, TicketAtWindow const& form) {
    auto const ticket =
        TRY(at_this_window(call, form.hall, form.window, form.ticket, {State::called}));
    if (ticket.calls < 2) return Refusal{Why::conflict, "ticket.called_once", ticket.id.text};
    return move_on(call, form, {State::called}, {.kind = "missed", .to = State::missed},
                   StaffState::ready);
}

Result<WindowView> return_at_window(Call& call, TicketAtWindow const& form) {
    auto work = TRY(at_open_window(call, form.hall, form.window));
    auto ticket = TRY(tickets::find(call, form.hall, form.ticket));
    if (ticket.state != State::missed)
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    TRY(put_back(call, work.floor, ticket));
    return view_of(call, form.hall, form.window);
}

}  // namespace banshi::hall
