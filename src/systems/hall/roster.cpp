#include "systems/hall/roster.h"

#include <algorithm>
#include <sstream>

#include "engines/bookings/limits.h"
#include "systems/hall/days.h"

namespace banshi::hall {

namespace {

std::string joined(std::vector<ServiceId> const& services) {
    std::string out;
    for (auto const& service : services) out += (out.empty() ? "" : ",") + service.text;
    return out;
}

std::vector<ServiceId> split(std::string const& services) {
    std::vector<ServiceId> out;
    std::istringstream in(services);
    for (std::string each; std::getline(in, each, ',');) out.push_back({each});
    return out;
}

// The end of an opening as a time of its day: 24:00 where it ends with the day.
Clock closing_time(Zone const& zone, Opening const& opening) {
    auto const last = zone.wall_time(opening.to - Minutes{1});
    return {last + Minutes{1}};
}

std::vector<Shift> usual_shifts(Call& call, HallSetting const& hall, Day day) {
    std::vector<Shift> shifts;
    auto const& zone = call.district.zone();
    for (auto const& opening : opening_on(call, hall, day))
        for (auto const& window : hall.windows)
            shifts.push_back({window.id,
                              {zone.wall_time(opening.from)},
                              closing_time(zone, opening),
                              window.services,
                              ""});
    return shifts;
}

bool serves(Shift const& shift, HallSetting const& hall, QueueId const& queue) {
    return std::ranges::all_of(hall.services, [&](auto const& service) {
        return service.queue != queue ||
               std::ranges::find(shift.services, service.id) != shift.services.end();
    });
}

}  // namespace

Roster roster_on(Call& call, HallSetting const& hall, Day day) {
    if (!days::is_published(call, hall.id, day)) return {day, false, usual_shifts(call, hall, day)};
    Roster roster{day, true, {}};
    for (auto const& shift : days::shifts(call, hall.id, day))
        roster.shifts.push_back(
            {shift.window, shift.from, shift.to, split(shift.services), shift.clerk});
    return roster;
}

void publish_roster(Call& call, HallSetting const& hall, Day day,
                    std::vector<Shift> const& shifts) {
    std::vector<days::StoredShift> stored;
    for (auto const& shift : shifts)
        stored.push_back({shift.window, shift.from, shift.to, joined(shift.services), shift.clerk});
    days::publish(call, hall.id, day, stored);
    plan_day(call, hall, day);
}

static std::vector<bookings::Planned> planned_slots(Call& call, HallSetting const& hall,
                                                    QueueId const& queue, Roster const& roster,
                                                    std::vector<bookings::Cell> const& cells,
                                                    Rules const& rules) {
    std::vector<bookings::Staffed> staffed;
    for (auto const& shift : roster.shifts)
        if (serves(shift, hall, queue))
            staffed.push_back({shift.from.since_midnight, shift.to.since_midnight});
    std::vector<bookings::Planned> planned;
    for (auto const& cell : cells) {
        auto const from = call.district.zone().wall_time(cell.start);
        auto const windows = bookings::windows_during(staffed, from, cell.length);
        auto const capacity = bookings::share_of(windows, rules.booked_share_percent);
        planned.push_back({cell, capacity, bookings::share_of(capacity, rules.internal_percent)});
    }
    return planned;
}

static std::vector<bookings::Cell> cells_of(Call& call, HallSetting const& hall, Day day,
                                            Rules const& rules) {
    std::vector<bookings::Period> periods;
    for (auto const& [from, to] : opening_on(call, hall, day)) periods.push_back({from, to});
    return bookings::grid(periods, Minutes{rules.slot_minutes});
}

std::vector<bookings::Planned> planned_slots(Call& call, HallSetting const& hall,
                                             QueueId const& queue, Roster const& roster) {
    auto const rules = rules_on(call, hall.id, roster.day);
    return planned_slots(call, hall, queue, roster, cells_of(call, hall, roster.day, rules), rules);
}

std::vector<bookings::Planned> planned_slots(Call& call, HallSetting const& hall,
                                             QueueId const& queue, Day day) {
    return planned_slots(call, hall, queue, roster_on(call, hall, day));
}

int plan_day(Call& call, HallSetting const& hall, Day day) {
    auto const rules = rules_on(call, hall.id, day);
    auto const roster = roster_on(call, hall, day);
    auto const cells = cells_of(call, hall, day, rules);
    auto const& zone = call.district.zone();
    int changed = 0;
    for (auto const& queue : queues_of(hall))
        changed += bookings::plan(call, {hall.id, queue}, zone.midnight(day),
                                  zone.midnight(day + std::chrono::days{1}),
                                  planned_slots(call, hall, queue, roster, cells, rules));
    return changed;
}

void keep_to_hours(Call& call, HallSetting const& hall, Day day) {
    plan_day(call, hall, day);
    auto const& zone = call.district.zone();
    auto const end = zone.midnight(day + std::chrono::days{1});
    auto begins = zone.midnight(day);
    bookings::reopen(call, hall.id, begins, end);
    for (auto const& [from, to] : opening_on(call, hall, day)) {
        if (begins < from) bookings::close(call, hall.id, begins, from);
        begins = to;
    }
    if (begins < end) bookings::close(call, hall.id, begins, end);
}

Day last_day(Call& call, Rules const& rules) {
    auto const today = call.district.zone().day_of(call.now);
    return bookings::last_day(rules.book_ahead_working_days, call.district.calendar(), today);
}

int plan_ahead(Call& call, HallSetting const& hall) {
    auto const today = call.district.zone().day_of(call.now);
    auto const last = last_day(call, rules_now(call, hall.id)) + std::chrono::days{1};
    int changed = 0;
    for (auto day = today; day <= last; day += std::chrono::days{1})
        if (bookings::is_held(call.district.calendar(), day)) changed += plan_day(call, hall, day);
    return changed;
}

}  // namespace banshi::hall
