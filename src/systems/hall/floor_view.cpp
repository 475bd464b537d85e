// The hall at this moment 现场, as its manager sees it, and what can be done at once: give a
// window other services, move a ticket from a window whose clerk is gone, end an alarm.

#include <algorithm>

#include "base/letters.h"
#include "engines/bookings/bookings.h"
#include "engines/notices/notices.h"
#include "engines/people/orgs.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/window.h"

namespace banshi::hall {

namespace {

int whole_minutes(std::chrono::microseconds time) {
    return static_cast<int>(std::chrono::floor<Minutes>(time).count());
}

tickets::Ticket const* at(Floor const& floor, WindowId const& window) {
    for (auto const* tickets : {&floor.called, &floor.serving})
        for (auto const& ticket : *tickets)
            if (ticket.window == window) return &ticket;
    return nullptr;
}

bool is_lost(Floor const& floor, tickets::Window const& window, Instant now) {
    return tickets::is_open(window) &&
           now - window.heard_at > Seconds{floor.rules.heartbeat_seconds};
}

WindowStatus window_status(Floor const& floor, tickets::Window const& window, Instant now) {
    WindowStatus status{};
    status.window = window.id;
    status.staff_state = window.staff_state;
    status.clerk = window.clerk_name;
    status.services = skills_of(floor, window.id);
    status.minutes = whole_minutes(now - window.since);
    if (auto const* ticket = at(floor, window.id)) {
        status.number = ticket->number;
        status.day = day_beside(ticket->day, floor.today);
        status.state = ticket->state;
        status.minutes = whole_minutes(now - ticket->changed_at);
    }
    status.emergency = window.emergency_at.has_value();
    status.lost = is_lost(floor, window, now);
    return status;
}

std::string name_of_queue(Call const& call, Floor const& floor, QueueId const& queue) {
    std::string name;
    for (auto const& service : floor.hall.services)
        if (service.queue == queue) name += (name.empty() ? "" : " / ") + name_of(call, service);
    return name;
}

// Of one queue: who waits there, and for how long.
struct Line {
    QueueStatus status;
    std::optional<Instant> longest_since;
    bool has_window = false;
};

Line line_of(Call const& call, Floor const& floor, QueueId const& queue) {
    Line line{{queue, name_of_queue(call, floor, queue), 0, 0, 0, {}}, {}};
    for (auto const& ticket : floor.waiting) {
        if (ticket.queue != queue) continue;
        ++line.status.waiting;
        line.status.due_passed += ticket.due <= call.now;
        line.longest_since =
            std::min(line.longest_since.value_or(ticket.changed_at), ticket.changed_at);
    }
    if (line.longest_since)
        line.status.longest_wait_minutes = whole_minutes(call.now - *line.longest_since);
    for (auto const& service : floor.hall.services) {
        if (service.queue != queue) continue;
        line.has_window |= !open_windows(floor, service.id).empty();
        auto const newcomer = place_of_newcomer(floor, call.now);
        if (!line.status.estimate.p50_minutes)
            line.status.estimate = shown(estimate(floor, service, newcomer, call.now));
    }
    return line;
}

void add_conflicts(Call& call, Floor const& floor, std::vector<Alert>& alerts) {
    constexpr std::chrono::days ahead{14};
    auto const& zone = call.district.zone();
    for (auto const& slot :
         bookings::find_overfull(call, floor.hall.id, call.now, call.now + ahead))
        alerts.push_back({"conflict",
                          name_of_queue(call, floor, slot.queue) + " " +
                              written(zone.day_of(slot.start)) + " " +
                              written_clock(zone.wall_time(slot.start)),
                          slot.start});
}

// Since its last slip came out the printer has failed with every one.
void add_printer(Call& call, Floor const& floor, std::vector<Alert>& alerts) {
    using namespace std::chrono_literals;
    constexpr int latest = 50;
    if (floor.hall.printer.empty()) return;
    std::optional<Alert> failing;
    for (auto const& attempt :
         notices::list_attempts(call, notices::Channel::printer, call.now - 4h, latest)) {
        if (!tickets::find(call, floor.hall.id, TicketId{attempt.about})) continue;
        if (attempt.state == notices::State::sent) break;
        if (!attempt.trouble.empty())
            failing = Alert{"printer", floor.hall.printer, attempt.queued_at};
    }
    if (failing) alerts.push_back(*failing);
}

std::vector<Alert> alerts_of(Call& call, Floor const& floor, std::vector<Line> const& lines) {
    std::vector<Alert> alerts;
    for (auto const& window : floor.windows)
        if (window.emergency_at)
            alerts.push_back({"emergency", window.id.text, *window.emergency_at});
    Minutes const target{floor.rules.target_minutes};
    for (auto const& line : lines) {
        if (!line.longest_since) continue;
        if (!line.has_window)
            alerts.push_back({"no_window", line.status.name, *line.longest_since});
        if (call.now - *line.longest_since > target)
            alerts.push_back({"target_missed", line.status.name, *line.longest_since + target});
    }
    add_printer(call, floor, alerts);
    add_conflicts(call, floor, alerts);
    if (evaluations::count_late(call, floor.hall.id, floor.today) > 0)
        alerts.push_back({"follow_up",
                          std::to_string(evaluations::count_late(call, floor.hall.id, floor.today)),
                          call.district.zone().midnight(floor.today)});
    return alerts;
}

FloorView view_of(Call& call, Floor const& floor) {
    FloorView view{};
    for (auto const& window : floor.windows)
        view.windows.push_back(window_status(floor, window, call.now));
    std::vector<Line> lines;
    for (auto const& queue : queues_of(floor.hall)) lines.push_back(line_of(call, floor, queue));
    for (auto const& line : lines) view.queues.push_back(line.status);
    view.alerts = alerts_of(call, floor, lines);
    auto const counts = tickets::counts_of_day(call, floor.hall.id, floor.today);
    view.issued_today = static_cast<int>(counts.issued);
    view.served_today = static_cast<int>(counts.served);
    view.waiting = static_cast<int>(floor.waiting.size());
    view.now = call.now;
    return view;
}

Result<void> may_manage(Call& call, HallId const& hall) {
    TRY(find_hall(call, hall));
    return people::may(call, manage_halls, people::node(call.district, hall));
}

}  // namespace

Result<FloorView> see_floor(Call& call, AtHall const& form) {
    TRY(may_manage(call, form.hall));
    return view_of(call, TRY(see_all(call, form.hall)));
}

Result<FloorView> set_skills(Call& call, SetSkills const& form) {
    TRY(may_manage(call, form.hall));
    TRY(tickets::find_window(call, form.hall, form.window));
    auto const hall = TRY(find_hall(call, form.hall));
    std::vector<tickets::Skill> skills;
    for (auto const& id : form.services) {
        auto const service = TRY(find_service(hall, id));
        if (std::ranges::find(skills, id, &tickets::Skill::service) == skills.end())
            skills.push_back({form.window, id, service.queue});
    }
    tickets::set_skills(call, form.hall, form.window, skills);
    return view_of(call, TRY(see_all(call, form.hall)));
}

namespace {

// Off the window it is at: what was begun is parked, what was only called goes back in line.
Result<void> take_away(Call& call, tickets::Ticket& ticket, std::string const& reason) {
    if (ticket.state == State::parked) return {};
    auto window = TRY(tickets::find_window(call, ticket.hall, ticket.window.value()));
    bool const begun = ticket.state == State::serving;
    ticket.window.reset();
    TRY(tickets::change(call, ticket,
                        {.kind = begun ? "parked" : "uncalled",
                         .to = begun ? State::parked : State::waiting,
                         .reason = reason,
                         .window = window.id}));
    if (window.staff_state == StaffState::serving)
        set_staff_state(call, ticket.hall, window, StaffState::ready);
    return {};
}

// The citizen hears the new window as with every call.
Result<void> call_over(Call& call, tickets::Ticket& ticket, TakeOver const& form) {
    tickets::Happening step{.kind = "unparked", .to = State::called, .reason = form.reason};
    if (ticket.state == State::waiting) {
        auto const floor = TRY(see_all(call, form.hall));
        auto choice = tickets::choose(ticket.id, skills_of(floor, form.window), in_order(floor));
        step.kind = "called";
        step.passed_over = std::move(choice.value().passed);
    }
    ticket.window = form.window;
    ticket.calls = 1;
    return tickets::change(call, ticket, step);
}

}  // namespace

Result<FloorView> take_over(Call& call, TakeOver const& form) {
    TRY(may_manage(call, form.hall));
    if (is_blank(form.reason))
        return Refusal{Why::invalid, "override.reason_missing", "", "reason"};
    auto const floor = TRY(see_all(call, form.hall));
    auto window = TRY(tickets::find_window(call, form.hall, form.window));
    if (!tickets::is_open(window))
        return Refusal{Why::conflict,
                       "window.closed",
                       form.window.text,
                       "window",
                       {{"window", form.window.text}}};
    if (!is_free(floor, form.window))
        return Refusal{Why::conflict,
                       "window.window_busy",
                       form.window.text,
                       "window",
                       {{"window", form.window.text}}};
    auto ticket = TRY(tickets::find(call, form.hall, form.ticket));
    bool const at_window = ticket.state == State::called || ticket.state == State::serving;
    if (!at_window && ticket.state != State::parked)
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    if (!can_do(floor, form.window, ticket.service))
        return Refusal{Why::conflict, "window.lacks_skill", ticket.service.text, "window"};
    tickets::lock_queue(call, form.hall, ticket.queue);
    TRY(take_away(call, ticket, form.reason));
    TRY(call_over(call, ticket, form));
    set_staff_state(call, form.hall, window, StaffState::serving);
    return view_of(call, TRY(see_all(call, form.hall)));
}

Result<FloorView> clear_emergency(Call& call, AtWindow const& form) {
    TRY(may_manage(call, form.hall));
    auto window = TRY(tickets::find_window(call, form.hall, form.window));
    window.emergency_at.reset();
    tickets::save(call, form.hall, window);
    return view_of(call, TRY(see_all(call, form.hall)));
}

}  // namespace banshi::hall
