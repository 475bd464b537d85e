// Clocks and pauses at random, against the rules as they are written: each day is asked by itself
// whether it counts, with no thought of speed.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/random.h"
#include "engines/matters/clock.h"
#include "engines/matters/hours.h"
#include "engines/matters/ladder.h"

namespace banshi::matters {

namespace {

using std::chrono::days;

class RandomClocks : public testing::TestWithParam<std::uint64_t> {
protected:
    RandomClocks() : random(GetParam()) {
        for (auto const& file : std::filesystem::directory_iterator("config/calendar")) {
            std::ostringstream text;
            text << std::ifstream(file.path()).rdbuf();
            calendar.add_year(text.str(), file.path().string());
        }
        auto const clock = [](int minutes) { return Clock{Minutes{minutes}}; };
        rules.working_hours = {
            {"05-01", "09-30", {clock(480), clock(810)}, {clock(720), clock(1020)}},
            {"10-01", "04-30", {clock(510), clock(810)}, {clock(720), clock(1050)}}};
        rules.level_2_days = 1 + below(4);
        rules.level_3_days = 1 + below(6);
    }

    int below(int end) { return static_cast<int>(random.below(static_cast<std::uint64_t>(end))); }

    // Often exactly at midnight, where the rule turns.
    Instant moment(Instant from, int within_days) {
        auto const day = zone.day_of(from) + days{below(within_days)};
        auto const time = zone.midnight(day);
        return below(3) == 0 ? time
                             : time + std::chrono::microseconds{random.below(86'400'000'000)};
    }

    Terms terms() {
        LimitUnit const units[] = {LimitUnit::working_days, LimitUnit::calendar_days,
                                   LimitUnit::months, LimitUnit::working_hours, LimitUnit::hours};
        Terms terms{};
        terms.start = moment(zone.midnight(Day{std::chrono::year{2021} / 1 / 1}), 1200);
        terms.unit = units[below(5)];
        terms.length = 1 + below(terms.unit == LimitUnit::months ? 6 : 60);
        terms.extension = below(3) == 0 ? 1 + below(5) : 0;
        terms.roll = below(2) == 0;
        return terms;
    }

    std::vector<Span> pauses(Instant start) {
        std::vector<Span> out;
        for (int left = below(5); left > 0; --left) {
            auto const from = moment(start, 60);
            out.push_back({from, std::max(from, moment(from, 12))});
        }
        return out;
    }

    bool stands(Day day, std::vector<Span> const& pauses) const {
        auto const begin = zone.midnight(day);
        return std::ranges::any_of(
            pauses, [&](auto const& pause) { return pause.from <= begin && begin < *pause.to; });
    }
    bool counts(Day day, Terms const& terms, std::vector<Span> const& pauses) const {
        return !stands(day, pauses) &&
               (terms.unit != LimitUnit::working_days || calendar.works(day));
    }

    // 3.2, rules 1 to 4 and 6.
    Day last_day_by_the_rules(Terms const& terms, std::vector<Span> const& pauses) const {
        auto const start = zone.day_of(terms.start);
        auto n = terms.length + terms.extension;
        if (terms.unit == LimitUnit::months)
            n = static_cast<int>((months_after(start, n) - start).count());
        auto day = start;
        while (n > 0) n -= counts(day += days{1}, terms, pauses) ? 1 : 0;
        while (terms.roll && !calendar.works(day)) day += days{1};
        return day;
    }

    // 3.2, rule 7, by the second.
    std::chrono::microseconds worked(Instant from, Instant to, LimitUnit unit,
                                     std::vector<Span> const& pauses) const {
        std::vector<Instant> edges{from, to};
        auto const add = [&](Instant at) {
            if (from < at && at < to) edges.push_back(at);
        };
        for (auto const& pause : pauses) add(pause.from), add(*pause.to);
        for (auto day = zone.day_of(from); day <= zone.day_of(to); day += days{1}) {
            auto const windows = windows_of(day, wall).value();
            for (auto const& [opens, closes] : windows) add(opens), add(closes);
        }
        std::ranges::sort(edges);
        std::chrono::microseconds sum{0};
        for (std::size_t at = 1; at < edges.size(); ++at) {
            auto const inside = edges[at - 1];
            auto const windows = windows_of(zone.day_of(inside), wall).value();
            bool const open =
                unit == LimitUnit::hours || std::ranges::any_of(windows, [&](auto const& window) {
                    return window.from <= inside && inside < window.to;
                });
            bool const paused = std::ranges::any_of(pauses, [&](auto const& pause) {
                return pause.from <= inside && inside < *pause.to;
            });
            if (open && !paused) sum += edges[at] - inside;
        }
        return sum;
    }

    SeededRandom random;
    WorkCalendar calendar;
    Zone zone{"Asia/Shanghai"};
    Rules rules{};
    Wall wall{calendar, zone, rules.working_hours};
};

bool by_hours(Terms const& terms) {
    return terms.unit == LimitUnit::working_hours || terms.unit == LimitUnit::hours;
}

}  // namespace

TEST_P(RandomClocks, EndWhereTheRulesSay) {
    for (int round = 0; round < 100; ++round) {
        auto const clock = terms();
        auto const stops = pauses(clock.start);
        auto const due = due_of(clock, stops, wall);
        ASSERT_TRUE(due.at && due.last_day);
        if (by_hours(clock)) {
            std::chrono::hours const length{clock.length + clock.extension};
            EXPECT_EQ(worked(clock.start, *due.at, clock.unit, stops), length);
            auto const before = *due.at - std::chrono::microseconds{1};
            EXPECT_LT(worked(clock.start, before, clock.unit, stops), length);
        } else {
            EXPECT_EQ(*due.last_day, last_day_by_the_rules(clock, stops));
            EXPECT_EQ(*due.at, zone.midnight(*due.last_day + days{1}));
        }
    }
}

TEST_P(RandomClocks, OneMorePauseNeverMakesItEarlier) {
    for (int round = 0; round < 100; ++round) {
        auto const clock = terms();
        std::vector<Span> stops;
        auto before = *due_of(clock, stops, wall).at;
        for (auto const& pause : pauses(clock.start)) {
            stops.push_back(pause);
            auto const since = *due_of(clock, stops, wall).at;
            EXPECT_GE(since, before);
            before = since;
        }
    }
}

TEST_P(RandomClocks, OrderAndOverlapOfPausesMakeNoDifference) {
    for (int round = 0; round < 100; ++round) {
        auto const clock = terms();
        auto stops = pauses(clock.start);
        auto const once = *due_of(clock, stops, wall).at;
        std::ranges::reverse(stops);
        EXPECT_EQ(*due_of(clock, stops, wall).at, once);
        // Each in two halves that overlap.
        std::vector<Span> halves;
        for (auto const& [from, to] : stops) {
            auto const third = (*to - from) / 3;
            halves.push_back({from + third, to});
            halves.push_back({from, *to - third});
        }
        EXPECT_EQ(*due_of(clock, halves, wall).at, once);
    }
}

TEST_P(RandomClocks, TurnYellowAndRedWhenSoManyDaysAreLeft) {
    for (int round = 0; round < 50; ++round) {
        auto const clock = terms();
        if (by_hours(clock)) continue;
        auto const stops = pauses(clock.start);
        auto const turns = turns_of(clock, stops, wall, {5, 2, 1});
        auto const due = due_of(clock, stops, wall);
        ASSERT_TRUE(turns.yellow_at && turns.red_at);
        EXPECT_LE(*turns.yellow_at, *turns.red_at);
        EXPECT_LT(*turns.red_at, *due.at);
        for (auto day = zone.day_of(clock.start); day <= *due.last_day; day += days{1}) {
            auto const noon = zone.midnight(day) + std::chrono::hours{12};
            if (noon < clock.start) continue;
            EXPECT_EQ(*days_left(clock, stops, wall, noon) <= 1, noon >= *turns.red_at);
        }
        EXPECT_LT(*days_left(clock, stops, wall, *due.at), 0);
    }
}

TEST_P(RandomClocks, WhileItStandsTheSameDaysAreLeftEveryDay) {
    for (int round = 0; round < 50; ++round) {
        auto const clock = terms();
        if (by_hours(clock)) continue;
        auto stops = pauses(clock.start);
        auto const from = moment(clock.start, 40);
        stops.push_back({from, std::nullopt});
        auto const now = moment(from, 30);
        EXPECT_TRUE(due_of(clock, stops, wall).stopped);
        auto const left = days_left(clock, stops, wall, std::max(from, now));
        EXPECT_EQ(days_left(clock, stops, wall, std::max(from, now) + days{20}), left);
        // Going on at once, it ends after so many days more that count.
        stops.back().to = std::max(from, now);
        auto plain = clock;
        plain.roll = false;
        if (*left < 1) continue;
        int counted = 0;
        auto const last = due_of(plain, stops, wall).last_day.value();
        for (auto day = zone.day_of(clock.start) + days{1}; day <= last; day += days{1})
            if (zone.midnight(day) >= *stops.back().to)
                counted += counts(day, clock, stops) ? 1 : 0;
        EXPECT_EQ(counted, *left);
    }
}

TEST_P(RandomClocks, LevelsRiseOneByOne) {
    for (int round = 0; round < 100; ++round) {
        auto const clock = terms();
        auto const stops = pauses(clock.start);
        auto const due = due_of(clock, stops, wall);
        Raised raised;
        for (int level = 1; level <= 3; ++level) {
            auto const rung = next_rung(due, raised, 3, rules, stops, wall).rung.value();
            ASSERT_EQ(rung.level, level);
            int days_after = 0;
            for (auto day = *due.last_day + days{1}; zone.midnight(day) < rung.nominal;
                 day += days{1})
                days_after += calendar.works(day) && !stands(day, stops) ? 1 : 0;
            int const wanted[] = {0, rules.level_2_days, rules.level_2_days + rules.level_3_days};
            if (level > 1) {
                EXPECT_EQ(days_after, wanted[level - 1]);
            } else {
                EXPECT_EQ(rung.nominal, *due.at);
            }
            EXPECT_TRUE(level == 1 || raised.at < rung.nominal);
            raised = {level, rung.nominal, std::nullopt};
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomClocks, testing::Range<std::uint64_t>(1, 9));

}  // namespace banshi::matters
