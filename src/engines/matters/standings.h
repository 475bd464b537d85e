#pragma once
// What a list says of many matters at once: deadlines and latest words, in a statement for some
// dozen of them instead of several for each.

#include "engines/matters/clocks.h"

namespace banshi::matters {

struct Deadline {  // 截止日; both are empty where the matter is not open
    std::optional<Day> last_day;
    std::optional<int> days_left;  // below zero: late by so many
};
// In the order of the matters.
std::vector<Deadline> deadlines_of(Call&, std::vector<Matter> const&);

// The latest words of the office about each; empty before the first.
std::vector<std::string> latest_words_of(Call&, std::vector<Matter> const&);

}  // namespace banshi::matters
