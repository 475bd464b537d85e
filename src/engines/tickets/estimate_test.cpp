#include "engines/tickets/estimate.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engines/tickets/queue_vectors_test.h"

namespace banshi::tickets {

static QueueSeen busy(int waiting_ahead, int open_windows, double service_minutes = 10) {
    return {.waiting_ahead = waiting_ahead,
            .bookings_expected = 0,
            .show_rate = 0.8,
            .open_windows = open_windows,
            .free_windows = 0,
            .service_minutes = service_minutes};
}

TEST(Estimate, AgreesWithTheVectors) {
    for (auto const& row : vector_rows("queue_length_predictor")) {
        auto const told = estimate(
            busy(whole(row, "waiting_ahead"), whole(row, "c"), number(row, "mean_service_min")));
        ASSERT_TRUE(told) << row;
        EXPECT_NEAR(told->p50_minutes, number(row, "p50"), 1e-6) << row;
        EXPECT_NEAR(told->p90_minutes, number(row, "p90"), 1e-6) << row;
    }
}

TEST(Estimate, ShowsWholeMinutesAndRoundsThePromiseUp) {
    auto const told = estimate(busy(4, 5)).value();  // 9.34 and 15.99
    EXPECT_EQ(told.shown_p50(), 9);
    EXPECT_EQ(told.shown_p90(), 16);
    EXPECT_EQ(estimate(busy(0, 5))->shown_p90(), 5);  // 4.605
}

TEST(Estimate, GrowsWithThoseAheadAndFallsWithWindows) {
    for (int windows = 1; windows <= 12; ++windows)
        for (int ahead = 0; ahead <= 60; ++ahead) {
            auto const told = estimate(busy(ahead, windows)).value();
            auto const one_more_ahead = estimate(busy(ahead + 1, windows)).value();
            auto const one_more_window = estimate(busy(ahead, windows + 1)).value();
            EXPECT_LT(told.p50_minutes, told.p90_minutes);
            EXPECT_LT(told.p50_minutes, one_more_ahead.p50_minutes);
            EXPECT_LT(told.p90_minutes, one_more_ahead.p90_minutes);
            EXPECT_GT(told.p50_minutes, one_more_window.p50_minutes);
            EXPECT_GT(told.p90_minutes, one_more_window.p90_minutes);
        }
}

TEST(Estimate, IsUnknownWithoutAnOpenWindow) {
    EXPECT_FALSE(estimate(busy(0, 0)));
    EXPECT_FALSE(estimate(busy(5, 0)));
}

TEST(Estimate, IsNothingWhenAWindowIsFree) {
    auto seen = busy(0, 5);
    seen.free_windows = 1;
    seen.bookings_expected = 3;  // a free window calls whoever is here
    EXPECT_EQ(estimate(seen)->p50_minutes, 0);
    EXPECT_EQ(estimate(seen)->shown_p90(), 0);
    seen.waiting_ahead = 1;
    EXPECT_GT(estimate(seen)->p50_minutes, 0);
}

TEST(Estimate, CountsBookingsThatWillCome) {
    auto seen = busy(4, 5);
    auto const with = [&](int expected, double show_rate) {
        seen.bookings_expected = expected;
        seen.show_rate = show_rate;
        return estimate(seen)->p50_minutes;
    };
    EXPECT_EQ(with(6, 0.8), estimate(busy(4 + 5, 5))->p50_minutes);  // 4.8 rounded up
    EXPECT_EQ(with(1, 0.01), estimate(busy(4 + 1, 5))->p50_minutes);
    EXPECT_EQ(with(100, 0.07), estimate(busy(4 + 7, 5))->p50_minutes);  // not 8
    EXPECT_EQ(with(6, 0), estimate(busy(4, 5))->p50_minutes);
}

TEST(Estimate, HoldsForThousandsAhead) {
    auto const told = estimate(busy(2000, 5)).value();
    EXPECT_NEAR(told.p50_minutes, 2001 * 2.0, 2);  // the median is just below the mean
    EXPECT_NEAR(told.p90_minutes, 2001 * 2.0 + 1.2816 * 2 * std::sqrt(2001), 2);
}

}  // namespace banshi::tickets
