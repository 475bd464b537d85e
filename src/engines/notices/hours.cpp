#include "engines/notices/hours.h"

namespace banshi::notices {

static bool works(WorkCalendar const& calendar, Day day) {
    auto const year = static_cast<int>(std::chrono::year_month_day{day}.year());
    return !calendar.holds(year) || calendar.works(day);
}

bool may_disturb_citizens(Policy const& policy, Zone const& zone, Instant now) {
    auto const from = policy.quiet_from.since_midnight, to = policy.quiet_to.since_midnight;
    auto const wall = zone.wall_time(now);
    return from <= to ? wall < from || wall >= to : wall < from && wall >= to;
}

bool may_disturb_staff(StaffRules const& rules, District const& district, Instant now) {
    if (rules.from == rules.to) return true;
    auto const wall = district.zone().wall_time(now);
    if (wall < rules.from.since_midnight || wall >= rules.to.since_midnight) return false;
    return works(district.calendar(), district.zone().day_of(now));
}

}  // namespace banshi::notices
