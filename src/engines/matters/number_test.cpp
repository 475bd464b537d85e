#include "engines/matters/number.h"

#include <gtest/gtest.h>

#include "engines/matters/rate.h"

namespace banshi::matters {

TEST(Number, HasACheckDigit) {
    EXPECT_EQ(check_digit(2026, 1), 1);
    EXPECT_EQ(check_digit(2026, 123), 3);
    EXPECT_EQ(check_digit(2026, 1075), 4);
    EXPECT_EQ(check_digit(2021, 126), 7);
    EXPECT_EQ(written_number("PFD", 2026, 123), "PFD-2026-000123-3");
    EXPECT_EQ(written_number("PFD", 2026, 1'234'567).substr(0, 16), "PFD-2026-1234567");
}

TEST(Number, IsReadAsPeopleWriteIt) {
    for (auto const* typed : {"PFD-2026-000123-3", "pfd-2026-000123-3", " PFD 2026 000123 3 ",
                              "PFD20260001233", "ＰＦＤ－２０２６－０００１２３－３"})
        EXPECT_EQ(read_number(typed), "PFD-2026-000123-3") << typed;
}

TEST(Number, AMistypedOneIsNone) {
    for (auto const* typed : {"PFD-2026-000123-4", "PFD-2026-000132-3", "2026-000123-3", "", "PFD",
                              "PFD-2026-12x-3", "PFD-2026-99999999999999999999-3"})
        EXPECT_FALSE(read_number(typed)) << typed;
}

TEST(Rate, WholePercentHalfUp) {
    EXPECT_EQ(rate(858, 1075).percent, 80);
    EXPECT_EQ(rate(1, 3).percent, 33);
    EXPECT_EQ(rate(2, 3).percent, 67);
    EXPECT_EQ(rate(5, 8).percent, 63);
    EXPECT_EQ(rate(0, 0).percent, std::nullopt);
}

}  // namespace banshi::matters
