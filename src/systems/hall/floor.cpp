#include "systems/hall/floor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace banshi::hall {

namespace {

// Fewer cases than this say less than the office's own figure.
constexpr int least_cases = 20;
constexpr double usual_show_rate = 0.8;

tickets::Measure const* measure_of(Floor const& floor, ServiceId const& service) {
    auto const found = std::ranges::find(floor.measures, service, &tickets::Measure::service);
    return found == floor.measures.end() ? nullptr : &*found;
}

}  // namespace

tickets::Rules order_rules(Rules const& rules) {
    return {Minutes{rules.boost_minutes}, Minutes{rules.early_minutes},
            Minutes{rules.grace_minutes}, rules.return_behind};
}

Result<Floor> see_all(Call& call, HallId const& id) {
    auto hall = TRY(find_hall(call, id));
    auto const today = call.district.zone().day_of(call.now);
    return Floor{.hall = std::move(hall),
                 .rules = rules_on(call, id, today),
                 .today = today,
                 .waiting = tickets::waiting(call, id),
                 .called = tickets::in_state(call, id, State::called),
                 .serving = tickets::in_state(call, id, State::serving),
                 .booked = tickets::booked_on(call, id, today),
                 .windows = tickets::windows_of(call, id),
                 .skills = tickets::skills_of(call, id),
                 .measures = tickets::measures_of(call, id)};
}

std::vector<ServiceId> skills_of(Floor const& floor, WindowId const& window) {
    std::vector<ServiceId> services;
    for (auto const& skill : floor.skills)
        if (skill.window == window) services.push_back(skill.service);
    return services;
}

bool can_do(Floor const& floor, WindowId const& window, ServiceId const& service) {
    return std::ranges::any_of(floor.skills, [&](auto const& skill) {
        return skill.window == window && skill.service == service;
    });
}

std::vector<WindowId> open_windows(Floor const& floor, ServiceId const& service) {
    std::vector<WindowId> open;
    for (auto const& window : floor.windows)
        if (tickets::is_open(window) && can_do(floor, window.id, service))
            open.push_back(window.id);
    return open;
}

int windows_behind(Floor const& floor, ServiceId const& service) {
    return static_cast<int>(std::ranges::count_if(floor.windows, [&](auto const& window) {
        return window.staff_state == StaffState::back_office && can_do(floor, window.id, service);
    }));
}

bool is_free(Floor const& floor, WindowId const& window) {
    auto const there = [&](auto const& ticket) { return ticket.window == window; };
    return std::ranges::none_of(floor.called, there) && std::ranges::none_of(floor.serving, there);
}

double service_minutes(Floor const& floor, ServiceSetting const& service) {
    auto const* measure = measure_of(floor, service.id);
    if (!measure || measure->cases < least_cases) return service.minutes;
    return static_cast<double>(measure->seconds) / 60.0;
}

double show_rate(Floor const& floor, ServiceId const& service) {
    auto const* measure = measure_of(floor, service);
    if (!measure || measure->booked < least_cases) return usual_show_rate;
    return static_cast<double>(measure->shown) / static_cast<double>(measure->booked);
}

std::vector<tickets::Waiting> in_order(Floor const& floor) {
    std::vector<tickets::Waiting> order;
    for (auto const& ticket : floor.waiting)
        order.push_back(
            {ticket.id, ticket.number.value(), ticket.service, ticket.entry.value(), ticket.key()});
    return order;
}

// The services whose numbers the windows open for this one call too.
static std::set<ServiceId> in_line_with(Floor const& floor, ServiceId const& service) {
    std::set<ServiceId> all{service};
    auto const windows = open_windows(floor, service);
    for (auto const& skill : floor.skills)
        if (std::ranges::find(windows, skill.window) != windows.end()) all.insert(skill.service);
    return all;
}

int ahead_of(Floor const& floor, ServiceId const& service, tickets::Key const& place) {
    auto const in_line = in_line_with(floor, service);
    return static_cast<int>(std::ranges::count_if(floor.waiting, [&](auto const& ticket) {
        return ticket.key() < place && in_line.contains(ticket.service);
    }));
}

std::vector<int> ahead_in(Floor const& floor, QueueId const& queue) {
    std::map<ServiceId, std::set<ServiceId>> in_line;
    for (auto const& service : floor.hall.services)
        if (service.queue == queue) in_line[service.id] = in_line_with(floor, service.id);
    std::map<ServiceId, int> before;
    std::vector<int> all;
    for (auto const& ticket : floor.waiting) {
        if (ticket.queue == queue) all.push_back(before[ticket.service]);
        for (auto const& [service, others] : in_line)
            if (others.contains(ticket.service)) ++before[service];
    }
    return all;
}

