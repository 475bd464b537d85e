#include "engines/tickets/crowd.h"

#include <algorithm>
#include <cmath>

#include "engines/tickets/erlang.h"

namespace banshi::tickets {

namespace {

// The last state always holds less than this, the tail beyond it far less than 1e-9.
constexpr double negligible = 1e-14;
constexpr std::size_t more_states = 32;

}  // namespace

Crowd::Crowd() : share_(more_states, 0.0) { share_[0] = 1; }

// The change of each share in a unit of time: who comes and who leaves, from one state to the
// next. Nobody comes in the last state, so that the shares always add up to one.
std::vector<double> Crowd::slope(std::vector<double> const& share, Rates const& rates) {
    std::vector<double> change(share.size(), 0.0);
    for (std::size_t here = 0; here + 1 < share.size(); ++here) {
        auto const busy =
            std::min(static_cast<double>(here + 1), static_cast<double>(rates.windows));
        auto const flow = rates.arrivals * share[here] - rates.service * busy * share[here + 1];
        change[here] -= flow;
        change[here + 1] = flow;
    }
    return change;
}

void Crowd::step(Rates const& rates, double hours) {
    auto const moved = [&](std::vector<double> const& slope, double by) {
        auto out = share_;
        for (std::size_t here = 0; here < out.size(); ++here) out[here] += by * slope[here];
        return out;
    };
    auto const first = slope(share_, rates);
    auto const second = slope(moved(first, hours / 2), rates);
    auto const third = slope(moved(second, hours / 2), rates);
    auto const fourth = slope(moved(third, hours), rates);
    for (std::size_t here = 0; here < share_.size(); ++here)
        share_[here] +=
            hours / 6 * (first[here] + 2 * second[here] + 2 * third[here] + fourth[here]);
    if (share_.back() > negligible) share_.resize(share_.size() + more_states, 0.0);
}

// What a busy hour needed and a quiet one does not.
void Crowd::forget_empty_states() {
    while (share_.size() > more_states && share_[share_.size() - more_states] < negligible)
        share_.resize(share_.size() - more_states / 2);
}

std::optional<double> Crowd::pass_hour(Rates const& rates, double within) {
    forget_empty_states();
    // A step is at most half the mean time between two changes of the busiest state that the
    // hour may reach: well inside the rule's stable range, with an error below 1e-6.
    auto const most_here = static_cast<double>(share_.size()) + 2 * rates.arrivals / rates.service;
    auto const busiest =
        rates.arrivals + rates.service * std::min<double>(rates.windows, most_here);
    auto const steps = std::max(1.0, std::ceil(2 * busiest));
    std::vector<double> longer;
    double sum = share_within(rates, longer, within) / 2;
    for (double done = 0; done < steps; ++done) {
        step(rates, 1 / steps);
        sum += share_within(rates, longer, within);
    }
    sum -= share_within(rates, longer, within) / 2;
    if (rates.arrivals <= 0) return std::nullopt;
    return sum / steps;
}

// longer[k]: the share that waits longer with k before it in the queue; kept from step to step.
double Crowd::share_within(Rates const& rates, std::vector<double>& longer, double within) const {
    if (rates.windows == 0) return 0;
    auto const full_rate = rates.windows * rates.service;
    double late = 0;
    for (std::size_t here = rates.windows; here < share_.size(); ++here) {
        auto const ahead = here - rates.windows;
        if (ahead == longer.size())
            longer.push_back(erlang_share_longer(static_cast<int>(ahead) + 1, full_rate, within));
        late += share_[here] * longer[ahead];
    }
    return 1 - late;
}

double Crowd::all_busy(int windows) const {
    double sum = 0;
    for (std::size_t here = windows; here < share_.size(); ++here) sum += share_[here];
    return sum;
}

double Crowd::waiting(int windows) const {
    double sum = 0;
    for (std::size_t here = windows; here < share_.size(); ++here)
        sum += share_[here] * static_cast<double>(here - windows);
    return sum;
}

std::optional<double> Crowd::mean_wait(Rates const& rates) const {
    if (rates.windows == 0) return std::nullopt;
    return (waiting(rates.windows) + all_busy(rates.windows)) / (rates.windows * rates.service);
}

}  // namespace banshi::tickets
