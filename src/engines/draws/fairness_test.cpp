#include "engines/draws/fairness.h"

#include <gtest/gtest.h>

#include <numeric>

namespace banshi::draws {

namespace {

std::vector<std::int64_t> every(std::int64_t step, std::int64_t count, std::int64_t from = 1) {
    std::vector<std::int64_t> out;
    for (std::int64_t at = 0; at < count; ++at) out.push_back(from + at * step);
    return out;
}

TEST(EntryOrder, TheTableOfTheSpec) {
    auto const many = entry_order(every(100, 100), 10'000);
    EXPECT_DOUBLE_EQ(many.mean_expected, 5000.5);
    EXPECT_NEAR(many.mean_sigma, 287.242, 0.001);
    EXPECT_DOUBLE_EQ(many.early_expected, 10);
    EXPECT_NEAR(many.early_sigma, 2.9851, 0.0001);
    auto const few = entry_order(every(40, 75), 3000);
    EXPECT_NEAR(few.mean_sigma, 98.759, 0.001);
    EXPECT_DOUBLE_EQ(few.early_expected, 7.5);
    EXPECT_NEAR(few.early_sigma, 2.5658, 0.0001);
    EXPECT_TRUE(many.sound());
    EXPECT_TRUE(few.sound());
}

TEST(EntryOrder, TheFirstDaysMustNotWin) {
    EXPECT_FALSE(entry_order(every(1, 75), 3000).sound());
    EXPECT_FALSE(entry_order(every(1, 75, 2926), 3000).sound()) << "nor the last";
}

// The mean alone would pass what is drawn from both ends.
TEST(EntryOrder, TooManyOfTheFirstTenth) {
    auto ranks = every(1, 38);
    for (auto const rank : every(1, 37, 2964)) ranks.push_back(rank);
    auto const seen = entry_order(ranks, 3000);
    EXPECT_NEAR(seen.mean, seen.mean_expected, 4 * seen.mean_sigma);
    EXPECT_FALSE(seen.sound());
}

TEST(EntryOrder, NothingToSeeInFewOrInAll) {
    EXPECT_FALSE(entry_order(every(1, 4), 3000).tested);
    EXPECT_FALSE(entry_order(every(1, 10), 10).tested);
    EXPECT_TRUE(entry_order(every(1, 4), 3000).sound());
}

}  // namespace

}  // namespace banshi::draws
