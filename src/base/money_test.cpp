#include "base/money.h"

#include <gtest/gtest.h>

namespace banshi {

using Parts = std::vector<Fen>;

TEST(Yuan, AreWrittenWithTwoDecimals) {
    EXPECT_EQ(written_yuan(300'000), "3000.00");
    EXPECT_EQ(written_yuan(1), "0.01");
    EXPECT_EQ(written_yuan(0), "0.00");
    EXPECT_EQ(written_yuan(-29'999), "-299.99");
}

TEST(Yuan, AreReadExactlyOrNotAtAll) {
    EXPECT_EQ(read_yuan("3000"), 300'000);
    EXPECT_EQ(read_yuan("3000.5"), 300'050);
    EXPECT_EQ(read_yuan("-0.05"), -5);
    EXPECT_EQ(read_yuan("1,234,567.89"), 123'456'789);
    EXPECT_EQ(read_yuan("12,345"), 1'234'500);
    for (auto const* wrong :
         {"", "-", ".", "1.", ".5", "1.234", "1e3", "12,34", ",123", "1,2345", "1234,567", " 1",
          "1 ", "+1", "--1", "0x10", "１００", "99999999999999999999", "100000000000.01"})
        EXPECT_EQ(read_yuan(wrong), std::nullopt) << wrong;
}

TEST(Split, GivesTheRemainderToTheLast) {
    EXPECT_EQ(split(1'000'000, 3).value(), (Parts{333'333, 333'333, 333'334}));
    EXPECT_EQ(split(100, 3).value(), (Parts{33, 33, 34}));
    EXPECT_EQ(split(3, 3).value(), (Parts{1, 1, 1}));
    EXPECT_EQ(split(7, 1).value(), (Parts{7}));
    EXPECT_EQ(split(2, 3).refusal().text, "money.too_small");
    EXPECT_EQ(split(-5, 3).refusal().text, "money.too_small");
    EXPECT_EQ(split(100, 0).refusal().text, "money.parts");
}

}  // namespace banshi
