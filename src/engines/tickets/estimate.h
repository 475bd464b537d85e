#pragma once
// What a waiting citizen is told: about so long, at most so long. Always a range, because the
// spread of waits is what people mistrust, and "unknown" where no window is open, never 0.

#include <optional>

namespace banshi::tickets {

struct QueueSeen {
    int waiting_ahead;       // with a smaller key, of services that these windows do
    int bookings_expected;   // of today, not here, not overdue, booked before this one's due
    double show_rate;        // 到场率 of bookings, 0 to 1
    int open_windows;        // with the skill
    int free_windows;        // of those, without a ticket
    double service_minutes;  // mean
};

struct Estimate {
    double p50_minutes;
    double p90_minutes;
    int shown_p50() const;  // whole minutes, the nearest
    int shown_p90() const;  // whole minutes, rounded up: a promise to be kept
};

std::optional<Estimate> estimate(QueueSeen const&);

}  // namespace banshi::tickets
