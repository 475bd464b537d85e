#pragma once
// Time counted in hours: inside the windows of working days, or every second; pauses are cut out
// exactly.

#include "engines/matters/clock.h"

namespace banshi::matters {

struct Reached {
    std::optional<Instant> at;
    std::optional<int> missing_year;  // whose calendar is needed first
};
// When so much has passed since the start.
Reached after_time(Instant start, std::chrono::seconds length, LimitUnit unit,
                   std::vector<Span> const& pauses, Wall const&);

// Those in force on this day of the year; nothing where the settings leave a gap.
WorkingHours const* hours_on(Day, std::vector<WorkingHours> const&);

struct Stretch {
    Instant from;
    Instant to;
};
// The windows of a day in order; none on a day of rest.
std::optional<std::vector<Stretch>> windows_of(Day, Wall const&);

}  // namespace banshi::matters
