#pragma once
// A day of changing load 一天的窗口安排: how long people will wait from hour to hour, and how many
// windows each hour needs. The backlog goes on from one hour to the next. Erlang's formula for
// each hour alone is wrong where a queue is near or beyond its windows (Jimenez-Koole 2004).

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

namespace banshi::tickets {

// Who comes in a day that begins with an empty hall; a 0 is an hour in which nobody can come.
struct DayLoad {
    std::vector<double> arrivals_per_hour;  // one number an hour
    double service_minutes;
};

struct HourForecast {
    double all_busy;                     // share, at the end of the hour
    std::optional<double> wait_minutes;  // of one who comes then; none: no window is open
    double waiting;                      // how many, then
    std::optional<double> share_within;  // of those of the hour; none: nobody comes
};

// What becomes of the day with these windows, one number an hour.
std::vector<HourForecast> foresee_day(DayLoad const&, std::span<int const> windows,
                                      double within_minutes);

struct Target {  // 目标: such a share waits no longer than so long
    double within_minutes;
    double share;
};

struct HourNeed {
    int needed;   // the fewest that meet the target, when the hours before had what they need
    int missing;  // of those, beyond the staffed ones
    HourForecast with_needed;
    HourForecast with_staffed;
};

struct DayPlan {
    std::vector<HourNeed> hours;
    int missing_hours;  // window hours that somebody must still be found for
};

// staffed: windows with people, one number an hour. Refuses a target outside (0, 1).
Result<DayPlan> plan_day(DayLoad const&, std::span<int const> staffed, Target const&);

}  // namespace banshi::tickets
