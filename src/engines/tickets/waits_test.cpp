#include "engines/tickets/waits.h"

#include <gtest/gtest.h>

#include <cmath>

namespace banshi::tickets {

TEST(Waits, OfTenTicketsOneWaitsLongerThanTheirP90) {
    std::vector<double> const minutes{10, 1, 9, 2, 8, 3, 7, 4, 6, 5};
    auto const waits = summed_up(minutes, 7);
    EXPECT_EQ(waits.tickets, 10);
    EXPECT_DOUBLE_EQ(waits.mean_minutes, 5.5);
    EXPECT_EQ(waits.p50_minutes, 5);
    EXPECT_EQ(waits.p90_minutes, 9);
    EXPECT_DOUBLE_EQ(waits.share_within_target, 0.7);  // exactly the target is within it
    EXPECT_FALSE(waits.half_width_minutes);
}

TEST(Waits, OfOneTicketAllIsSaid) {
    std::vector<double> const minutes{3};
    auto const waits = summed_up(minutes, 15);
    EXPECT_EQ(waits.p50_minutes, 3);
    EXPECT_EQ(waits.p90_minutes, 3);
}

TEST(Waits, OfNobodyNothingIsSaid) { EXPECT_EQ(summed_up({}, 15).tickets, 0); }

// 30 batches whose means are 0 and 2 by turns: their spread is sqrt(30/29).
TEST(Waits, TheErrorComesFromTheMeansOfBatches) {
    std::vector<double> minutes;
    for (int batch = 0; batch < 30; ++batch) minutes.insert(minutes.end(), 100, batch % 2 * 2.0);
    EXPECT_NEAR(summed_up(minutes, 15).half_width_minutes.value(),
                2.045 * std::sqrt(30.0 / 29) / std::sqrt(30.0), 1e-12);
}

}  // namespace banshi::tickets
