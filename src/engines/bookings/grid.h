#pragma once
// The slots 时段 of a day, from the stretches in which the hall is open; and how many visits each
// can take.

#include <span>
#include <vector>

#include "base/time.h"

namespace banshi::bookings {

struct Period {  // open without a break
    Instant from;
    Instant to;
};

struct Cell {
    Instant start;
    Minutes length;
    int period;  // which one of the day: 0 is the first
    Instant end() const { return start + length; }
    bool operator==(Cell const&) const = default;
};

// Cells follow each other in real time, so a day of 25 hours has those of the repeated hour twice
// and a skipped hour has none. A rest that is shorter than a cell stays empty.
std::vector<Cell> grid(std::span<Period const>, Minutes length);

// The cells that a visit beginning at `start` fills: `count` of them without a gap, in one period.
// Empty when there are none: no cell begins then, or lunch or closing comes before the end.
std::vector<Cell> visit(std::span<Cell const>, Instant start, int count);

// A person at a window, on the wall.
struct Staffed {
    Minutes from;
    Minutes to;
};
// Windows that are staffed for the whole of a cell that begins then.
int windows_during(std::span<Staffed const>, Minutes from, Minutes length);

// The part of the windows that may be booked; what is left of a window is not a window.
int share_of(int windows, int percent);

}  // namespace banshi::bookings
