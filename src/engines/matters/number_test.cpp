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
    for (auto const* typed :
         {"PFD-2026-000123-3", "pfd-2026-000123-3", " PFD 2026 000123 3 ", "PFD20260001233",
          "ＰＦＤ－２０２６－０００１２３－３", "ｐｆｄ－2026—000123–3", "PFD　2026　000123　3\r\n",
          "PFD\u00a02026-000123-3"})
        EXPECT_EQ(read_number(typed), "PFD-2026-000123-3") << typed;
}

TEST(Number, AMistypedOneIsNone) {
    for (auto const* typed :
         {"PFD-2026-000123-4", "PFD-2026-000132-3", "2026-000123-3", "", "PFD", "PFD-2026-12x-3",
          "PFD-2026-99999999999999999999-3", "PFD-2026-0000123-3", "平房-2026-000123-3",
          "P?D-2026-000123-3", "PFD-2026-000123-3\xe3", "PFD-2026-000123-3-3", "\xf0\x9f\x92\xa9"})
        EXPECT_FALSE(read_number(typed)) << typed;
}

TEST(Number, GoesOnAboveAMillionAYear) {
    for (std::int64_t const sequence : {999'999LL, 1'000'000LL, 1'234'567LL, 123'456'789'012LL}) {
        auto const written = written_number("PFD", 2026, sequence);
        EXPECT_EQ(read_number(written), written);
    }
}

TEST(Number, EveryWrongFigureAndMostSwapsAreFound) {
    for (std::int64_t sequence = 1; sequence < 3'000; sequence += 7) {
        auto const right = written_number("PFD", 2026, sequence);
        for (std::size_t place = 4; place < right.size(); ++place)
            for (char figure = '0'; figure <= '9'; ++figure) {
                auto wrong = right;
                if (wrong[place] == '-' || wrong[place] == figure) continue;
                wrong[place] = figure;
                EXPECT_FALSE(read_number(wrong)) << wrong;
            }
    }
}

TEST(Rate, WholePercentHalfUp) {
    EXPECT_EQ(rate(858, 1075).percent, 80);
    EXPECT_EQ(rate(1, 3).percent, 33);
    EXPECT_EQ(rate(2, 3).percent, 67);
    EXPECT_EQ(rate(5, 8).percent, 63);
    EXPECT_EQ(rate(859, 1075).percent, 80);
    EXPECT_EQ(rate(432, 436).percent, 99);
    EXPECT_EQ(rate(1074, 1075).percent, 100);  // stands with its fraction
    EXPECT_EQ(rate(0, 7).percent, 0);
    EXPECT_EQ(rate(0, 0).percent, std::nullopt);
}

}  // namespace banshi::matters
