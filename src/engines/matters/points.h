#pragma once
// A point on the map as people send it: both parts of it, or none.

#include "base/result.h"
#include "engines/matters/matter.h"

namespace banshi::matters {

// Refuses place.half and place.outside, by the field latitude or longitude.
Result<std::optional<Point>> read_point(std::optional<std::int64_t> latitude,
                                        std::optional<std::int64_t> longitude);

}  // namespace banshi::matters
