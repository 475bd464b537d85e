#pragma once
// How many are in the hall, as a distribution that moves with time: the Kolmogorov equations of
// M(t)/M/c, cut off where the tail is below 1e-9 and solved by Runge and Kutta's rule.

#include <optional>
#include <vector>

namespace banshi::tickets {

// The rates of a while in which they do not change, an hour the unit of time.
struct Rates {
    double arrivals;
    double service;  // of one window
    int windows;
};

class Crowd {
public:
    Crowd();  // an empty hall

    // Goes on by an hour. Answers the share of those who come in it that wait no longer
    // than `within`, and asks nothing of an hour in which nobody comes.
    std::optional<double> pass_hour(Rates const&, double within);

    double all_busy(int windows) const;
    double waiting(int windows) const;
    std::optional<double> mean_wait(Rates const&) const;  // of one who would come now

private:
    static std::vector<double> slope(std::vector<double> const& share, Rates const&);
    void step(Rates const&, double hours);
    void forget_empty_states();
    double share_within(Rates const&, std::vector<double>& longer, double within) const;

    std::vector<double> share_;  // of the worlds in which so many are here
};

}  // namespace banshi::tickets
