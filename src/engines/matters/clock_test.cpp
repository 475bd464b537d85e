// The tables of days that the office signed: start and length give the last day, on the calendars
// of 2020, 2021 and 2026.

#include "engines/matters/clock.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engines/matters/ladder.h"

namespace banshi::matters {

namespace {

WorkCalendar const& calendar() {
    static auto const all = [] {
        WorkCalendar calendar;
        for (auto const& file : std::filesystem::directory_iterator("config/calendar")) {
            std::ostringstream text;
            text << std::ifstream(file.path()).rdbuf();
            calendar.add_year(text.str(), file.path().string());
        }
        return calendar;
    }();
    return all;
}

Zone const& zone() {
    static Zone const shanghai{"Asia/Shanghai"};
    return shanghai;
}

Rules const& rules() {
    static auto const all = [] {
        Rules rules{};
        rules.level_2_days = 3;
        rules.level_3_days = 5;
        rules.working_hours = {{"01-01",
                                "12-31",
                                {Clock{Minutes{510}}, Clock{Minutes{810}}},
                                {Clock{Minutes{720}}, Clock{Minutes{1050}}}}};
        return rules;
    }();
    return all;
}

Wall wall() { return {calendar(), zone(), rules().working_hours}; }

Day day(std::string const& text) { return read_day(text).value(); }
Instant at(std::string const& text) { return read_instant(text + ":00+08:00").value(); }
std::string shown(std::optional<Day> last) { return last ? written(*last) : "none"; }
std::string shown(Instant instant) { return written(instant, zone()).substr(0, 16); }

Terms terms_of(std::string const& start, int length, LimitUnit unit, bool roll = false) {
    return {at(start + "T10:00"), unit, length, 0, roll, {}};
}

std::string last(Terms const& terms, std::vector<Span> const& pauses = {}) {
    return shown(due_of(terms, pauses, wall()).last_day);
}

}  // namespace

struct Row {
    char const* start;
    int length;
    char const* last;
};

TEST(Clock, WorkingDaysWithMakeUpWeekends) {
    for (auto const& [start, length, want] : {
             Row{"2026-09-18", 3, "2026-09-22"},
             {"2026-09-30", 5, "2026-10-13"},
             {"2026-05-08", 1, "2026-05-09"},
             {"2026-03-02", 10, "2026-03-16"},
             {"2026-01-02", 1, "2026-01-04"},
             {"2026-01-03", 1, "2026-01-04"},
             {"2026-02-10", 10, "2026-03-02"},
             {"2026-04-30", 1, "2026-05-06"},
             {"2026-06-18", 1, "2026-06-22"},
             {"2026-09-24", 1, "2026-09-28"},
             {"2026-09-19", 1, "2026-09-20"},
             {"2026-10-09", 1, "2026-10-10"},
             {"2021-09-17", 3, "2021-09-23"},
             {"2021-09-30", 5, "2021-10-13"},
             {"2020-12-28", 5, "2021-01-05"},
             {"2026-12-24", 5, "2026-12-31"},
         })
        EXPECT_EQ(last(terms_of(start, length, LimitUnit::working_days)), want) << start;
}

TEST(Clock, AMissingYearIsNamedAndNeverGuessed) {
    auto const due = due_of(terms_of("2026-12-30", 5, LimitUnit::working_days), {}, wall());
    EXPECT_EQ(due.missing_year, 2027);
    EXPECT_FALSE(due.last_day || due.at);
}

TEST(Clock, CalendarDaysPlainAndRolled) {
    struct Two {
        char const* start;
        int length;
        char const* plain;
        char const* rolled;
    };
    for (auto const& [start, length, plain, rolled] : {
             Two{"2026-09-18", 15, "2026-10-03", "2026-10-08"},
             {"2026-02-01", 15, "2026-02-16", "2026-02-24"},
             {"2026-07-01", 60, "2026-08-30", "2026-08-31"},
             {"2026-07-01", 90, "2026-09-29", "2026-09-29"},
             {"2026-09-25", 15, "2026-10-10", "2026-10-10"},
             {"2026-04-20", 15, "2026-05-05", "2026-05-06"},
             {"2021-07-23", 60, "2021-09-21", "2021-09-22"},
             {"2026-06-05", 15, "2026-06-20", "2026-06-22"},
         }) {
        EXPECT_EQ(last(terms_of(start, length, LimitUnit::calendar_days)), plain) << start;
        EXPECT_EQ(last(terms_of(start, length, LimitUnit::calendar_days, true)), rolled) << start;
    }
}

TEST(Clock, Months) {
    EXPECT_EQ(last(terms_of("2026-03-31", 3, LimitUnit::months)), "2026-06-30");
    EXPECT_EQ(last(terms_of("2026-03-31", 6, LimitUnit::months)), "2026-09-30");
    EXPECT_EQ(last(terms_of("2026-11-30", 3, LimitUnit::months)), "2027-02-28");
    EXPECT_EQ(last(terms_of("2026-01-15", 3, LimitUnit::months)), "2026-04-15");
}

TEST(Clock, PausesAreCountedByTheDay) {
    auto const ten = terms_of("2026-03-02", 10, LimitUnit::working_days);
    auto const span = [](char const* from, char const* to) { return Span{at(from), at(to)}; };
    auto const long_one = span("2026-03-05T10:00", "2026-03-10T10:00");
    EXPECT_EQ(last(ten, {long_one}), "2026-03-19");
    EXPECT_EQ(last(ten, {span("2026-03-06T09:00", "2026-03-09T09:00"), long_one}), "2026-03-19");
    EXPECT_EQ(last(ten, {span("2026-03-05T10:00", "2026-03-05T16:00")}), "2026-03-16");
    EXPECT_EQ(last(ten, {span("2026-03-06T17:00", "2026-03-09T08:00")}), "2026-03-17");
    EXPECT_EQ(last(terms_of("2026-03-02", 5, LimitUnit::working_days), {long_one}), "2026-03-12");
    EXPECT_EQ(last(terms_of("2026-07-01", 60, LimitUnit::calendar_days),
                   {span("2026-07-10T09:00", "2026-07-25T17:00")}),
              "2026-09-14");
}

TEST(Clock, WhileItStandsThereIsNoLastDayButDaysAreLeft) {
    auto const ten = terms_of("2026-03-02", 10, LimitUnit::working_days);
    std::vector<Span> const open{{at("2026-03-05T10:00"), std::nullopt}};
    auto const due = due_of(ten, open, wall());
    EXPECT_TRUE(due.stopped);
    EXPECT_FALSE(due.last_day);
    EXPECT_EQ(days_left(ten, open, wall(), at("2026-03-07T10:00")), 7);
}

TEST(Clock, HoursInsideTheWindowsOfWorkingDays) {
    auto const when = [](char const* start, int hours) {
        return shown(
            *due_of({at(start), LimitUnit::working_hours, hours, 0, false, {}}, {}, wall()).at);
    };
    EXPECT_EQ(when("2026-03-02T11:00", 2), "2026-03-02T14:30");
    EXPECT_EQ(when("2026-03-06T17:00", 2), "2026-03-09T10:00");
    EXPECT_EQ(when("2026-09-18T16:30", 4), "2026-09-20T11:30");
    EXPECT_EQ(when("2026-03-02T12:30", 1), "2026-03-02T14:30");
    Terms const real{at("2026-03-06T17:00"), LimitUnit::hours, 2, 0, false, {}};
    EXPECT_EQ(shown(*due_of(real, {}, wall()).at), "2026-03-06T19:00");
    EXPECT_EQ(shown(*due_of(real, {{at("2026-03-06T18:00"), at("2026-03-06T21:00")}}, wall()).at),
              "2026-03-06T22:00");
}

TEST(Clock, Colours) {
    Colours const usual{5, 2, 1};
    auto const turns = [&](Terms const& terms) { return turns_of(terms, {}, wall(), usual); };
    auto const day_of = [](std::optional<Instant> instant) {
        return shown(zone().day_of(instant.value()));
    };
    auto const three = turns(terms_of("2026-09-18", 3, LimitUnit::working_days));
    EXPECT_EQ(day_of(three.yellow_at), "2026-09-21");
    EXPECT_EQ(day_of(three.red_at), "2026-09-22");
    auto const twenty = turns(terms_of("2026-03-02", 20, LimitUnit::working_days));
    EXPECT_EQ(day_of(twenty.yellow_at), "2026-03-25");
    EXPECT_EQ(day_of(twenty.red_at), "2026-03-28");
    auto const one = turns(terms_of("2026-05-08", 1, LimitUnit::working_days));
    EXPECT_EQ(one.red_at, at("2026-05-08T10:00"));
    auto const sixty = turns(terms_of("2026-07-01", 60, LimitUnit::calendar_days, true));
    EXPECT_EQ(day_of(sixty.yellow_at), "2026-08-20");
    EXPECT_EQ(day_of(sixty.red_at), "2026-08-31");
}

TEST(Clock, MonthsTurnYellowByTheirDays) {
    // 3 months from 15 January are 90 days, to 15 April; a fifth of them are 18.
    auto const turns =
        turns_of(terms_of("2026-01-15", 3, LimitUnit::months), {}, wall(), {5, 2, 1});
    EXPECT_EQ(turns.yellow_at, at("2026-03-29T00:00"));
    EXPECT_EQ(turns.red_at, at("2026-04-15T00:00"));
}

TEST(Clock, HoursTurnAtAFifthAndATenthOfThem) {
    Terms const real{at("2026-03-06T08:00"), LimitUnit::hours, 10, 0, false, {}};
    EXPECT_EQ(turns_of(real, {}, wall(), {5, 2, 1}).yellow_at, at("2026-03-06T16:00"));
    EXPECT_EQ(turns_of(real, {}, wall(), {5, 2, 1}).red_at, at("2026-03-06T17:00"));
    Terms const working{at("2026-03-06T08:00"), LimitUnit::working_hours, 5, 0, false, {}};
    EXPECT_EQ(turns_of(working, {}, wall(), {5, 2, 1}).yellow_at, at("2026-03-06T14:00"));
    EXPECT_EQ(turns_of(working, {}, wall(), {5, 2, 1}).red_at, at("2026-03-06T14:30"));
}

TEST(Clock, WhileItStandsItKeepsTheColourThatItHad) {
    auto const three = terms_of("2026-09-18", 3, LimitUnit::working_days);
    std::vector<Span> const open{{at("2026-09-21T10:00"), std::nullopt}};
    auto const before = turns_of(three, {}, wall(), {5, 2, 1});
    auto const since = turns_of(three, open, wall(), {5, 2, 1});
    EXPECT_EQ(since.yellow_at, before.yellow_at);
    EXPECT_EQ(since.red_at, before.red_at);
}

TEST(Clock, AnOrderedDayHoldsWhateverWasCounted) {
    auto terms = terms_of("2026-09-21", 5, LimitUnit::working_days);
    terms.ordered = day("2027-02-01");
    EXPECT_EQ(last(terms), "2027-02-01");
    // Its year has no calendar: the days cannot be counted, yet overdue is red.
    auto const turns = turns_of(terms, {}, wall(), {5, 2, 1});
    EXPECT_EQ(turns.red_at, at("2027-02-02T00:00"));
    EXPECT_FALSE(turns.yellow_at);
    terms.ordered = day("2026-10-15");
    std::vector<Span> const open{{at("2026-09-22T10:00"), std::nullopt}};
    // 21 September is no day yet, 22 counts; until 15 October there are 12 more.
    EXPECT_EQ(days_left(terms, open, wall(), at("2026-09-24T10:00")), 12);
}

TEST(Clock, AnExtensionIsCountedFromTheStart) {
    auto sixty = terms_of("2026-07-01", 60, LimitUnit::calendar_days, true);
    EXPECT_EQ(last(sixty), "2026-08-31");
    sixty.extension = 30;
    EXPECT_EQ(last(sixty), "2026-09-29");
    auto three = terms_of("2026-11-30", 3, LimitUnit::months);
    three.extension = 3;
    EXPECT_EQ(last(three), "2027-05-30");
}

TEST(Clock, WorkingHoursFollowTheSeason) {
    Rules seasons{};
    auto const clock = [](int hour) { return Clock{std::chrono::hours{hour}}; };
    seasons.working_hours = {{"05-01", "09-30", {clock(8)}, {clock(12)}},
                             {"10-01", "04-30", {clock(9)}, {clock(12)}}};
    Wall const hall{calendar(), zone(), seasons.working_hours};
    auto const when = [&](char const* start, int hours) {
        return shown(
            *due_of({at(start), LimitUnit::working_hours, hours, 0, false, {}}, {}, hall).at);
    };
    EXPECT_EQ(when("2026-04-30T11:00", 2), "2026-05-06T09:00");
    EXPECT_EQ(when("2026-09-30T11:00", 2), "2026-10-08T10:00");
    // A pause of years is longer than any clock.
    Terms const terms{at("2019-01-02T11:00"), LimitUnit::working_hours, 2, 0, false, {}};
    std::vector<Span> const years{{at("2019-01-02T11:30"), at("2025-12-31T10:00")}};
    EXPECT_EQ(shown(*due_of(terms, years, hall).at), "2025-12-31T11:30");
}

TEST(Clock, SummerTimeChangesNoDay) {
    Zone const berlin{"Europe/Berlin"};
    Wall const there{calendar(), berlin, rules().working_hours};
    auto const start = read_instant("2026-03-27T10:00:00+01:00").value();
    auto const due = due_of({start, LimitUnit::calendar_days, 3}, {}, there);
    EXPECT_EQ(shown(due.last_day), "2026-03-30");
    EXPECT_EQ(due.at, read_instant("2026-03-31T00:00:00+02:00"));
    // 24 hours that pass are 25 on the wall.
    auto const hours = due_of(
        {read_instant("2026-03-28T12:00:00+01:00").value(), LimitUnit::hours, 24}, {}, there);
    EXPECT_EQ(hours.at, read_instant("2026-03-29T13:00:00+02:00"));
    // Here the clocks jump over midnight: 4 November 2018 begins at 01:00.
    Zone const brazil{"America/Sao_Paulo"};
    Wall const far{calendar(), brazil, rules().working_hours};
    auto const third = read_instant("2018-11-01T10:00:00-03:00").value();
    auto const jumped = due_of({third, LimitUnit::calendar_days, 2}, {}, far);
    EXPECT_EQ(shown(jumped.last_day), "2018-11-03");
    EXPECT_EQ(jumped.at, read_instant("2018-11-04T01:00:00-02:00"));
    // It stands at the first moment of that day, so the day does not count.
    std::vector<Span> const night{{read_instant("2018-11-03T23:00:00-03:00").value(),
                                   read_instant("2018-11-04T01:30:00-02:00").value()}};
    EXPECT_EQ(shown(due_of({third, LimitUnit::calendar_days, 3}, night, far).last_day),
              "2018-11-05");
}

TEST(Clock, OverdueFromMidnightToTheMicrosecond) {
    auto const due = due_of(terms_of("2026-09-18", 3, LimitUnit::working_days), {}, wall());
    EXPECT_EQ(due.at, at("2026-09-23T00:00"));
}

TEST(Clock, DaysLeftAndDaysLate) {
    auto const three = terms_of("2026-09-18", 3, LimitUnit::working_days);
    EXPECT_EQ(days_left(three, {}, wall(), at("2026-09-18T12:00")), 3);
    EXPECT_EQ(days_left(three, {}, wall(), at("2026-09-22T23:59")), 1);
    EXPECT_EQ(days_left(three, {}, wall(), at("2026-09-23T00:00")), -1);
    EXPECT_EQ(days_left(three, {}, wall(), at("2026-09-24T10:00")), -2);
}

TEST(Ladder, ClimbsByWorkingDays) {
    struct Four {
        char const* start;
        int length;
        char const* days[3];
    };
    for (auto const& [start, length, want] : {
             Four{"2026-04-24", 3, {"2026-04-30", "2026-05-08", "2026-05-14"}},
             {"2026-09-21", 5, {"2026-09-30", "2026-10-10", "2026-10-16"}},
             {"2026-06-11", 3, {"2026-06-17", "2026-06-23", "2026-06-30"}},
             {"2021-09-13", 5, {"2021-09-19", "2021-09-25", "2021-10-01"}},
         }) {
        auto const due = due_of(terms_of(start, length, LimitUnit::working_days), {}, wall());
        Raised raised;
        for (int level = 1; level <= 3; ++level) {
            auto const rung = next_rung(due, raised, 3, rules(), {}, wall()).rung.value();
            EXPECT_EQ(rung.level, level);
            EXPECT_EQ(shown(rung.nominal), std::string(want[level - 1]) + "T00:00") << start;
            raised = {level, rung.nominal, std::nullopt};
        }
        EXPECT_FALSE(next_rung(due, raised, 3, rules(), {}, wall()).rung);
        EXPECT_FALSE(next_rung(due, {1, *due.at, {}}, 1, rules(), {}, wall()).rung);
    }
}

TEST(Ladder, AnOrderWithANewLastDayCountsFromThere) {
    auto terms = terms_of("2026-09-21", 5, LimitUnit::working_days);
    terms.ordered = day("2026-10-15");
    auto const due = due_of(terms, {}, wall());
    Raised const ordered{2, at("2026-10-02T09:00"), day("2026-10-15")};
    // 16, 19, 20, 21, 22 October work.
    EXPECT_EQ(shown(next_rung(due, ordered, 3, rules(), {}, wall()).rung->nominal),
              "2026-10-23T00:00");
}

TEST(Ladder, PausedDaysDoNotCount) {
    auto const due = due_of(terms_of("2026-04-24", 3, LimitUnit::working_days), {}, wall());
    Raised const first{1, *due.at, {}};
    // 30 April counts, it stands from then until 11 May; 12 and 13 May count.
    std::vector<Span> const paused{{at("2026-04-30T10:00"), at("2026-05-11T10:00")}};
    EXPECT_EQ(shown(next_rung(due, first, 3, rules(), paused, wall()).rung->nominal),
              "2026-05-14T00:00");
}

TEST(Ladder, NothingIsRaisedWhileTheClockStands) {
    std::vector<Span> const open{{at("2026-04-28T10:00"), std::nullopt}};
    auto const due = due_of(terms_of("2026-04-24", 3, LimitUnit::working_days), open, wall());
    auto const climb = next_rung(due, {}, 3, rules(), open, wall());
    EXPECT_FALSE(climb.rung || climb.missing_year);
}

TEST(Ladder, AnOrderAheadOfTimeSkipsNoLevel) {
    auto const due = due_of(terms_of("2026-09-21", 5, LimitUnit::working_days), {}, wall());
    // Level 1 ordered on the second day: level 2 follows the last day, 29 September, as ever.
    Raised const ordered{1, at("2026-09-22T09:00"), {}};
    auto const second = next_rung(due, ordered, 3, rules(), {}, wall()).rung.value();
    EXPECT_EQ(second.level, 2);
    EXPECT_EQ(shown(second.nominal), "2026-10-10T00:00");
}

TEST(Ladder, AfterAnHourClockTheDayOfItsInstantCounts) {
    Terms const terms{at("2026-03-05T15:00"), LimitUnit::hours, 24, 0, false, {}};
    auto const due = due_of(terms, {}, wall());
    auto const first = next_rung(due, {}, 3, rules(), {}, wall()).rung.value();
    EXPECT_EQ(shown(first.nominal), "2026-03-06T15:00");
    EXPECT_EQ(shown(next_rung(due, {1, first.nominal, {}}, 3, rules(), {}, wall()).rung->nominal),
              "2026-03-12T00:00");
}

TEST(Ladder, TheYearThatItNeedsIsNamed) {
    auto const due = due_of(terms_of("2026-12-24", 5, LimitUnit::working_days), {}, wall());
    ASSERT_EQ(shown(due.last_day), "2026-12-31");
    auto const first = next_rung(due, {}, 3, rules(), {}, wall()).rung.value();
    EXPECT_EQ(shown(first.nominal), "2027-01-01T00:00");
    auto const second = next_rung(due, {1, first.nominal, {}}, 3, rules(), {}, wall());
    EXPECT_FALSE(second.rung);
    EXPECT_EQ(second.missing_year, 2027);
}

}  // namespace banshi::matters
