#include "engines/tickets/estimate.h"

#include <cmath>

#include "base/check.h"
#include "engines/tickets/erlang.h"

namespace banshi::tickets {

int Estimate::shown_p50() const { return static_cast<int>(std::lround(p50_minutes)); }

int Estimate::shown_p90() const { return static_cast<int>(std::ceil(p90_minutes)); }

// With all windows busy the wait is that of n+1 windows getting free one after another
// (Whitt, Management Science 45, 1999).
std::optional<Estimate> estimate(QueueSeen const& seen) {
    CHECK(seen.waiting_ahead >= 0 && seen.bookings_expected >= 0 && seen.service_minutes > 0);
    if (seen.open_windows <= 0) return std::nullopt;
    // A free window does not idle for a booking that is not here.
    if (seen.free_windows > 0 && seen.waiting_ahead == 0) return Estimate{0, 0};

    // 0.07 of 100 bookings is 7, although the product of the doubles is a little more.
    auto const shows = std::ceil(seen.bookings_expected * seen.show_rate - 1e-9);
    auto const stages = seen.waiting_ahead + static_cast<int>(shows) + 1;
    auto const rate = seen.open_windows / seen.service_minutes;
    return Estimate{erlang_quantile(stages, rate, 0.5), erlang_quantile(stages, rate, 0.9)};
}

}  // namespace banshi::tickets
