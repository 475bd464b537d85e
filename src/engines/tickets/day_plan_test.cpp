#include "engines/tickets/day_plan.h"

#include <gtest/gtest.h>

#include "engines/tickets/erlang.h"
#include "engines/tickets/queue_vectors_test.h"

namespace banshi::tickets {

static Target const usual{15, 0.9};

// The tolerances stand in the "fields" of the vectors.
TEST(DayPlan, AgreesWithTheVectors) {
    for (auto const& row : vector_rows("time_varying")) {
        DayLoad const load{numbers(row, "lambda_per_hour_by_hour"),
                           60 / number(row, "mu_per_hour")};
        std::vector<int> const windows(load.arrivals_per_hour.size(), whole(row, "c"));
        auto const day = foresee_day(load, windows, 15);
        auto const& wanted = row.at("at_end_of_hour").as_array();
        ASSERT_EQ(day.size(), wanted.size());
        for (std::size_t hour = 0; hour < wanted.size(); ++hour) {
            EXPECT_NEAR(day[hour].all_busy, number(wanted[hour], "p_wait"), 2e-4) << wanted[hour];
            EXPECT_NEAR(day[hour].wait_minutes.value(), number(wanted[hour], "virtual_wait_min"),
                        2e-3)
                << wanted[hour];
            // What must not be used: the formula of a steady queue with this hour's rate.
            Load const steady{load.arrivals_per_hour[hour] / 60, 1 / load.service_minutes,
                              windows[hour]};
            auto const stationary = mean_wait(steady);
            ASSERT_EQ(!stationary, is_null(wanted[hour], "stationary_wait_min"));
            if (stationary) {
                EXPECT_NEAR(*stationary, number(wanted[hour], "stationary_wait_min"), 2e-3);
            }
        }
    }
}

// Scenario 23: about 6 minutes, not 26.
TEST(DayPlan, TheThirdHourCarriesWhatItReallyCarries) {
    DayLoad const load{{20, 35, 46, 40, 25, 15, 30, 20}, 10};
    std::vector<int> const eight(8, 8);
    auto const plan = plan_day(load, eight, usual).value();
    EXPECT_NEAR(plan.hours[2].with_staffed.wait_minutes.value(), 6, 0.5);
}

TEST(DayPlan, ASteadyDayBecomesErlangs) {
    DayLoad const load{std::vector<double>(40, 24.0), 10};
    std::vector<int> const five(40, 5);
    auto const last = foresee_day(load, five, 10).back();
    EXPECT_NEAR(last.all_busy, 0.5541125541, 1e-6);
    EXPECT_NEAR(last.wait_minutes.value(), 5.541125541, 1e-5);
    EXPECT_NEAR(last.waiting, 2.2164502165, 1e-5);
    EXPECT_NEAR(last.share_within.value(), 0.796153383, 1e-6);
    EXPECT_EQ(plan_day(load, five, {10, 0.9}).value().hours.back().needed, 6);
}

// Many more windows than people: a step too long would run away.
TEST(DayPlan, AHugeHallStaysFinite) {
    DayLoad const load{std::vector<double>(6, 1200.0), 10};
    for (int const windows : {210, 400, 5000}) {
        std::vector<int> const all(6, windows);
        auto const last = foresee_day(load, all, 15).back();
        Load const steady{1200, 6, windows};
        EXPECT_NEAR(last.all_busy, erlang_c(windows, 200).value(), 1e-3) << windows;
        EXPECT_NEAR(last.wait_minutes.value(), 60 * mean_wait(steady).value(), 0.02) << windows;
    }
}

TEST(DayPlan, NamesTheFewestThatMeetTheTarget) {
    DayLoad const load{{20, 35, 60, 40, 0, 15, 30, 20}, 10};
    std::vector<int> const none(8, 0);
    auto const plan = plan_day(load, none, usual).value();
    std::vector<int> windows;
    for (auto const& hour : plan.hours) windows.push_back(hour.needed);
    EXPECT_EQ(windows[4], 0);  // nobody comes

    auto const with_these = foresee_day(load, windows, usual.within_minutes);
    for (std::size_t hour = 0; hour < windows.size(); ++hour) {
        if (load.arrivals_per_hour[hour] <= 0) continue;
        EXPECT_GE(with_these[hour].share_within.value(), usual.share) << hour;
        auto one_less = windows;
        --one_less[hour];
        EXPECT_LT(foresee_day(load, one_less, usual.within_minutes)[hour].share_within.value(),
                  usual.share)
            << hour;
    }
}

TEST(DayPlan, SaysHowManyAreMissing) {
    DayLoad const load{{20, 46, 20}, 10};
    std::vector<int> const staffed{8, 5, 4};
    auto const plan = plan_day(load, staffed, usual).value();
    EXPECT_EQ(plan.hours[0].missing, 0);
    EXPECT_EQ(plan.hours[1].missing, plan.hours[1].needed - 5);
    EXPECT_GT(plan.hours[1].missing, 0);
    EXPECT_EQ(plan.hours[2].missing, std::max(0, plan.hours[2].needed - 4));
    EXPECT_EQ(plan.missing_hours, plan.hours[1].missing + plan.hours[2].missing);

    // Five windows take 30 an hour; of 46 some 16 are left and wait longer than the target.
    EXPECT_LT(plan.hours[1].with_staffed.share_within.value(), usual.share);
    EXPECT_NEAR(plan.hours[1].with_staffed.waiting, 16, 2);
    EXPECT_GE(plan.hours[1].with_needed.share_within.value(), usual.share);
}

TEST(DayPlan, ABacklogBeyondTheWindowsIsCarriedWhole) {
    DayLoad const load{{600, 600, 0}, 10};
    std::vector<int> const ten(3, 10);  // 60 an hour
    auto const day = foresee_day(load, ten, 15);
    EXPECT_NEAR(day[0].waiting, 540 - 10, 1.1);  // all but those at the windows
    EXPECT_NEAR(day[1].waiting, 1080 - 10, 1.1);
    EXPECT_NEAR(day[2].waiting, 1020 - 10, 1.1);
    EXPECT_NEAR(day[1].wait_minutes.value(), 1071, 1.1);
    EXPECT_FALSE(day[2].share_within);
}

TEST(DayPlan, WithoutAWindowTheWaitIsUnknown) {
    DayLoad const load{{10, 0}, 10};
    std::vector<int> const none{0, 0};
    auto const day = foresee_day(load, none, 15);
    EXPECT_FALSE(day[0].wait_minutes);
    EXPECT_EQ(day[0].share_within, 0);
    EXPECT_NEAR(day[0].all_busy, 1, 1e-9);
    EXPECT_NEAR(day[0].waiting, 10, 1e-6);
    EXPECT_NEAR(day[1].waiting, 10, 1e-6);
}

TEST(DayPlan, RefusesATargetThatNobodyCanMeet) {
    DayLoad const load{{10}, 10};
    std::vector<int> const one{1};
    for (auto const& target : {Target{15, 1}, Target{15, 0}, Target{-1, 0.9}, Target{15, 1.5}}) {
        auto const plan = plan_day(load, one, target);
        ASSERT_FALSE(plan);
        EXPECT_EQ(plan.refusal().text, "plan.impossible_target");
    }
}

}  // namespace banshi::tickets
