#pragma once
// The ladder 一级督办 / 二级催办 / 三级查办: when the next level of a clock is due. Pure.

#include "engines/matters/clock.h"

namespace banshi::matters {

struct Raised {  // the highest level so far
    int level = 0;
    Instant at = {};                  // nominally
    std::optional<Day> new_last_day;  // that its order set
};

struct Rung {
    int level;
    Instant nominal;
};
struct Climb {
    std::optional<Rung> rung;         // nothing above `most` and while the clock stands
    std::optional<int> missing_year;  // whose calendar is needed to count on
};
// Level 1 at the due instant; each further one when its working days have passed since the last
// day, or since an order that came after it. Paused days do not count.
Climb next_rung(Due const&, Raised const&, int most, Rules const&, std::vector<Span> const& pauses,
                Wall const&);

}  // namespace banshi::matters
