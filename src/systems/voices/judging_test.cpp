#include "systems/voices/judging.h"

#include <gtest/gtest.h>

#include "systems/voices/members.h"

namespace banshi::voices {

TEST(Judging, TheFirstAuthorDecidesOrMoreThanHalfOfAll) {
    EXPECT_FALSE(asks_redo({.authors = 1, .against = 0, .first = false}));
    EXPECT_TRUE(asks_redo({.authors = 3, .against = 1, .first = true}));
    EXPECT_FALSE(asks_redo({.authors = 3, .against = 1, .first = false}));
    EXPECT_TRUE(asks_redo({.authors = 3, .against = 2, .first = false}));
    EXPECT_FALSE(asks_redo({.authors = 4, .against = 2, .first = false})) << "half is not more";
}

TEST(Judging, PercentRoundsHalfUpAndIsNothingOfNothing) {
    EXPECT_EQ(percent_of(858, 1075), 80);
    EXPECT_EQ(percent_of(1, 3), 33);
    EXPECT_EQ(percent_of(2, 3), 67);
    EXPECT_EQ(percent_of(5, 8), 63);
    EXPECT_EQ(percent_of(0, 5), 0);
    EXPECT_FALSE(percent_of(0, 0));
}

TEST(Member, ActsFromItsFirstDayToItsLast) {
    using namespace std::chrono_literals;
    Member officer{};
    officer.from = Day{2026y / 3 / 1};
    EXPECT_FALSE(officer.active(Day{2026y / 2 / 28}));
    EXPECT_TRUE(officer.active(Day{2036y / 3 / 1}));
    officer.to = Day{2026y / 6 / 30};
    EXPECT_TRUE(officer.active(Day{2026y / 6 / 30}));
    EXPECT_FALSE(officer.active(Day{2026y / 7 / 1}));
}

}  // namespace banshi::voices
