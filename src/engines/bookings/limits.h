#pragma once
// When a time may be booked, and when a place that was given back can be had again.

#include "base/calendar.h"
#include "base/random.h"

namespace banshi::bookings {

// 预约期: the last day that may be booked, so many working days ahead. Where the calendar of the
// next year is not published yet, booking ends with the last year it holds.
Day last_day(int working_days, WorkCalendar const&, Day today);
bool is_held(WorkCalendar const&, Day);

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
