// What will be open otherwise than usual soon, for whoever chooses a day: a new week, single days,
// closures. A day that stays as the week says is none of them.

#include <algorithm>
#include <map>

#include "engines/bookings/limits.h"
#include "systems/hall/closures.h"
#include "systems/hall/hours_rows.h"
#include "systems/hall/manage.h"

namespace banshi::hall {

namespace {

constexpr std::chrono::days told_ahead{30};

// On the wall: a period that lasts to midnight ends at 24:00.
std::vector<DayPeriod> on_the_wall(Zone const& zone, std::vector<Opening> const& openings) {
    constexpr Minutes one{1};
    std::vector<DayPeriod> periods;
    for (auto const& [from, to] : openings)
        periods.push_back({{zone.wall_time(from)}, {zone.wall_time(to - one) + one}});
    return periods;
}

bool are_same(std::vector<days::Stretch> const& some, std::vector<DayPeriod> const& others) {
    return std::ranges::equal(some, others, [](auto const& one, auto const& other) {
        return one.from == other.from && one.to == other.to;
    });
}

// Days with hours of their own and days of closures, with the reason; a closure's comes first.
std::map<Day, std::string> other_days(Call& call, HallId const& hall, Day from, Day to) {
    std::map<Day, std::string> reasons;
    for (auto const& closure : closures::list_in_force(call, hall, from, to))
        reasons.emplace(closure.day, closure.reason);
    for (auto const& special : hours_rows::list_special(call, hall, from))
        if (special.day <= to) reasons.emplace(special.day, special.reason);
    return reasons;
}

}  // namespace

std::vector<HoursAhead> hours_ahead(Call& call, HallSetting const& hall, Day today) {
    std::vector<HoursAhead> ahead;
    for (auto const& set : hours_rows::list_after(call, hall.id, today))
        if (set.since <= today + told_ahead)
            ahead.push_back({set.since, true, read_week(set.week), {}, set.reason});
    for (auto const& [day, reason] : other_days(call, hall.id, today, today + told_ahead)) {
        if (!bookings::is_held(call.district.calendar(), day)) continue;
        auto const usual = periods_in(call, week_on(call, hall, day), day);
        auto const then = on_the_wall(call.district.zone(), opening_on(call, hall, day));
        if (!are_same(usual, then)) ahead.push_back({day, false, {}, then, reason});
    }
    std::ranges::stable_sort(ahead, {}, &HoursAhead::day);
    return ahead;
}

}  // namespace banshi::hall
