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
// Level 1 at the due instant; each further one when its working days have passed since the last
// day, or since an order that came after it. Nothing above `most`, while the clock stands, and
// where a calendar is missing.
std::optional<Rung> next_rung(Due const&, Raised const&, int most, Rules const&, Wall const&);

}  // namespace banshi::matters
