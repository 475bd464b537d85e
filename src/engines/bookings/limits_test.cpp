#include "engines/bookings/limits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace banshi::bookings {

using namespace std::chrono_literals;

static Instant at(char const* text) { return read_instant(text).value(); }

// Qingming 2026: Monday 6 April rests.
static WorkCalendar calendar() {
    WorkCalendar out;
    out.add_year(
        "year = 2026\nholidays = [2026-04-04, 2026-04-05, 2026-04-06]\n"
        "working_weekends = []\n",
        "2026.toml");
    return out;
}

TEST(LastDay, CountsWorkingDays) {
    auto const on = [](char const* text) { return read_day(text).value(); };
    EXPECT_EQ(last_day(0, calendar(), on("2026-04-01")), on("2026-04-01"));
    EXPECT_EQ(last_day(2, calendar(), on("2026-04-01")), on("2026-04-03"));
    EXPECT_EQ(last_day(5, calendar(), on("2026-04-01")), on("2026-04-09"));
}

TEST(LastDay, EndsWithTheLastYearThatIsKnown) {
    EXPECT_EQ(last_day(5, calendar(), read_day("2026-12-29").value()),
              read_day("2026-12-31").value());
}

TEST(FreeAgain, IsAtOnceWithoutCooling) {
    SeededRandom random(1);
    auto const now = at("2026-04-01T10:00:00+08:00");
    EXPECT_EQ(free_again({0min, 0min}, now + 24h, now, random), now);
}

TEST(FreeAgain, StaysWithinWhatRemains) {
    SeededRandom random(2);
    auto const now = at("2026-04-01T10:00:00+08:00");
    for (int draw = 0; draw < 200; ++draw) {
        auto const late = free_again({5min, 30min}, now + 8min, now, random);
        EXPECT_GE(late, now + 5min);
        EXPECT_LE(late, now + 8min);
        EXPECT_EQ(free_again({5min, 30min}, now + 3min, now, random), now + 3min);
        EXPECT_EQ(free_again({5min, 30min}, now - 1h, now, random), now);
    }
}

// Kolmogorov and Smirnov at p = 0.001: 500 delays that are uniform stay within 1.95 / sqrt(500).
TEST(FreeAgain, IsDrawnUniformly) {
    SeededRandom random(3);
    auto const now = at("2026-04-01T10:00:00+08:00");
    std::vector<double> drawn;
    for (int draw = 0; draw < 500; ++draw) {
        auto const delay = free_again({5min, 30min}, now + 24h, now, random) - now;
        EXPECT_GE(delay, 5min);
        EXPECT_LE(delay, 30min);
        drawn.push_back(std::chrono::duration<double>(delay - 5min) / 25min);
    }
    std::ranges::sort(drawn);
    double farthest = 0;
    for (std::size_t at = 0; at < drawn.size(); ++at) {
        farthest = std::max({farthest, std::abs(drawn[at] - double(at) / 500),
                             std::abs(double(at + 1) / 500 - drawn[at])});
    }
    EXPECT_LT(farthest, 1.95 / std::sqrt(500.0));
}

}  // namespace banshi::bookings
