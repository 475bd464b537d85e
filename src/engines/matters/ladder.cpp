#include "engines/matters/ladder.h"

#include <algorithm>

#include "engines/matters/standing.h"

namespace banshi::matters {

namespace {

// Working days from the base of the level before.
int steps(int from, int to, Rules const& rules) {
    int days = 0;
    if (from < 2 && to >= 2) days += rules.level_2_days;
    if (from < 3 && to >= 3) days += rules.level_3_days;
    return days;
}

}  // namespace

Climb next_rung(Due const& due, Raised const& raised, int most, Rules const& rules,
                std::vector<Span> const& pauses, Wall const& wall) {
    if (!due.at || raised.level >= most) return {};
    auto const level = raised.level + 1;
    if (level == 1) return {Rung{1, *due.at}, {}};
    // Of an hour clock, the day of its due instant.
    auto const last_day = *due.last_day;
    auto const raised_day = wall.zone.day_of(raised.at);
    // Climbed by itself: counted from the last day on. Ordered: from the order on, once the new
    // last day has passed.
    auto const climbed = raised.at >= *due.at && !raised.new_last_day;
    auto day = climbed ? last_day : std::max(last_day, raised_day);
    Standing const standing(pauses, wall.zone);
    for (int left = steps(climbed ? 1 : raised.level, level, rules); left > 0;) {
        day += std::chrono::days{1};
        auto const works = wall.calendar.find_works(day);
        if (!works) return {std::nullopt, year_of(day)};
        left -= *works && !standing.at_midnight_of(day) ? 1 : 0;
    }
    return {Rung{level, wall.zone.midnight(day + std::chrono::days{1})}, {}};
}

}  // namespace banshi::matters
