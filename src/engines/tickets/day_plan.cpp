#include "engines/tickets/day_plan.h"

#include <algorithm>

#include "base/check.h"
#include "engines/tickets/crowd.h"

namespace banshi::tickets {

namespace {

struct PassedHour {
    Crowd crowd;
    HourForecast forecast;
};

PassedHour after_hour(Crowd crowd, Rates const& rates, double within_minutes) {
    auto const within = crowd.pass_hour(rates, within_minutes / 60);
    auto wait = crowd.mean_wait(rates);
    if (wait) *wait *= 60;
    HourForecast const forecast{crowd.all_busy(rates.windows), wait, crowd.waiting(rates.windows),
                                within};
    return {std::move(crowd), forecast};
}

bool meets(Crowd const& before, Rates const& rates, Target const& target) {
    auto const within = after_hour(before, rates, target.within_minutes).forecast.share_within;
    return !within || *within >= target.share;
}

// More windows never make an hour worse, so the fewest are found by halving.
int fewest(Crowd const& before, Rates rates, Target const& target) {
    auto const enough = [&](int windows) {
        rates.windows = windows;
        return meets(before, rates, target);
    };
    if (enough(0)) return 0;
    int too_few = 0;
    int plenty = 1;
    while (!enough(plenty)) {
        too_few = plenty;
        plenty *= 2;
    }
    while (plenty - too_few > 1) {
        auto const middle = too_few + (plenty - too_few) / 2;
        (enough(middle) ? plenty : too_few) = middle;
    }
    return plenty;
}

}  // namespace

std::vector<HourForecast> foresee_day(DayLoad const& load, std::span<int const> windows,
                                      double within_minutes) {
    CHECK(windows.size() == load.arrivals_per_hour.size() && load.service_minutes > 0);
    std::vector<HourForecast> found;
    Crowd crowd;
    for (std::size_t hour = 0; hour < windows.size(); ++hour) {
        CHECK(windows[hour] >= 0 && load.arrivals_per_hour[hour] >= 0);
        Rates const rates{load.arrivals_per_hour[hour], 60 / load.service_minutes, windows[hour]};
        auto passed = after_hour(std::move(crowd), rates, within_minutes);
        crowd = std::move(passed.crowd);
        found.push_back(passed.forecast);
    }
    return found;
}

Result<DayPlan> plan_day(DayLoad const& load, std::span<int const> staffed, Target const& target) {
    if (!(target.share > 0 && target.share < 1 && target.within_minutes >= 0))
        return Refusal{Why::invalid, "plan.impossible_target", "", "target"};

    DayPlan plan{};
    Crowd crowd;
    auto const with_staffed = foresee_day(load, staffed, target.within_minutes);
    for (std::size_t hour = 0; hour < staffed.size(); ++hour) {
        Rates rates{load.arrivals_per_hour[hour], 60 / load.service_minutes, 0};
        auto const needed = fewest(crowd, rates, target);
        // Where nobody comes nothing is needed, but who is there goes on serving.
        rates.windows = std::max(needed, rates.arrivals > 0 ? 0 : staffed[hour]);
        auto passed = after_hour(std::move(crowd), rates, target.within_minutes);
        crowd = std::move(passed.crowd);
        auto const missing = std::max(0, needed - staffed[hour]);
        plan.hours.push_back({needed, missing, passed.forecast, with_staffed[hour]});
        plan.missing_hours += missing;
    }
    return plan;
}

}  // namespace banshi::tickets
