#pragma once
// Rates 比率 as exact fractions, shown as whole percent, half up. 0 of 0 is no percentage.

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

namespace banshi::matters {

struct Rate {
    std::int64_t part;
    std::int64_t whole;
    std::optional<int> percent;  // 100 of what is less than all of it stands with its fraction
};
BOOST_DESCRIBE_STRUCT(Rate, (), (part, whole, percent))

inline Rate rate(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return {part, whole, std::nullopt};
    return {part, whole, static_cast<int>((200 * part + whole) / (2 * whole))};
}

}  // namespace banshi::matters
