#include "documents/written_date.h"

#include <gtest/gtest.h>

namespace banshi::documents {

namespace {

std::string read_date(std::string_view text) {
    auto const at = read_written_date(text);
    if (!at) return at.refusal().text;
    return written(at.value().day) + " " +
           written_clock(std::chrono::floor<Minutes>(at.value().since_midnight));
}

}  // namespace

TEST(WrittenDate, IsReadHoweverPeopleWriteIt) {
    for (auto const* text : {"2026-09-25", "2026/9/25", "2026.9.25", "2026年9月25日", "20260925",
                             " 2026-9-25 ", "２０２６－０９－２５", "2026年9月25"})
        EXPECT_EQ(read_date(text), "2026-09-25 00:00") << text;
    for (auto const* text : {"2026-09-25 08:05", "2026/9/25 8:05", "20260925 08:05:59",
                             "2026年9月25日 8时5分", "2026-09-25T08:05", "2026.9.25　8：05"})
        EXPECT_EQ(read_date(text), "2026-09-25 08:05") << text;
}

TEST(WrittenDate, ThatIsNoneSaysWhy) {
    EXPECT_EQ(read_date("2026-02-30"), "date.impossible");
    EXPECT_EQ(read_date("2026-13-01"), "date.impossible");
    EXPECT_EQ(read_date("2026-09-25 24:00"), "date.impossible");
    EXPECT_EQ(read_date("26-09-25"), "date.two_digits");
    EXPECT_EQ(read_date("26.9.25"), "date.two_digits");
    for (auto const* text : {"", "去年", "2026", "2026-09", "9/25", "25/9/2026", "2026-09-25 8",
                             "2026--", "12345678901234567890", "2026-09-25x", "-2026-09-25--1-1-1"})
        EXPECT_EQ(read_date(text), "date.unread") << text;
}

}  // namespace banshi::documents
