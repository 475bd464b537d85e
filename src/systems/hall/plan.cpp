// How many windows an hour needs 开窗测算, from the people who came on this weekday and those who
// are booked; and what other windows or another head start would do, played by the simulator.

#include <algorithm>
#include <cmath>

#include "engines/people/orgs.h"
#include "engines/tickets/day_plan.h"
#include "engines/tickets/simulate.h"
#include "systems/hall/floor.h"
#include "systems/hall/plan_rows.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

namespace {

constexpr int hours_of_day = 24;

struct DayHours {  // the hours in which the hall is open at all
    int first;
    int last;
};

Result<ServiceSetting> service_of(HallSetting const& hall, QueueId const& queue) {
    auto const found = std::ranges::find(hall.services, queue, &ServiceSetting::queue);
    if (found == hall.services.end()) return Refusal{Why::not_found, "queue.not_found", queue.text};
    return *found;
}

int hour_of(Zone const& zone, Instant at) {
    return static_cast<int>(zone.wall_time(at).count() / 60);
}

std::optional<DayHours> hours_on(Call& call, HallSetting const& hall, Day day) {
    auto const openings = opening_on(call, hall, day);
    if (openings.empty()) return std::nullopt;
    auto const& zone = call.district.zone();
    auto const ends = openings.back().to - Minutes{1};
    return DayHours{hour_of(zone, openings.front().from), hour_of(zone, ends)};
}

// People an hour: the mean of the last four such weekdays on which the hall was open, and the
// booked of the day itself, as many of them as usually come.
std::vector<double> arrivals(Call& call, Floor const& floor, PlanWindows const& form,
                             double show_rate) {
    constexpr int weeks_back = 8, days_wanted = 4;
    auto const& zone = call.district.zone();
    std::vector<double> walkins(hours_of_day), arrivals(hours_of_day);
    int found = 0;
    for (int week = 1; week <= weeks_back && found < days_wanted; ++week) {
        auto const day = form.day - std::chrono::weeks{week};
        auto const came = plans::walkins(call, form.hall, form.queue, day);
        if (came.empty() || day > floor.today) continue;
        ++found;
        for (auto const at : came) walkins[static_cast<std::size_t>(hour_of(zone, at))] += 1;
    }
    for (std::size_t hour = 0; hour < arrivals.size(); ++hour)
        arrivals[hour] = found == 0 ? 0 : walkins[hour] / found;
    for (auto const at : plans::booked(call, form.hall, form.queue, form.day))
        arrivals[static_cast<std::size_t>(hour_of(zone, at))] += show_rate;
    return arrivals;
}

// Windows of the roster that can serve the queue in the whole of its part of the hour.
int staffed_in(Roster const& roster, std::vector<ServiceId> const& services, int hour) {
    auto const from = Minutes{60 * hour}, to = Minutes{60 * (hour + 1)};
    std::vector<WindowId> windows;
    for (auto const& shift : roster.shifts) {
        auto const begin = std::max(shift.from.since_midnight, from);
        auto const end = std::min(shift.to.since_midnight, to);
        bool const able = std::ranges::any_of(services, [&](auto const& service) {
            return std::ranges::find(shift.services, service) != shift.services.end();
        });
        // Half an hour before lunch is an hour's half; less does not carry an hour.
        bool const there = end - begin >= Minutes{30};
        if (able && there && std::ranges::find(windows, shift.window) == windows.end())
            windows.push_back(shift.window);
    }
    return static_cast<int>(windows.size());
}

std::vector<ServiceId> services_of(HallSetting const& hall, QueueId const& queue) {
    std::vector<ServiceId> services;
    for (auto const& service : hall.services)
        if (service.queue == queue) services.push_back(service.id);
    return services;
}

HourPlan hour_plan(int hour, double arrivals, int staffed, tickets::HourNeed const& need) {
    auto const& with = need.with_staffed;
    return {hour,
            static_cast<int>(std::lround(arrivals)),
            staffed,
            need.needed,
            need.missing,
            with.wait_minutes
                ? std::optional{static_cast<int>(std::lround(60 * *with.wait_minutes))}
                : std::nullopt,
            static_cast<int>(std::lround(100 * with.all_busy))};
}

Result<Floor> planned_floor(Call& call, HallId const& hall) {
    auto floor = TRY(see_all(call, hall));
    TRY(people::may(call, manage_halls, people::node(call.district, hall)));
    return floor;
}

}  // namespace

Result<WindowPlan> plan_windows(Call& call, PlanWindows const& form) {
    auto const floor = TRY(planned_floor(call, form.hall));
    auto const service = TRY(service_of(floor.hall, form.queue));
    auto const minutes = service_minutes(floor, service);
    WindowPlan plan{form.queue, form.day, static_cast<int>(std::lround(60 * minutes)), {}, 0};
    auto const open = hours_on(call, floor.hall, form.day);
    if (!open) return plan;

    auto const all = arrivals(call, floor, form, show_rate(floor, service.id));
    auto const roster = roster_on(call, floor.hall, form.day);
    auto const services = services_of(floor.hall, form.queue);
    tickets::DayLoad load{{}, minutes};
    std::vector<int> staffed;
    for (int hour = open->first; hour <= open->last; ++hour) {
        load.arrivals_per_hour.push_back(all[static_cast<std::size_t>(hour)]);
        staffed.push_back(staffed_in(roster, services, hour));
    }
    auto const needs = TRY(tickets::plan_day(
        load, staffed,
        {static_cast<double>(form.target_minutes.value_or(floor.rules.target_minutes)),
         form.target_percent.value_or(floor.rules.target_percent) / 100.0}));
    for (std::size_t at = 0; at < needs.hours.size(); ++at)
        plan.hours.push_back(hour_plan(open->first + static_cast<int>(at),
                                       load.arrivals_per_hour[at], staffed[at], needs.hours[at]));
    plan.missing_hours = needs.missing_hours;
    return plan;
}

Result<WhatIfResult> what_if(Call& call, WhatIf const& form) {
    constexpr std::int64_t tickets_played = 50'000;
    auto const floor = TRY(planned_floor(call, form.hall));
    auto const service = TRY(service_of(floor.hall, form.queue));
    tickets::SimulationIn in;
    in.hours = {{static_cast<double>(form.walkins_per_hour),
                 static_cast<double>(form.booked_per_hour), form.windows}};
    in.service_minutes = service_minutes(floor, service);
    in.rules = order_rules(floor.rules);
    in.rules.head_start = Minutes{form.boost_minutes};
    in.target_minutes = floor.rules.target_minutes;
    in.tickets = tickets_played;
    auto const out = TRY(tickets::simulate(in));
    WhatIfResult result{};
    result.stable = out.stable;
    if (!out.stable) return result;
    auto const seconds = [](double minutes) { return static_cast<int>(std::lround(60 * minutes)); };
    if (out.walkin.tickets > 0) {
        result.walkin_seconds = seconds(out.walkin.mean_minutes);
        result.walkin_p90_seconds = seconds(out.walkin.p90_minutes);
    }
    if (out.booked.tickets > 0) {
        result.booked_seconds = seconds(out.booked.mean_minutes);
        result.booked_p90_seconds = seconds(out.booked.p90_minutes);
    }
    result.within_target_percent = static_cast<int>(std::lround(100 * out.all.share_within_target));
    return result;
}

}  // namespace banshi::hall
