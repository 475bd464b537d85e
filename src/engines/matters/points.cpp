#include "engines/matters/points.h"

#include <cstdlib>

namespace banshi::matters {

Result<std::optional<Point>> read_point(std::optional<std::int64_t> latitude,
                                        std::optional<std::int64_t> longitude) {
    constexpr std::int64_t degree = 10'000'000;
    if (latitude.has_value() != longitude.has_value())
        return Refusal{Why::invalid, "place.half", "", latitude ? "longitude" : "latitude"};
    if (!latitude) return std::optional<Point>{};
    if (std::abs(*latitude) > 90 * degree)
        return Refusal{Why::invalid, "place.outside", "", "latitude"};
    if (std::abs(*longitude) > 180 * degree)
        return Refusal{Why::invalid, "place.outside", "", "longitude"};
    return std::optional{Point{*latitude, *longitude}};
}

}  // namespace banshi::matters
