// Windows 窗口: opened, paused, closed, and watched for a sign of life.

#include "systems/hall/window.h"

#include <algorithm>

#include "engines/people/people.h"
#include "systems/hall/evaluator.h"

namespace banshi::hall {

Result<AtWork> at_work(Call& call, HallId const& hall, WindowId const& id, Right const& right) {
    auto floor = TRY(see_all(call, hall));
    auto window = TRY(tickets::find_window(call, hall, id));
    TRY(people::may(call, right, people::node(call.district, hall, id)));
    return AtWork{std::move(floor), std::move(window)};
}

namespace {

Refusal taken_by(tickets::Window const& window) {
    return {
        Why::conflict, "window.taken", window.id.text, "window", {{"clerk", window.clerk_name}}};
}

// What another clerk works at is left alone, also in a pause and until the last number is done,
// but by who manages the hall.
Result<void> not_another(Call& call, AtWork const& work) {
    auto const& [floor, window] = work;
    bool const worked_at = window.staff_state != StaffState::off || !is_free(floor, window.id);
    if (worked_at && window.clerk != call.actor.account &&
        !people::may(call, manage_halls, people::node(call.district, floor.hall.id)))
        return taken_by(window);
    return {};
}

}  // namespace

Result<AtWork> at_own_window(Call& call, HallId const& hall, WindowId const& id) {
    auto work = TRY(at_work(call, hall, id, call_tickets));
    TRY(not_another(call, work));
    return work;
}

Result<AtWork> at_open_window(Call& call, HallId const& hall, WindowId const& id) {
    auto work = TRY(at_own_window(call, hall, id));
    if (!tickets::is_open(work.window))
        return Refusal{Why::conflict, "window.closed", id.text, "window", {{"window", id.text}}};
    return work;
}

Result<tickets::Ticket> at_this_window(Call& call, HallId const& hall, WindowId const& window,
                                       TicketId const& id, std::vector<State> const& states) {
    auto ticket = TRY(tickets::find(call, hall, id));
    TRY(people::may(call, call_tickets, people::node(call.district, hall, window)));
    if (std::ranges::find(states, ticket.state) == states.end())
        return Refusal{Why::conflict, "ticket.wrong_state", id.text};
    if (ticket.window != window) return Refusal{Why::conflict, "window.other_ticket", id.text};
    return ticket;
}

void set_staff_state(Call& call, HallId const& hall, tickets::Window& window, StaffState state) {
    if (window.staff_state != state) window.since = call.now;
    window.staff_state = state;
    window.heard_at = call.now;
    tickets::save(call, hall, window);
}

Result<void> give_back_called(Call& call, Floor const& floor, WindowId const& window,
                              std::string const& why) {
    for (auto ticket : floor.called) {
        if (ticket.window != window) continue;
        ticket.window.reset();
        TRY(tickets::change(
            call, ticket,
            {.kind = "uncalled", .to = State::waiting, .reason = why, .window = window}));
    }
    return {};
}

namespace {

WaitingTicket waiting_shown(tickets::Ticket const& ticket, Day today, Instant now) {
    auto const place = shown_place(ticket, today);
    return {ticket.id,       place.number, place.day,   ticket.service,  place.entry,
            ticket.priority, place.due,    place.since, place.due <= now};
}

CurrentTicket current_shown(Call& call, Floor const& floor, tickets::Ticket const& ticket) {
    auto const view = shown(call, floor, ticket);
    auto const service = find_service(floor.hall, ticket.service);
    CurrentTicket current{};
    current.ticket = ticket.id;
    current.number = view.number;
    current.day = day_beside(ticket.day, floor.today);
    current.state = ticket.state;
    current.service = ticket.service;
    current.service_name = view.service_name;
    current.entry = view.entry;
    current.priority = ticket.priority;
    current.name = view.name;
    if (ticket.person) current.id_number = people::masked(call, *ticket.person).id_number;
    current.booked_at = ticket.booked_at;
    current.issued_at = view.issued_at;
    current.due = view.due;
    current.calls = ticket.calls;
    for (auto const& event : tickets::events_of(call, ticket.id)) {
        if (event.stop != ticket.stop) continue;
        if (event.to == State::called) current.called_at = event.at;
        if (event.kind == "begun") current.begun_at = event.at;
    }
    current.stops = view.stops;
    current.waited_seconds = view.stops.empty() ? 0 : view.stops.back().waited_seconds;
    if (service) current.documents = documents_of(call, service.value());
    current.recall_from = ticket.changed_at + Seconds{floor.rules.recall_gap_seconds};
    current.recall_allowed = ticket.state == State::called && call.now >= current.recall_from;
    return current;
}

// Tickets in a state that this window could serve.
std::vector<WaitingTicket> within_reach(Call& call, std::vector<tickets::Ticket> const& tickets,
                                        std::vector<ServiceId> const& skills) {
    auto const today = call.district.zone().day_of(call.now);
    std::vector<WaitingTicket> shown;
    for (auto const& ticket : tickets)
        if (std::ranges::find(skills, ticket.service) != skills.end())
            shown.push_back(waiting_shown(ticket, today, call.now));
    return shown;
}

// A window closes quietly only while another can serve everybody who waits.
Result<void> leaves_nobody(Floor const& floor, WindowId const& window) {
    for (auto const& ticket : floor.waiting) {
        auto const open = open_windows(floor, ticket.service);
        if (open.size() == 1 && open.front() == window) {
            auto const service = find_service(floor.hall, ticket.service);
            return Refusal{Why::conflict,
                           "window.last_of_service",
                           ticket.service.text,
                           "confirm",
                           {{"service", service ? service.value().name : ""}}};
        }
    }
    return {};
}

}  // namespace

WindowView view_of(Call& call, HallId const& hall, WindowId const& id) {
    auto const floor = see_all(call, hall).value();
    auto const window = tickets::find_window(call, hall, id).value();
    auto const skills = skills_of(floor, id);
    WindowView view{};
    view.hall = hall;
    view.window = id;
    view.staff_state = window.staff_state;
    view.clerk = window.clerk_name;
    view.services = skills;
    for (auto const& skill : skills)
        if (auto const service = find_service(floor.hall, skill))
            view.service_names.push_back(name_of(call, service.value()));
    if (auto const ticket = tickets::at_window(call, hall, id))
        view.current = current_shown(call, floor, *ticket);
    view.queue = within_reach(call, floor.waiting, skills);
    view.parked = within_reach(call, tickets::in_state(call, hall, State::parked), skills);
    view.missed = within_reach(call, tickets::in_state(call, hall, State::missed), skills);
    view.served_today = static_cast<int>(tickets::served_at(call, hall, id, floor.today));
    view.other_waiting = static_cast<int>(floor.waiting.size() - view.queue.size());
    view.without_window =
        static_cast<int>(std::ranges::count_if(floor.waiting, [&](auto const& ticket) {
            return open_windows(floor, ticket.service).empty();
        }));
    for (auto const& other : floor.windows)
        if (other.id != id && other.emergency_at)
            view.help.push_back({other.id, *other.emergency_at});
    view.just_served = just_served(call, floor, id);
    view.undo = step_to_undo(call, hall, id);
    view.now = call.now;
    return view;
}

Result<WindowView> see_window(Call& call, AtWindow const& form) {
    TRY(at_work(call, form.hall, form.window, see_windows));
    return view_of(call, form.hall, form.window);
}

Result<WindowView> open_window(Call& call, AtWindow const& form) {
    auto work = TRY(at_work(call, form.hall, form.window, call_tickets));
    if (tickets::is_open(work.window) && work.window.clerk != call.actor.account)
        return taken_by(work.window);
    work.window.clerk = call.actor.account;
    work.window.clerk_name = call.actor.name;
    auto const busy = tickets::at_window(call, form.hall, form.window).has_value();
    set_staff_state(call, form.hall, work.window, busy ? StaffState::serving : StaffState::ready);
    return view_of(call, form.hall, form.window);
}

static Result<WindowView> step_away(Call& call, AtWindow const& form, StaffState state) {
    auto work = TRY(at_own_window(call, form.hall, form.window));
    auto const word = boost::describe::enum_to_string(state, "");
    TRY(give_back_called(call, work.floor, form.window, word));
    set_staff_state(call, form.hall, work.window, state);
    return view_of(call, form.hall, form.window);
}

Result<WindowView> pause_window(Call& call, AtWindow const& form) {
    return step_away(call, form, StaffState::paused);
}

Result<WindowView> work_behind(Call& call, AtWindow const& form) {
    return step_away(call, form, StaffState::back_office);
}

Result<WindowView> close_window(Call& call, CloseWindow const& form) {
    auto work = TRY(at_own_window(call, form.hall, form.window));
    if (!form.confirm.value_or(false)) TRY(leaves_nobody(work.floor, form.window));
    TRY(give_back_called(call, work.floor, form.window, "closed"));
    set_staff_state(call, form.hall, work.window, StaffState::off);
    return view_of(call, form.hall, form.window);
}

Result<WindowView> heartbeat(Call& call, AtWindow const& form) {
    auto work = TRY(at_own_window(call, form.hall, form.window));
    work.window.heard_at = call.now;
    tickets::note_heartbeat(call, form.hall, work.window);
    return view_of(call, form.hall, form.window);
}

namespace {

constexpr Seconds undo_time{10};

// The last step at the window, where the way of a ticket leads back from it.
std::optional<tickets::Event> step_back(Call& call, HallId const& hall, WindowId const& window) {
    auto const today = call.district.zone().day_of(call.now);
    auto const last = tickets::last_at_window(call, hall, window, today);
    if (!last || call.now - last->at > undo_time) return std::nullopt;
    auto const ticket = tickets::find(call, hall, last->ticket);
    bool const stands = ticket && ticket.value().events == last->sequence;
    bool const back = last->kind == "called" || last->kind == "parked";
    return stands && back ? last : std::nullopt;
}

}  // namespace

std::optional<std::string> step_to_undo(Call& call, HallId const& hall, WindowId const& window) {
    auto const step = step_back(call, hall, window);
    return step ? std::optional{step->kind} : std::nullopt;
}

Result<WindowView> undo(Call& call, AtWindow const& form) {
    TRY(at_open_window(call, form.hall, form.window));
    auto const step = step_back(call, form.hall, form.window);
    if (!step) return Refusal{Why::conflict, "window.nothing_to_undo", form.window.text};
    TicketAtWindow const back{form.hall, form.window, step->ticket};
    return step->kind == "called" ? uncall(call, back) : unpark(call, back);
}

Result<WindowView> raise_emergency(Call& call, AtWindow const& form) {
    auto work = TRY(at_work(call, form.hall, form.window, call_tickets));
    work.window.emergency_at = call.now;
    tickets::save(call, form.hall, work.window);
    return view_of(call, form.hall, form.window);
}

// The console of a window is silent: what was called there and not begun goes back in line.
Result<Swept> sweep_silent_windows(Call& call, SweepSilentWindows const&) {
    Swept swept{};
    for (auto const& setting : call.district.policy<Settings>().halls) {
        auto const floor = TRY(see_all(call, setting.id));
        for (auto const& window : floor.windows) {
            auto const silent = call.now - window.heard_at > Seconds{floor.rules.heartbeat_seconds};
            if (!silent || !tickets::is_open(window)) continue;
            swept.returned += static_cast<int>(
                std::ranges::count(floor.called, window.id, &tickets::Ticket::window));
            TRY(give_back_called(call, floor, window.id, "window lost"));
        }
    }
    return swept;
}

}  // namespace banshi::hall
