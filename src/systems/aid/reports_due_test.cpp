#include "systems/aid/reports_due.h"

#include <gtest/gtest.h>

namespace banshi::aid {

namespace {

constexpr auto progress = ReportKind::progress, full = ReportKind::full;

Day day(char const* text) { return read_day(text).value(); }

std::string told(std::vector<ReportDue> const& all) {
    std::string text;
    for (auto const& each : all)
        text += std::string(boost::describe::enum_to_string(each.kind, "")) + " " +
                written(each.day) + " by " + written(each.due) + (each.late ? " late" : "") + "\n";
    return text;
}

std::string due(Milestones const& steps, char const* today,
                std::vector<Reported> const& reported = {}) {
    return told(reports_due(steps, reported, {6, 3, 3, 3, 30, {}, ""}, day(today)));
}

TEST(ReportsDue, NothingBeforeMoneyIsRaised) { EXPECT_EQ(due({}, "2021-03-01"), ""); }

TEST(ReportsDue, WhatRunsShortOwesNoProgress) {
    EXPECT_EQ(due({day("2021-03-01"), day("2021-09-01"), {}}, "2021-12-01"),
              "full 2021-09-01 by 2021-12-01\n");
    EXPECT_EQ(due({day("2021-03-01"), day("2021-09-01"), {}}, "2021-12-02"),
              "full 2021-09-01 by 2021-12-01 late\n");
}

TEST(ReportsDue, WhatRunsLongOwesOneForEachTime) {
    Milestones const open{day("2021-03-01"), {}, {}};
    EXPECT_EQ(due(open, "2021-03-01"), "progress 2021-06-01 by 2021-09-01\n");
    EXPECT_EQ(due(open, "2021-09-02"),
              "progress 2021-06-01 by 2021-09-01 late\n"
              "progress 2021-09-01 by 2021-09-01 late\n"
              "progress 2021-12-01 by 2021-12-01\n");
    EXPECT_EQ(due({day("2021-03-01"), day("2021-10-15"), {}}, "2021-10-20",
                  {{progress, day("2021-06-01"), day("2021-06-10")},
                   {progress, day("2021-09-01"), day("2021-09-02")}}),
              "progress 2021-06-01 by 2021-09-01\n"
              "progress 2021-09-01 by 2021-09-01 late\n"
              "full 2021-10-15 by 2022-01-15\n");
}

TEST(ReportsDue, WhatWasPublishedInTimeIsNeverLate) {
    EXPECT_EQ(due({day("2021-03-01"), day("2021-09-01"), {}}, "2023-01-01",
                  {{progress, day("2021-06-01"), day("2021-06-10")},
                   {full, day("2021-09-01"), day("2021-12-01")}}),
              "progress 2021-06-01 by 2021-06-10\n"
              "full 2021-09-01 by 2021-12-01\n");
}

TEST(ReportsDue, LeftoverAndRelatedPartiesCountFromTheirDay) {
    EXPECT_EQ(due({{}, {}, day("2023-11-30")}, "2024-03-01",
                  {{ReportKind::related_party, day("2023-05-01"), day("2023-06-01")}}),
              "related_party 2023-05-01 by 2023-05-31 late\n"
              "leftover 2023-11-30 by 2024-02-29 late\n");
}

TEST(MonthsAfter, EndsWithItsMonth) {
    EXPECT_EQ(written(months_after(day("2021-11-30"), 3)), "2022-02-28");
    EXPECT_EQ(written(months_after(day("2021-03-31"), 6)), "2021-09-30");
}

}  // namespace

}  // namespace banshi::aid
