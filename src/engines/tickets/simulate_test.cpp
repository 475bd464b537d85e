#include "engines/tickets/simulate.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engines/tickets/day_plan.h"
#include "engines/tickets/erlang.h"
#include "engines/tickets/queue_vectors_test.h"

namespace banshi::tickets {

using namespace std::chrono_literals;

namespace {

constexpr Minutes a_day{24 * 60};

// 1.5 million tickets, as the tolerances of scenario 11 and of the vectors suppose.
SimulationOut played(double walkins, double booked, int windows, Minutes head_start) {
    SimulationIn in;
    in.hours = {{walkins, booked, windows}};
    in.rules.head_start = head_start;
    in.tickets = 1'500'000;
    return simulate(in).value();
}

struct Wanted {
    Minutes head_start;
    double walkin, walkin_within;
    double booked, booked_within;
};

void expect_waits(double walkins, double booked, Wanted const& wanted) {
    auto const out = played(walkins, booked, 5, wanted.head_start);
    auto const hint = std::to_string(wanted.head_start.count()) + " minutes of head start";
    EXPECT_NEAR(out.walkin.mean_minutes, wanted.walkin, wanted.walkin_within) << hint;
    EXPECT_NEAR(out.booked.mean_minutes, wanted.booked, wanted.booked_within) << hint;
    // Conservation: no order that does not look at service times changes the mean of all.
    auto const in_order = 60 * mean_wait({walkins + booked, 6, 5}).value();
    EXPECT_NEAR(out.all.mean_minutes, in_order, walkins + booked > 25 ? 1.0 : 0.3) << hint;
    ASSERT_TRUE(out.all.half_width_minutes);
    EXPECT_LT(*out.all.half_width_minutes, walkins + booked > 25 ? 1.0 : 0.3) << hint;
}

}  // namespace

TEST(Simulate, VirtualDueTimeAgreesWithTheVectors) {
    for (auto const& row : vector_rows("virtual_due_time")) {
        ASSERT_EQ(number(row, "mu_per_hour"), 6);
        ASSERT_EQ(whole(row, "c"), 5);
        auto const& wanted = row.at("mean_wait_min");
        auto const within = number(row, "tolerance_min");
        expect_waits(number(row, "lambda_walkin_per_hour"), number(row, "lambda_booked_per_hour"),
                     {Minutes{whole(row, "H_min")}, number(wanted, "walkin"), within,
                      number(wanted, "booked"), within});
    }
}

// Scenario 11, with its own tolerances; H of a day is strict priority, which is exact.
TEST(Simulate, LightHall) {
    expect_waits(12, 12, {0min, 5.54, 0.3, 5.54, 0.3});
    expect_waits(12, 12, {15min, 7.63, 0.3, 3.50, 0.2});
    expect_waits(12, 12, {a_day, 9.24, 0.4, 1.85, 0.1});
}

// The columns of the specification's table that are no vectors: their own uncertainty, 0.1 in
// the light hall and 0.8 in the heavy one, is added to that of one run of 1.5 million tickets.
TEST(Simulate, TheOtherColumnsOfTheTable) {
    expect_waits(12, 12, {5min, 6.5, 0.4, 4.7, 0.4});
    expect_waits(12, 12, {60min, 9.1, 0.4, 2.0, 0.4});
    expect_waits(9, 18, {5min, 17.2, 1.8, 14.1, 1.8});
    expect_waits(9, 18, {60min, 30, 1.8, 7.7, 1.8});
    expect_waits(9, 18, {a_day, 38.12, 2.5, 3.81, 0.2});
}

// Scenario 22: all wait in one line, and what they are told is neither too dark nor too bright.
TEST(Simulate, TheEstimateIsHonest) {
    auto const out = played(27, 0, 5, 0min);
    EXPECT_GE(out.honesty.told, 200'000);
    EXPECT_NEAR(out.honesty.share_within_p50, 0.50, 0.015);
    EXPECT_NEAR(out.honesty.share_within_p90, 0.90, 0.01);
}

// Over 40 seeds the standard errors of such a run were 0.003, 0.05 and 0.2; four of each.
TEST(Simulate, TheWholeDistributionIsErlangs) {
    auto const out = played(24, 0, 5, 0min);
    Load const load{24.0 / 60, 1.0 / 10, 5};
    EXPECT_NEAR(out.all.share_within_target, 1 - share_longer(load, 15).value(), 0.012);
    // 0.554 exp(-t/10) of all wait longer than t minutes.
    EXPECT_NEAR(out.all.p50_minutes, 10 * std::log(0.5541 / 0.5), 0.2);
    EXPECT_NEAR(out.all.p90_minutes, 10 * std::log(0.5541 / 0.1), 0.8);
    EXPECT_EQ(out.booked.tickets, 0);
    EXPECT_TRUE(out.stable);
}

// The simulator and the Kolmogorov equations know nothing of each other.
TEST(Simulate, ADayAgreesWithItsPlan) {
    std::vector<double> const rates{20, 35, 46, 40, 25, 15, 30, 20};
    std::vector<int> const windows(rates.size(), 8);
    SimulationIn in;
    for (std::size_t hour = 0; hour < rates.size(); ++hour)
        in.hours.push_back({rates[hour], 0, windows[hour]});
    in.rules.head_start = 0min;
    in.tickets = 231 * 4000;  // days
    auto const out = simulate(in).value();

    double within = 0;
    auto const day = foresee_day({rates, 10}, windows, in.target_minutes);
    for (std::size_t hour = 0; hour < rates.size(); ++hour)
        within += rates[hour] / 231 * day[hour].share_within.value();
    // Days are independent: over 20 seeds the standard error of 4000 days was 0.001.
    EXPECT_NEAR(out.all.share_within_target, within, 0.004);
}

// After the last hour its windows serve those who are left, and then a new day begins.
TEST(Simulate, ADayEndsWhenTheLastHasGone) {
    SimulationIn in;
    in.hours = {{60, 0, 0}, {0, 0, 5}};  // nobody serves in the first hour
    in.rules.head_start = 0min;
    in.tickets = 60 * 500;
    auto const out = simulate(in).value();
    // Half an hour till the windows open; then, of N, all but five wait for one window after
    // another, each two minutes: E[(N-5)(N-4)] / E[N] = 52.3 for a Poisson N of mean 60. The
    // standard error of 500 days is about half a minute.
    EXPECT_NEAR(out.all.mean_minutes, 30 + 52.3, 2);
    EXPECT_EQ(out.all.tickets, in.tickets);
    EXPECT_FALSE(out.stable);
}

TEST(Simulate, AnOverloadedHallIsSaidToBe) {
    SimulationIn in;
    in.hours = {{40, 0, 5}};
    in.tickets = 20'000;
    auto const out = simulate(in).value();
    EXPECT_FALSE(out.stable);
    // 10 an hour are left over: after 500 hours 5000 people, 167 hours of work.
    EXPECT_GT(out.all.p90_minutes, 60 * 100);
}

TEST(Simulate, TheSameSeedIsTheSameDay) {
    SimulationIn in;
    in.hours = {{12, 12, 5}};
    in.tickets = 5'000;
    auto const once = simulate(in).value();
    auto const again = simulate(in).value();
    EXPECT_EQ(once.all.mean_minutes, again.all.mean_minutes);
    in.seed = 2;
    EXPECT_NE(once.all.mean_minutes, simulate(in).value().all.mean_minutes);
    EXPECT_EQ(once.all.tickets, 4'950);  // the first hundredth warms up
    EXPECT_EQ(once.walkin.tickets + once.booked.tickets, once.all.tickets);
}

TEST(Simulate, SaysNothingOfAnErrorThatItCannotKnow) {
    SimulationIn in;
    in.hours = {{12, 12, 5}};
    in.tickets = 500;
    EXPECT_FALSE(simulate(in).value().all.half_width_minutes);
}

TEST(Simulate, AnHourInWhichHardlyAnybodyComesPasses) {
    SimulationIn in;
    in.hours = {{30, 0, 5}, {1e-15, 0, 0}, {0, 30, 5}};
    in.rules.head_start = Minutes{7 * 24 * 60};
    in.tickets = 6'000;
    auto const out = simulate(in).value();
    EXPECT_EQ(out.all.tickets, in.tickets);
    EXPECT_NEAR(out.booked.tickets, 3'000, 200);
}

TEST(Simulate, RefusesWhatNoHallCanBe) {
    SimulationIn good;
    good.hours = {{12, 12, 5}};
    good.tickets = 10;
    ASSERT_TRUE(simulate(good));
    auto const field_of = [&](auto const& spoil) {
        auto in = good;
        spoil(in);
        auto const out = simulate(in);
        return out ? "accepted" : out.refusal().field;
    };
    EXPECT_EQ(field_of([](auto& in) { in.hours.clear(); }), "walkins_per_hour");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0].windows = 0; }), "windows");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0].windows = -1; }), "windows");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0].booked_per_hour = -1; }), "booked_per_hour");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0].walkins_per_hour = NAN; }), "walkins_per_hour");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0] = {0, 0, 5}; }), "walkins_per_hour");
    EXPECT_EQ(field_of([](auto& in) { in.service_minutes = 0; }), "service_minutes");
    EXPECT_EQ(field_of([](auto& in) { in.rules.head_start = Minutes{-1}; }), "head_start");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0].booked_per_hour = 1e300; }), "booked_per_hour");
    EXPECT_EQ(field_of([](auto& in) { in.hours[0] = {1e-9, 0, 5}; }), "walkins_per_hour");
    EXPECT_EQ(field_of([](auto& in) { in.rules.head_start = Minutes::max(); }), "head_start");
    EXPECT_EQ(field_of([](auto& in) { in.tickets = 0; }), "tickets");
    EXPECT_EQ(field_of([](auto& in) { in.tickets = 20'000'000; }), "tickets");
}

}  // namespace banshi::tickets
