#include "cli/demo/chance.h"

#include <cmath>
#include <numeric>

#include "base/check.h"

namespace banshi::demo {

std::uint64_t seed_of(std::string_view district, Day day) {
    // FNV-1a: the same on every machine, which std::hash does not promise.
    std::uint64_t seed = 14695981039346656037ULL;
    for (unsigned char const letter : district) seed = (seed ^ letter) * 1099511628211ULL;
    return seed ^ static_cast<std::uint64_t>(day.time_since_epoch().count()) * 2654435761ULL;
}

bool happens(Random& random, int percent) {
    return random.below(100) < static_cast<std::uint64_t>(percent);
}

int between(Random& random, int least, int most) {
    CHECK(least <= most);
    return least + static_cast<int>(random.below(static_cast<std::uint64_t>(most - least) + 1));
}

Seconds seconds_between(Random& random, int least, int most) {
    return Seconds{between(random, least, most)};
}

std::size_t weighted(Random& random, std::vector<int> const& weights) {
    auto const sum = std::accumulate(weights.begin(), weights.end(), 0);
    CHECK(sum > 0);
    auto left = between(random, 0, sum - 1);
    std::size_t index = 0;
    while (left >= weights[index]) left -= weights[index++];
    return index;
}

Seconds working_time(Random& random, Seconds mean) {
    // The mean of four exponential times: a gamma distribution of shape 4.
    double sum = 0;
    for (int part = 0; part < 4; ++part) sum -= std::log(1 - random.fraction());
    return Seconds{std::llround(static_cast<double>(mean.count()) * sum / 4)};
}

}  // namespace banshi::demo
