#include "engines/draws/fairness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banshi::draws {

static constexpr double most_sigmas = 4;
static constexpr std::int64_t least_winners = 5;

bool EntryOrder::sound() const {
    auto const near = [](double seen, double expected, double sigma) {
        return std::abs(seen - expected) <= most_sigmas * sigma;
    };
    return !tested || (near(mean, mean_expected, mean_sigma) &&
                       near(static_cast<double>(early), early_expected, early_sigma));
}

EntryOrder entry_order(std::vector<std::int64_t> const& ranks, std::int64_t entries) {
    EntryOrder out;
    auto const winners = std::ssize(ranks);
    if (winners < least_winners || winners >= entries) return out;
    auto const n = static_cast<double>(entries), k = static_cast<double>(winners);
    auto const first = entries / 10;
    auto const share = static_cast<double>(first) / n;
    out.tested = true;
    out.mean = std::accumulate(ranks.begin(), ranks.end(), 0.0) / k;
    out.mean_expected = (n + 1) / 2;
    out.mean_sigma = std::sqrt((n + 1) * (n - k) / (12 * k));
    out.early = std::ranges::count_if(ranks, [&](auto rank) { return rank <= first; });
    out.early_expected = k * share;
    out.early_sigma = std::sqrt(k * share * (1 - share) * (n - k) / (n - 1));
    return out;
}

double chi_square(std::vector<std::int64_t> const& counts, std::int64_t places) {
    auto const n = static_cast<double>(counts.size()), k = static_cast<double>(places);
    auto const expected =
        static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0})) / n;
    double sum = 0;
    for (auto const count : counts)
        sum += (static_cast<double>(count) - expected) * (static_cast<double>(count) - expected) /
               expected;
    // Who won once cannot win the same draw again, so the counts lie closer together.
    return sum * (n - 1) / (n - k);
}

}  // namespace banshi::draws
