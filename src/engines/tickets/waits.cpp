#include "engines/tickets/waits.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banshi::tickets {

namespace {

constexpr std::size_t batches = 30;
constexpr double student_95 = 2.045;           // two-sided, for 30 batches
constexpr std::size_t least_in_a_batch = 100;  // below, the means of batches lean on each other

double mean_of(std::span<double const> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) /
           static_cast<double>(numbers.size());
}

// Waits that follow each other are alike, so their own spread says too little; the means of
// long batches are nearly independent (Law, Simulation Modeling and Analysis, chapter 9).
std::optional<double> half_width(std::span<double const> minutes) {
    auto const size = minutes.size() / batches;
    if (size < least_in_a_batch) return std::nullopt;
    std::vector<double> means;
    for (std::size_t batch = 0; batch < batches; ++batch)
        means.push_back(mean_of(minutes.subspan(batch * size, size)));
    auto const middle = mean_of(means);
    double squares = 0;
    for (auto const mean : means) squares += (mean - middle) * (mean - middle);
    return student_95 * std::sqrt(squares / (batches - 1) / batches);
}

// The smallest wait that at least this share does not exceed.
double quantile(std::vector<double>& minutes, double share) {
    auto const rank = std::ceil(share * static_cast<double>(minutes.size()));
    auto const at = minutes.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::ranges::nth_element(minutes, at);
    return *at;
}

}  // namespace

Waits summed_up(std::span<double const> minutes, double target_minutes) {
    if (minutes.empty()) return {};
    auto const within =
        std::ranges::count_if(minutes, [&](double wait) { return wait <= target_minutes; });
    std::vector<double> sorted(minutes.begin(), minutes.end());
    return {
        .tickets = static_cast<std::int64_t>(minutes.size()),
        .mean_minutes = mean_of(minutes),
        .half_width_minutes = half_width(minutes),
        .p50_minutes = quantile(sorted, 0.5),
        .p90_minutes = quantile(sorted, 0.9),
        .share_within_target = static_cast<double>(within) / static_cast<double>(minutes.size())};
}

}  // namespace banshi::tickets
