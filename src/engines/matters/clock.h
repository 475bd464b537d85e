#pragma once
// Deadlines 时限 as pure functions of the start, the length, the pauses and the calendar.
//
// Day 1 is the day after the start. A day counts if its unit admits it and the clock does not stand
// at that day's 00:00. A matter is in time if it ended before 24:00 of its last day.

#include <vector>

#include "base/calendar.h"
#include "engines/matters/policy.h"

namespace banshi::matters {

struct Span {  // a pause; open while it has no end. Several may overlap.
    Instant from;
    std::optional<Instant> to;
};

// Where days are counted.
struct Wall {
    WorkCalendar const& calendar;
    Zone const& zone;
    std::vector<WorkingHours> const& hours;
};

struct Terms {
    Instant start;
    LimitUnit unit;
    int length;
    int extension = 0;                // counted from the original start too
    bool roll = false;                // a last day of rest moves to the next working day
    std::optional<Day> ordered = {};  // the last day, whatever was counted
};

struct Due {
    std::optional<Day> last_day;
    std::optional<Instant> at;  // overdue from this instant on
    std::optional<int> missing_year;
    bool stopped = false;  // a pause is open: there is no last day
};
Due due_of(Terms const&, std::vector<Span> const& pauses, Wall const&);

// Counting days from the day of `now` to the last day, both included; of a stopped clock, those
// that are left of its length. Overdue: below zero, by the counting days since.
std::optional<int> days_left(Terms const&, std::vector<Span> const& pauses, Wall const&,
                             Instant now);

// The moments from which it is yellow and red; nothing where no last day can be computed. Of a
// clock that stands, those that it would have had: it is grey, with the colour of when it stopped.
struct Colours {
    int yellow_share;
    int yellow_least;
    int red_days;
};
struct Turns {
    std::optional<Instant> yellow_at;
    std::optional<Instant> red_at;
};
Turns turns_of(Terms const&, std::vector<Span> const& pauses, Wall const&, Colours const&);

// From the start to its last day, without pauses: in working days, nothing where a calendar is
// missing; and in days of any kind.
std::optional<int> working_days_of(Terms const&, Wall const&);
int calendar_days_of(Terms const&, Wall const&);

// Day number plus months: the same day of the month, or its last one.
Day months_after(Day, int months);

}  // namespace banshi::matters