namespace {

// Which part of the windows that can do `service` is among these; docs/adr/0009 says why.
double share_of(Floor const& floor, std::vector<WindowId> const& windows,
                ServiceId const& service) {
    auto const able = open_windows(floor, service);
    auto const here = std::ranges::count_if(able, [&](auto const& window) {
        return std::ranges::find(windows, window) != windows.end();
    });
    return able.empty() ? 0 : static_cast<double>(here) / static_cast<double>(able.size());
}

double minutes_of(Floor const& floor, ServiceId const& id) {
    auto const service = std::ranges::find(floor.hall.services, id, &ServiceSetting::id);
    return service == floor.hall.services.end() ? 0 : service_minutes(floor, *service);
}

// Who goes first, as far as these windows will have to serve them, and the minutes that takes.
struct Burden {
    double people = 0;
    double minutes = 0;
};

Burden burden_before(Floor const& floor, std::vector<WindowId> const& windows,
                     tickets::Key const& place) {
    Burden burden;
    for (auto const& ticket : floor.waiting) {
        if (ticket.key() >= place) continue;
        auto const share = share_of(floor, windows, ticket.service);
        burden.people += share;
        if (share > 0) burden.minutes += share * minutes_of(floor, ticket.service);
    }
    return burden;
}

struct Expected {
    int bookings = 0;
    Burden coming = {};  // to these windows
};

// Bookings of today that may still come before this place.
Expected expected_before(Floor const& floor, std::vector<WindowId> const& windows, Instant due,
                         Instant now) {
    Expected expected;
    auto const grace = Minutes{floor.rules.grace_minutes};
    for (auto const& booking : floor.booked) {
        if (now > *booking.booked_at + grace || *booking.booked_at >= due) continue;
        auto const share = share_of(floor, windows, booking.service);
        if (share == 0) continue;
        ++expected.bookings;
        auto const coming = show_rate(floor, booking.service) * share;
        expected.coming.people += coming;
        expected.coming.minutes += coming * minutes_of(floor, booking.service);
    }
    return expected;
}

// A free window that has nobody else to call before this place.
bool is_called_at_once(Floor const& floor, std::vector<WindowId> const& windows,
                       tickets::Key const& place) {
    return std::ranges::any_of(windows, [&](auto const& window) {
        return is_free(floor, window) &&
               std::ranges::none_of(floor.waiting, [&](auto const& ticket) {
                   return ticket.key() < place && can_do(floor, window, ticket.service);
               });
    });
}

}  // namespace

std::optional<tickets::Estimate> estimate(Floor const& floor, ServiceSetting const& service,
                                          tickets::Key const& place, Instant now) {
    auto const windows = open_windows(floor, service.id);
    if (is_called_at_once(floor, windows, place)) return tickets::Estimate{0, 0};
    auto const burden = burden_before(floor, windows, place);
    auto const [bookings, coming] = expected_before(floor, windows, place.due, now);
    // The next to get free is taken to serve one of the kind that asks.
    auto const minutes = burden.minutes + coming.minutes + service_minutes(floor, service);
    return tickets::estimate({
        .waiting_ahead = static_cast<int>(std::ceil(burden.people - 1e-9)),
        .bookings_expected = bookings,
        .show_rate = bookings > 0 ? coming.people / bookings : 0,
        .open_windows = static_cast<int>(windows.size()),
        .free_windows = 0,
        .service_minutes = minutes / (burden.people + coming.people + 1),
    });
}

tickets::Key place_of_newcomer(Floor const& floor, Instant now) {
    auto const place = tickets::place_on_issue(order_rules(floor.rules), Entry::walkin, now);
    return {place.due, std::numeric_limits<std::int64_t>::max(), 0};
}

Estimate shown(std::optional<tickets::Estimate> const& estimate) {
    if (!estimate) return {};
    return {estimate->shown_p50(), estimate->shown_p90()};
}

Place shown_place(tickets::Ticket const& ticket, Day today) {
    auto const entry = ticket.entry.value();
    bool const by_booking = entry == Entry::booked;
    return {ticket.number.value(),
            day_beside(ticket.day, today),
            entry,
            ticket.priority,
            by_booking ? ticket.booked_at.value() : ticket.issued_at.value(),
            ticket.due.value()};
}

std::string why_full(Call& call, Floor const& floor, ServiceSetting const& service,
                     Instant closing) {
    auto const& rules = floor.rules;
    if (call.now > closing - Minutes{rules.last_issue_minutes}) return "last issue";
    if (rules.walkins_most > 0 &&
        tickets::issued_on(call, floor.hall.id, floor.today, service.id) >= rules.walkins_most)
        return "contingent";
    auto const wait = estimate(floor, service, place_of_newcomer(floor, call.now), call.now);
    if (!rules.stop_when_full || !wait) return "";
    auto const minutes = wait->p50_minutes + service_minutes(floor, service);
    return call.now + Seconds{std::llround(60 * minutes)} > closing ? "the day is full" : "";
}

ServiceLoad load_of(Call& call, Floor const& floor, ServiceSetting const& service) {
    ServiceLoad load{};
    load.service = service.id;
    load.queue = service.queue;
    load.name = name_of(call, service);
    load.waiting =
        static_cast<int>(std::ranges::count(floor.waiting, service.id, &tickets::Ticket::service));
    load.windows_open = static_cast<int>(open_windows(floor, service.id).size());
    load.windows_behind = windows_behind(floor, service.id);
    load.estimate = shown(estimate(floor, service, place_of_newcomer(floor, call.now), call.now));
    auto const openings = opening_on(call, floor.hall, floor.today);
    if (openings.empty() || call.now >= openings.back().to) {
        load.stopped = "hall_closed";
        load.opens_at = next_opening(call, floor.hall);
    } else if (!why_full(call, floor, service, openings.back().to).empty()) {
        load.stopped = "day_full";
    } else if (load.windows_open == 0) {
        load.stopped = "no_window";
        if (!is_open(openings, call.now)) load.opens_at = next_opening(call, floor.hall);
    }
    return load;
}

}  // namespace banshi::hall
