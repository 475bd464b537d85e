#include "engines/tickets/erlang.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numeric>

#include "base/check.h"

namespace banshi::tickets {

namespace {

double next_erlang_b(double before, int windows, double offered) {
    return offered * before / (windows + offered * before);
}

double erlang_c_from_b(double blocked, int windows, double offered) {
    return blocked / (1 - offered / windows * (1 - blocked));
}

std::optional<double> waits(Load const& load) { return erlang_c(load.windows, load.offered()); }

}  // namespace

double erlang_b(int windows, double offered) {
    CHECK(windows >= 0 && offered >= 0);
    double blocked = 1;
    for (int k = 1; k <= windows; ++k) blocked = next_erlang_b(blocked, k, offered);
    return blocked;
}

std::optional<double> erlang_c(int windows, double offered) {
    if (windows <= offered) return std::nullopt;
    return erlang_c_from_b(erlang_b(windows, offered), windows, offered);
}

// 1/p0 = sum to c of a^k/k!, its last term divided by 1 - rho; each partial sum is the one
// before over 1 - B, so that no power and no factorial appears.
std::optional<double> share_empty(Load const& load) {
    if (!load.stable()) return std::nullopt;
    auto const offered = load.offered();
    double blocked = 1;
    double share = 1;
    for (int k = 1; k <= load.windows; ++k) {
        blocked = next_erlang_b(blocked, k, offered);
        share *= 1 - blocked;
    }
    return share / (1 - blocked + blocked / (1 - offered / load.windows));
}

std::optional<double> mean_wait(Load const& load) {
    if (!load.stable()) return std::nullopt;
    return *waits(load) / load.spare_rate();
}

std::optional<double> mean_waiting(Load const& load) {
    if (!load.stable()) return std::nullopt;
    return *waits(load) * load.arrival_rate / load.spare_rate();
}

std::optional<double> share_longer(Load const& load, double time) {
    if (!load.stable()) return std::nullopt;
    return *waits(load) * std::exp(-load.spare_rate() * time);
}

double erlang_quantile(int stages, double rate, double share) {
    CHECK(stages > 0 && rate > 0 && share > 0 && share < 1);
    return boost::math::gamma_p_inv(static_cast<double>(stages), share) / rate;
}

double erlang_share_longer(int stages, double rate, double time) {
    CHECK(stages > 0 && rate > 0 && time >= 0);
    return boost::math::gamma_q(static_cast<double>(stages), rate * time);
}

std::optional<std::vector<double>> priority_waits(std::span<double const> arrival_rates,
                                                  double service_rate, int windows) {
    auto const total = std::accumulate(arrival_rates.begin(), arrival_rates.end(), 0.0);
    Load const all{total, service_rate, windows};
    if (!all.stable()) return std::nullopt;

    auto const full_rate = windows * service_rate;
    auto const until_free = *waits(all) / full_rate;
    std::vector<double> found;
    double left = 1;  // of the windows' time, after the classes so far
    for (auto const rate : arrival_rates) {
        auto const left_before = left;
        left -= rate / full_rate;
        found.push_back(until_free / (left_before * left));
    }
    return found;
}

std::optional<std::vector<double>> accumulating_waits(std::span<GrowingClass const> classes,
                                                      double service_rate, int windows) {
    CHECK(std::ranges::is_sorted(classes, {}, &GrowingClass::growth));
    CHECK(classes.empty() || classes.front().growth > 0);
    double total = 0;
    for (auto const& each : classes) total += each.arrival_rate;
    auto const in_order = mean_wait({total, service_rate, windows});
    if (!in_order) return std::nullopt;

    std::vector<double> found;
    for (std::size_t p = 0; p < classes.size(); ++p) {
        double above = *in_order;
        double below = 1;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            auto const share = classes[i].arrival_rate / (windows * service_rate);
            if (i < p) above -= share * found[i] * (1 - classes[i].growth / classes[p].growth);
            if (i > p) below -= share * (1 - classes[p].growth / classes[i].growth);
        }
        found.push_back(above / below);
    }
    return found;
}

LeastWindows least_windows(double arrival_rate, double service_rate, double within, double target) {
    CHECK(arrival_rate >= 0 && service_rate > 0 && within >= 0 && target > 0 && target < 1);
    Load load{arrival_rate, service_rate, 0};
    double blocked = 1;
    std::optional<double> one_less;
    for (;;) {
        ++load.windows;
        blocked = next_erlang_b(blocked, load.windows, load.offered());
        if (!load.stable()) continue;
        auto const waits = erlang_c_from_b(blocked, load.windows, load.offered());
        auto const share = 1 - waits * std::exp(-load.spare_rate() * within);
        if (share >= target) return {load.windows, share, one_less};
        one_less = share;
    }
}

}  // namespace banshi::tickets
