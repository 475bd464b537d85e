#include "engines/matters/ladder.h"

#include <algorithm>

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

std::optional<Rung> next_rung(Due const& due, Raised const& raised, int most, Rules const& rules,
                              Wall const& wall) {
    if (!due.at || raised.level >= most) return std::nullopt;
    auto const level = raised.level + 1;
    if (level == 1) return Rung{1, *due.at};
    // Of an hour clock, the day of its due instant.
    auto const last_day = *due.last_day;
    auto const raised_day = wall.zone.day_of(raised.at);
    // Climbed by itself: counted from the last day on. Ordered: from the order on, once the new
    // last day has passed.
    auto const climbed = raised.at >= *due.at && !raised.new_last_day;
    auto const base = climbed ? last_day : std::max(last_day, raised_day);
    auto const from = climbed ? 1 : raised.level;
    auto const day = wall.calendar.find_after(base, steps(from, level, rules));
    if (!day) return std::nullopt;
    return Rung{level, wall.zone.midnight(*day + std::chrono::days{1})};
}

}  // namespace banshi::matters
