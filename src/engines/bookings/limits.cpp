#include "engines/bookings/limits.h"

#include <algorithm>

namespace banshi::bookings {

Day last_day(Ahead const& ahead, WorkCalendar const& calendar, Day today) {
    return calendar.after(today, ahead.working_days);
}

Timely timely(Ahead const& ahead, WorkCalendar const& calendar, Zone const& zone, Instant start,
              Instant now) {
    if (start - ahead.before < now) return Timely::too_late;
    auto const last = last_day(ahead, calendar, zone.day_of(now));
    return zone.day_of(start) > last ? Timely::too_early : Timely::yes;
}

Instant free_again(Cooling const& cooling, Instant start, Instant now, Random& random) {
    auto const remains = std::max(start - now, Instant::duration::zero());
    auto const most = std::min<Instant::duration>(cooling.most, remains);
    auto const least = std::min<Instant::duration>(cooling.least, most);
    auto const range = static_cast<std::uint64_t>((most - least).count()) + 1;
    return now + least + Instant::duration{static_cast<std::int64_t>(random.below(range))};
}

}  // namespace banshi::bookings
