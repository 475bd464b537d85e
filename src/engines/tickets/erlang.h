#pragma once
// The mathematics of a queue with many windows (A. K. Erlang 1917). Rates and times are in one
// unit that the caller chooses. A queue that gets more than it can serve has no long-run wait:
// then there is no number, never a large or a negative one.

#include <optional>
#include <span>
#include <vector>

namespace banshi::tickets {

// M/M/c: arrivals by chance, service of exponential length.
struct Load {
    double arrival_rate;
    double service_rate;  // of one window
    int windows;

    double offered() const { return arrival_rate / service_rate; }
    double spare_rate() const { return windows * service_rate - arrival_rate; }
    bool stable() const { return windows > 0 && spare_rate() > 0; }
};

// The share that finds all windows busy and goes away.
double erlang_b(int windows, double offered);
// The share that finds all windows busy and waits.
std::optional<double> erlang_c(int windows, double offered);

std::optional<double> share_empty(Load const&);   // of the time, nobody is here
std::optional<double> mean_wait(Load const&);     // of all, those who need not wait included
std::optional<double> mean_waiting(Load const&);  // how many wait
std::optional<double> share_longer(Load const&, double time);  // wait longer than that

// The sum of so many exponential times, each with that rate (Erlang's distribution).
double erlang_quantile(int stages, double rate, double share);
double erlang_share_longer(int stages, double rate, double time);

// Strict priority without interruption: mean wait of each class, the most urgent first.
std::optional<std::vector<double>> priority_waits(std::span<double const> arrival_rates,
                                                  double service_rate, int windows);

// Priority that grows with waiting (Kleinrock 1964), for comparison with the rule of the hall.
struct GrowingClass {
    double arrival_rate;
    double growth;  // of priority in a unit of time
};
// Classes by growth, the slowest first; mean wait of each.
std::optional<std::vector<double>> accumulating_waits(std::span<GrowingClass const>,
                                                      double service_rate, int windows);

struct LeastWindows {
    int windows;
    double share_within;
    std::optional<double> share_with_one_less;  // none: the queue would grow without end
};
// The fewest windows with which the target share, in (0, 1), waits no longer than that.
LeastWindows least_windows(double arrival_rate, double service_rate, double within, double target);

}  // namespace banshi::tickets
