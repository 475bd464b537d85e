#include "engines/notices/hours.h"

#include <gtest/gtest.h>

namespace banshi::notices {

static District district() {
    auto calendar = std::make_shared<WorkCalendar>();
    // Of the notice of 2025-11-04, where these days lie.
    calendar->add_year(
        "year = 2026\nholidays = [2026-05-01, 2026-05-04, 2026-05-05, 2026-10-01, "
        "2026-10-02, 2026-10-05, 2026-10-06, 2026-10-07]\n"
        "working_weekends = [2026-05-09, 2026-10-10]\n",
        "2026.toml");
    return {"xinqu", Zone("Asia/Shanghai"), calendar};
}

static bool staff_at(std::string const& moment, StaffRules const& rules = {}) {
    return may_disturb_staff(rules, district(), *read_instant(moment + "+08:00"));
}

TEST(SendingWindow, OfStaffIsTheDayAndNeverTheNight) {
    EXPECT_FALSE(staff_at("2026-09-22T00:00:00"));
    EXPECT_FALSE(staff_at("2026-09-22T07:59:59"));
    EXPECT_TRUE(staff_at("2026-09-22T08:00:00"));
    EXPECT_TRUE(staff_at("2026-09-22T19:59:59"));
    EXPECT_FALSE(staff_at("2026-09-22T20:00:00"));
}

TEST(SendingWindow, OfStaffKnowsHolidaysAndMakeUpDays) {
    EXPECT_FALSE(staff_at("2026-10-05T10:00:00")) << "a Monday of the golden week";
    EXPECT_TRUE(staff_at("2026-10-08T10:00:00"));
    EXPECT_TRUE(staff_at("2026-05-09T10:00:00")) << "a Saturday that works";
    EXPECT_FALSE(staff_at("2026-05-10T10:00:00")) << "the Sunday after it";
    EXPECT_FALSE(staff_at("2026-10-17T10:00:00")) << "an ordinary Saturday";
}

TEST(SendingWindow, OfStaffIsTheHoursAloneWhereTheCalendarIsMissing) {
    EXPECT_TRUE(staff_at("2027-01-02T10:00:00")) << "a Saturday; nothing waits for a file";
    EXPECT_FALSE(staff_at("2027-01-04T03:00:00"));
}

TEST(SendingWindow, OfStaffMayBeAlways) {
    EXPECT_TRUE(staff_at("2026-10-05T03:00:00", {.from = {}, .to = {}}));
}

TEST(SendingWindow, OfCitizensIsOutsideTheQuietHours) {
    auto const zone = Zone("Asia/Shanghai");
    auto const at = [&](Policy const& policy, char const* clock) {
        auto const moment = *read_instant("2026-10-05T" + std::string(clock) + ":00+08:00");
        return may_disturb_citizens(policy, zone, moment);
    };
    Policy night{{Minutes{22 * 60}}, {Minutes{7 * 60}}, 1, 1, 1};
    EXPECT_TRUE(at(night, "07:00") && at(night, "21:59"));
    EXPECT_FALSE(at(night, "22:00") || at(night, "00:00") || at(night, "06:59"));
    Policy noon{{Minutes{12 * 60}}, {Minutes{14 * 60}}, 1, 1, 1};
    EXPECT_TRUE(at(noon, "11:59") && at(noon, "14:00"));
    EXPECT_FALSE(at(noon, "12:00"));
    Policy none{{}, {}, 1, 1, 1};
    EXPECT_TRUE(at(none, "00:00") && at(none, "12:00"));
}

}  // namespace banshi::notices
