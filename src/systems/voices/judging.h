#pragma once
// What is reckoned without a row: when an answer is done again, and shares in whole percent.

#include <cstdint>
#include <optional>

namespace banshi::voices {

struct Ratings {
    int authors;  // who signed
    int against;  // of them, dissatisfied in this round
    bool first;   // the first author is among those
};
// 重办: the first author decides, or more than half of all.
bool asks_redo(Ratings const&);

// Half a percent goes up; nothing where nothing was counted.
std::optional<int> percent_of(std::int64_t part, std::int64_t whole);

}  // namespace banshi::voices
