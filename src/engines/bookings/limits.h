#pragma once
// When a time may be booked, and when a place that was given back can be had again.

#include "base/calendar.h"
#include "base/random.h"

namespace banshi::bookings {

// 预约期: from so many working days ahead to so many minutes before the time itself.
struct Ahead {
    int working_days;
    Minutes before;
};

Day last_day(Ahead const&, WorkCalendar const&, Day today);

enum class Timely { yes, too_early, too_late };
Timely timely(Ahead const&, WorkCalendar const&, Zone const&, Instant start, Instant now);

// 冷却: a cancelled place returns after a time drawn uniformly between these two, so that nobody
// can hand it on by cancelling at an agreed moment. Both 0: at once.
struct Cooling {
    Minutes least;
    Minutes most;
};

// The instant from which the place is free again. Where less than `most` remains to the start,
// the draw is made within what remains.
Instant free_again(Cooling const&, Instant start, Instant now, Random&);

}  // namespace banshi::bookings
