// Rosters 排班 and special days 加开: who staffs which window, and what that does to the places
// that can be booked. Shown first, if asked; nobody who is booked is thrown out.

#include <algorithm>

#include "base/letters.h"
#include "engines/bookings/use.h"
#include "engines/people/orgs.h"
#include "systems/hall/hours_deed.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

namespace {

using SlotKey = std::pair<Instant, QueueId>;

Result<HallSetting> managed(Call& call, HallId const& id) {
    auto hall = TRY(find_hall(call, id));
    TRY(people::may(call, manage_halls, people::node(call.district, id)));
    return hall;
}

Result<void> check_shift(HallSetting const& hall, Shift const& shift) {
    if (std::ranges::find(hall.windows, shift.window, &WindowSetting::id) == hall.windows.end())
        return Refusal{Why::invalid, "window.not_found", shift.window.text, "shifts"};
    if (shift.from >= shift.to)
        return Refusal{Why::invalid,
                       "roster.bad_times",
                       shift.window.text,
                       "shifts",
                       {{"window", shift.window.text}}};
    for (auto const& service : shift.services) TRY(find_service(hall, service));
    return {};
}

bool overlap(Shift const& one, Shift const& other) {
    return one.window == other.window && one.from < other.to && other.from < one.to;
}

Result<void> check_shifts(Call const& call, HallSetting const& hall, Day day,
                          std::vector<Shift> const& shifts) {
    if (day < call.district.zone().day_of(call.now))
        return Refusal{Why::invalid, "roster.past", "", "day"};
    for (auto one = shifts.begin(); one != shifts.end(); ++one) {
        TRY(check_shift(hall, *one));
        bool const twice = std::any_of(shifts.begin(), one,
                                       [&](auto const& other) { return overlap(*one, other); });
        if (twice)
            return Refusal{Why::invalid,
                           "roster.overlap",
                           one->window.text,
                           "shifts",
                           {{"window", one->window.text}}};
    }
    return {};
}

std::vector<bookings::Used> used_on(Call& call, HallId const& hall, Day day) {
    auto const& zone = call.district.zone();
    return bookings::find_used(call, hall, zone.midnight(day),
                               zone.midnight(day + std::chrono::days{1}));
}

std::map<SlotKey, int> capacities(Call& call, HallSetting const& hall, Roster const& roster) {
    std::map<SlotKey, int> capacities;
    for (auto const& queue : queues_of(hall))
        for (auto const& slot : planned_slots(call, hall, queue, roster))
            capacities[{slot.cell.start, queue}] = slot.capacity;
    return capacities;
}

int sum(std::map<SlotKey, int> const& capacities) {
    int sum = 0;
    for (auto const& [slot, capacity] : capacities) sum += capacity;
    return sum;
}

RosterSet consequences(Call& call, HallSetting const& hall, Roster const& roster) {
    auto const after = capacities(call, hall, roster);
    RosterSet set{
        roster.day, sum(capacities(call, hall, roster_on(call, hall, roster.day))), sum(after), {}};
    for (auto const& used : used_on(call, hall.id, roster.day)) {
        auto const found = after.find({used.start, used.queue});
        auto const capacity = found == after.end() ? 0 : found->second;
        if (used.booked > capacity)
            set.conflicts.push_back({used.queue, used.start, capacity, used.booked});
    }
    return set;
}

// The periods of a special day: while any window is staffed.
std::vector<days::Stretch> staffed_periods(std::vector<Shift> const& shifts) {
    std::vector<days::Stretch> periods;
    for (auto const& shift : shifts) periods.push_back({shift.from, shift.to});
    std::ranges::sort(periods, {}, &days::Stretch::from);
    std::vector<days::Stretch> merged;
    for (auto const& period : periods) {
        if (merged.empty() || merged.back().to < period.from)
            merged.push_back(period);
        else
            merged.back().to = std::max(merged.back().to, period.to);
    }
    return merged;
}

}  // namespace

Result<Roster> see_roster(Call& call, SeeRoster const& form) {
    return roster_on(call, TRY(managed(call, form.hall)), form.day);
}

Result<RosterSet> set_roster(Call& call, SetRoster const& form) {
    auto const hall = TRY(managed(call, form.hall));
    TRY(check_shifts(call, hall, form.day, form.shifts));
    auto set = consequences(call, hall, {form.day, true, form.shifts});
    if (!form.preview) publish_roster(call, hall, form.day, form.shifts);
    return set;
}

Result<Roster> open_day(Call& call, OpenDay const& form) {
    auto const hall = TRY(managed(call, form.hall));
    TRY(check_shifts(call, hall, form.day, form.shifts));
    if (form.shifts.empty()) return Refusal{Why::invalid, "roster.nobody", "", "shifts"};
    if (is_blank(form.reason)) return Refusal{Why::invalid, "closure.reason_missing", "", "reason"};
    bool const special = !days::special(call, form.hall, form.day).empty();
    if (!special && !opening_on(call, hall, form.day).empty())
        return Refusal{Why::conflict, "roster.open_already", "", "day"};
    if (!days::closed(call, form.hall, form.day).empty())
        return Refusal{Why::conflict, "roster.closed_by_closure", "", "day"};
    decide_day(call, form.hall, form.day, staffed_periods(form.shifts), form.reason);
    publish_roster(call, hall, form.day, form.shifts);
    keep_to_hours(call, hall, form.day);
    return roster_on(call, hall, form.day);
}

}  // namespace banshi::hall
