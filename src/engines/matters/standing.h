#pragma once
// When a clock stands 停计: its pauses united, as the days that do not count. A day does not count
// if the clock stands at its 00:00, so the day on which a pause begins counts, and the one on which
// it ends does not.

#include "engines/matters/clock.h"

namespace banshi::matters {

class Standing {
public:
    Standing(std::vector<Span> const& pauses, Zone const&);

    bool at_midnight_of(Day) const;
    bool now() const { return open_; }  // a pause has no end yet

private:
    struct Days {
        Day from;
        Day to;  // the first that counts again
    };
    std::vector<Days> days_;  // in order, none touches the next
    bool open_ = false;
};

// Those that have ended.
std::vector<Span> closed_of(std::vector<Span> const& pauses);

}  // namespace banshi::matters
