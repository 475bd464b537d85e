#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class Plans : public World {};

TEST_P(Plans, CountsWhoCameOnThisWeekday) {
    // Two Mondays before: 4 and 8 numbers between nine and ten.
    for (auto const& [day, numbers] : {std::pair{"2026-03-02", 4}, std::pair{"2026-03-09", 8}}) {
        on(day, "09:20:00");
        for (int count = 0; count < numbers; ++count) issue();
    }
    PlanWindows form{hall, {"a"}, *read_day("2026-03-16"), {}, {}};
    auto const plan = must(plan_windows, form);
    EXPECT_EQ(plan.mean_service_seconds, 600);
    ASSERT_EQ(plan.hours.size(), 8u);  // 09:00 to 17:00
    EXPECT_EQ(plan.hours[0].hour, 9);
    EXPECT_EQ(plan.hours[0].expected, 6);
    EXPECT_EQ(plan.hours[0].staffed, 3);
    EXPECT_EQ(plan.hours[0].missing, 0);
    EXPECT_GE(plan.hours[0].needed, 2);  // 6 an hour of 10 minutes: one window would never do
    EXPECT_EQ(plan.hours[1].expected, 0);
    EXPECT_EQ(plan.hours[3].staffed, 0);  // lunch
    EXPECT_EQ(plan.missing_hours, 0);

    form.target_percent = 100;
    EXPECT_EQ(outcome(plan_windows, form), "plan.impossible_target");
    form.queue = {"z"};
    EXPECT_EQ(outcome(plan_windows, form), "queue.not_found");
    EXPECT_TRUE(must(plan_windows, PlanWindows{hall, {"a"}, *read_day("2026-03-08"), {}, {}})
                    .hours.empty());  // a Sunday
}

TEST_P(Plans, SaysHowManyWindowsAreMissing) {
    for (auto const* day : {"2026-03-02", "2026-03-09"}) {
        on(day, "09:20:00");
        for (int count = 0; count < 60; ++count) issue();
    }
    auto const plan = must(plan_windows, PlanWindows{hall, {"a"}, *read_day("2026-03-16"), {}, {}});
    EXPECT_EQ(plan.hours[0].expected, 60);
    EXPECT_GT(plan.hours[0].missing, 5);
    EXPECT_GE(plan.missing_hours, plan.hours[0].missing);
    EXPECT_GT(plan.hours[0].wait_seconds.value(), 3600);
}

TEST_P(Plans, PlaysAnotherHeadStart) {
    WhatIf form{hall, {"a"}, 5, 15, 12, 12};
    auto const light = must(what_if, form);
    EXPECT_TRUE(light.stable);
    EXPECT_NEAR(light.walkin_seconds.value(), 60 * 7.63, 45);
    EXPECT_NEAR(light.booked_seconds.value(), 60 * 3.50, 30);
    form.windows = 3;
    auto const full = must(what_if, form);
    EXPECT_FALSE(full.stable);
    EXPECT_FALSE(full.walkin_seconds);
    form.walkins_per_hour = -1;
    EXPECT_NE(outcome(what_if, form), "ok");
}

INSTANTIATE_TEST_SUITE_P(Both, Plans, both_databases(), database_name);

}  // namespace banshi::hall
