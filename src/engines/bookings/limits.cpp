#include "engines/bookings/limits.h"

#include <algorithm>

namespace banshi::bookings {

bool is_held(WorkCalendar const& calendar, Day day) {
    return calendar.holds(static_cast<int>(std::chrono::year_month_day{day}.year()));
}

Day last_day(int working_days, WorkCalendar const& calendar, Day today) {
    auto last = today;
    for (int counted = 0; counted < working_days;) {
        auto const next = last + std::chrono::days{1};
        if (!is_held(calendar, next)) return last;
        if (calendar.works(next)) ++counted;
        last = next;
    }
    return last;
}

Instant free_again(Cooling const& cooling, Instant start, Instant now, Random& random) {
    auto const remains = std::max(start - now, Instant::duration::zero());
    auto const most = std::min<Instant::duration>(cooling.most, remains);
    auto const least = std::min<Instant::duration>(cooling.least, most);
    auto const range = static_cast<std::uint64_t>((most - least).count()) + 1;
    return now + least + Instant::duration{static_cast<std::int64_t>(random.below(range))};
}

}  // namespace banshi::bookings
