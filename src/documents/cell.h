#pragma once
// What stands in a cell of a workbook 台账: the same values going out and coming in.

#include <cstdint>
#include <string>
#include <variant>

#include "base/time.h"

namespace banshi::documents {

// A date with a time of day, as the wall showed it; a workbook knows no zones.
struct WallTime {
    Day day{};
    Seconds since_midnight{};
    auto operator<=>(WallTime const&) const = default;
};

// Seconds are a time of day.
using Cell =
    std::variant<std::monostate, std::string, std::int64_t, double, Day, Seconds, WallTime>;

}  // namespace banshi::documents
