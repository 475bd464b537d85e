#include "documents/number_format.h"

#include <gtest/gtest.h>

namespace banshi::documents {

TEST(NumberFormat, WrittenOnesAreReadByTheirLetters) {
    for (auto const* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "m/d", "mmm",
                             "[$-804]aaaa yyyy", "[Red]yyyy/m/d;@", "YYYY-MM-DD"})
        EXPECT_EQ(written_format(code), NumberFormat::date) << code;
    for (auto const* code : {"hh:mm", "h:mm:ss AM/PM", "[h]:mm", "mm:ss.0", "[ss]"})
        EXPECT_EQ(written_format(code), NumberFormat::time) << code;
    for (auto const* code : {"yyyy-mm-dd hh:mm", "m/d/yy h:mm"})
        EXPECT_EQ(written_format(code), NumberFormat::moment) << code;
    for (auto const* code : {"General", "0.00", "#,##0", "0.00E+00", "0\"days\"", "[Red]0", "@", "",
                             "\\d0", "\"", "[", "\\", "0_d", "#,##0;[Red]-#,##0 \"y\""})
        EXPECT_EQ(written_format(code), NumberFormat::number) << code;
}

TEST(NumberFormat, TheKnownOnes) {
    EXPECT_EQ(known_format(0), NumberFormat::number);
    EXPECT_EQ(known_format(9), NumberFormat::number);
    EXPECT_EQ(known_format(14), NumberFormat::date);
    EXPECT_EQ(known_format(20), NumberFormat::time);
    EXPECT_EQ(known_format(22), NumberFormat::moment);
    EXPECT_EQ(known_format(31), NumberFormat::date);  // yyyy"年"m"月"d"日"
    EXPECT_EQ(known_format(49), NumberFormat::number);
}

}  // namespace banshi::documents
