#pragma once
// What the demo asks of chance, in the words of the demo.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/time.h"

namespace banshi::demo {

// The same for the same place and day.
std::uint64_t seed_of(std::string_view district, Day);

bool happens(Random&, int percent);
int between(Random&, int least, int most);
Seconds seconds_between(Random&, int least, int most);
// An index, as often as its weight says; at least one weight is positive.
std::size_t weighted(Random&, std::vector<int> const& weights);
// Durations of work: never quite short, sometimes long, `mean` on average.
Seconds working_time(Random&, Seconds mean);

template <class T>
T const& one_of(Random& random, std::vector<T> const& all) {
    return all[random.below(all.size())];
}

}  // namespace banshi::demo
