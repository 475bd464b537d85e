#pragma once
// Time counted in hours: inside the windows of working days, or every second; pauses are cut out
// exactly.

#include "engines/matters/clock.h"

namespace banshi::matters {

// When so much has passed since the start. Nothing, and the year, where a calendar is missing.
std::optional<Instant> after_time(Instant start, std::chrono::seconds length, LimitUnit unit,
                                  std::vector<Span> const& pauses, Wall const&,
                                  std::optional<int>& missing_year);

struct Stretch {
    Instant from;
    Instant to;
};
// The windows of a day in order; none on a day of rest.
std::optional<std::vector<Stretch>> windows_of(Day, Wall const&);

}  // namespace banshi::matters
