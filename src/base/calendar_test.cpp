#include "base/calendar.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace banshi {

namespace {

WorkCalendar years(std::initializer_list<int> wanted) {
    WorkCalendar calendar;
    for (int const year : wanted) {
        auto const file = "config/calendar/" + std::to_string(year) + ".toml";
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        calendar.add_year(text.str(), file);
    }
    return calendar;
}

Day day(char const* text) { return read_day(text).value(); }

int working_days(WorkCalendar const& calendar, int year) {
    int count = 0;
    for (auto each = Day{std::chrono::year{year} / 1 / 1}; year_of(each) == year;
         each += std::chrono::days{1})
        count += calendar.works(each) ? 1 : 0;
    return count;
}

}  // namespace

TEST(WorkCalendar, HasTheDaysOfTheNotices) {
    auto const calendar = years({2020, 2021, 2026});
    EXPECT_EQ(working_days(calendar, 2020), 249);
    EXPECT_EQ(working_days(calendar, 2021), 250);
    EXPECT_EQ(working_days(calendar, 2026), 248);
    for (auto const* worked : {"2021-02-07", "2021-09-26", "2026-01-04", "2026-10-10"})
        EXPECT_TRUE(calendar.works(day(worked))) << worked;
    for (auto const* rested : {"2021-02-11", "2021-10-07", "2026-02-23", "2026-10-11"})
        EXPECT_FALSE(calendar.works(day(rested))) << rested;
}

TEST(WorkCalendar, AMissingYearIsLoudAndNeverAGuess) {
    auto const calendar = years({2026});
    EXPECT_THROW(calendar.works(day("2027-01-04")), MissingYear);
    EXPECT_THROW(calendar.after(day("2026-12-31"), 1), MissingYear);
    EXPECT_EQ(calendar.find_works(day("2025-12-31")), std::nullopt);
    EXPECT_EQ(calendar.find_after(day("2026-12-30"), 2), std::nullopt);
    EXPECT_EQ(calendar.find_after(day("2026-12-30"), 1), day("2026-12-31"));
    EXPECT_EQ(calendar.find_after(day("2026-12-31"), 0), day("2026-12-31"));
}

TEST(WorkCalendar, ALeapYearHasItsLastDay) {
    auto const calendar = years({2020, 2024});
    EXPECT_TRUE(calendar.works(day("2020-12-31")));
    EXPECT_TRUE(calendar.works(day("2024-02-29")));
}

TEST(WorkCalendar, RefusesADayOfAnotherYear) {
    WorkCalendar calendar;
    auto const add = [&](char const* text) { calendar.add_year(text, "2026.toml"); };
    EXPECT_THROW(add("year = 2026\nholidays = [2025-01-01]\nworking_weekends = []"),
                 std::runtime_error);
    EXPECT_THROW(add("year = 2026\nholidays = []"), std::runtime_error);
    EXPECT_THROW(add("year = 2026\nholidays = [2026-02-30]\nworking_weekends = []"),
                 std::runtime_error);
    EXPECT_FALSE(calendar.holds(2026));
}

}  // namespace banshi
