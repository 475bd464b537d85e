#pragma once
// A hall that plays days by chance, with the calling order that serves the public: what another
// head start or another number of windows would do to the waits. The same seed, the same days.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "engines/tickets/order.h"

namespace banshi::tickets {

struct SimulatedHour {
    double walkins_per_hour;
    double booked_per_hour;  // those who come; each is here at the booked time
    int windows;
};

struct SimulationIn {
    // One hour goes on without end. Several are a day, played again and again, each from an
    // empty hall to an empty hall.
    std::vector<SimulatedHour> hours;
    double service_minutes = 10;  // mean, exponential
    Rules rules;
    double target_minutes = 15;
    std::int64_t tickets = 200'000;
    std::uint64_t seed = 1;
    Instant start{};  // of the first hour
};

// Of all tickets of a class, those who need not wait included. Empty when there are none.
struct Waits {
    std::int64_t tickets = 0;
    double mean_minutes = 0;
    // 95 % of simulations end within so much of the true mean; none: too few tickets to say.
    std::optional<double> half_width_minutes;
    double p50_minutes = 0;
    double p90_minutes = 0;
    double share_within_target = 0;
};

// Were people told the truth? Of those who found all windows busy.
struct Honesty {
    std::int64_t told = 0;
    double share_within_p50 = 0;  // 0.5 when honest
    double share_within_p90 = 0;  // 0.9
};

struct SimulationOut {
    Waits walkin;
    Waits booked;
    Waits all;
    Honesty honesty;
    bool stable;  // in every hour fewer come than the windows can serve
};

// Refuses what no hall can be, naming the field: no hours, negative rates or more than 100,000
// an hour, nobody in a day, no window at its end, H beyond a week, more than 10 million tickets.
Result<SimulationOut> simulate(SimulationIn const&);

}  // namespace banshi::tickets
