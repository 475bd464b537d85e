#include "engines/bookings/grid.h"

#include <gtest/gtest.h>

namespace banshi::bookings {

using namespace std::chrono;
using namespace std::chrono_literals;

static Day on(int year_number, unsigned month_number, unsigned day_number) {
    return Day{year{year_number} / month{month_number} / day{day_number}};
}

struct Hours {
    Minutes from;
    Minutes to;
};

// As a hall would have it: from the first moment that shows the one time to the last of the other.
static std::vector<Period> open(Zone const& zone, Day day, std::vector<Hours> const& hours) {
    std::vector<Period> periods;
    for (auto const& [from, to] : hours)
        periods.push_back({zone.moments(day, from).front(), zone.moments(day, to).back()});
    return periods;
}

static std::vector<Hours> const usual{{9h, 12h}, {13h + 30min, 17h}};

TEST(Grid, FillsTheOpeningPeriodsAndNothingBetween) {
    Zone const zone("Asia/Shanghai");
    auto const cells = grid(open(zone, on(2026, 3, 2), usual), 15min);
    ASSERT_EQ(cells.size(), 26u);
    EXPECT_EQ(written(cells[0].start, zone), "2026-03-02T09:00:00+08:00");
    EXPECT_EQ(written(cells[11].end(), zone), "2026-03-02T12:00:00+08:00");
    EXPECT_EQ(cells[11].period, 0);
    EXPECT_EQ(written(cells[12].start, zone), "2026-03-02T13:30:00+08:00");
    EXPECT_EQ(cells[12].period, 1);
    EXPECT_EQ(written(cells[25].end(), zone), "2026-03-02T17:00:00+08:00");
}

TEST(Grid, LeavesARestThatIsTooShortEmpty) {
    Zone const zone("Asia/Shanghai");
    std::vector<Hours> const odd{{9h, 10h}};
    EXPECT_EQ(grid(open(zone, on(2026, 3, 2), odd), 25min).size(), 2u);
    EXPECT_EQ(grid(open(zone, on(2026, 3, 2), odd), 61min).size(), 0u);
}

// Summer time of New York ends on 1 November 2026 and begins on 8 March 2026.
TEST(Grid, HasTheRepeatedHourTwiceAndTheSkippedHourNot) {
    Zone const zone("America/New_York");
    std::vector<Hours> const night{{0h, 4h}};
    auto const longer = grid(open(zone, on(2026, 11, 1), night), 15min);
    EXPECT_EQ(longer.size(), 20u);
    auto const shorter = grid(open(zone, on(2026, 3, 8), night), 15min);
    EXPECT_EQ(shorter.size(), 12u);
    for (auto const& cells : {longer, shorter})
        for (std::size_t at = 1; at < cells.size(); ++at)
            EXPECT_EQ(cells[at].start, cells[at - 1].end()) << at;
    for (auto const& cell : shorter) EXPECT_NE(zone.wall_time(cell.start) / 60, 2min);
}

TEST(Visit, StaysInsideOnePeriod) {
    Zone const zone("Asia/Shanghai");
    auto const cells = grid(open(zone, on(2026, 3, 2), usual), 15min);
    auto const at = [&](Minutes wall) { return zone.moments(on(2026, 3, 2), wall).front(); };
    EXPECT_EQ(visit(cells, at(11h + 30min), 2).size(), 2u);
    EXPECT_TRUE(visit(cells, at(11h + 45min), 2).empty());
    EXPECT_EQ(visit(cells, at(11h + 45min), 1).size(), 1u);
    EXPECT_TRUE(visit(cells, at(16h + 45min), 2).empty());
    EXPECT_TRUE(visit(cells, at(12h), 1).empty());
    EXPECT_TRUE(visit(cells, at(9h + 5min), 1).empty());
}

TEST(Visit, DoesNotCrossIntoAPeriodThatFollowsAtOnce) {
    Zone const zone("Asia/Shanghai");
    std::vector<Hours> const joined{{9h, 12h}, {12h, 17h}};
    auto const cells = grid(open(zone, on(2026, 3, 2), joined), 15min);
    EXPECT_TRUE(visit(cells, zone.moments(on(2026, 3, 2), 11h + 45min).front(), 2).empty());
}

TEST(Capacity, CountsWindowsStaffedForTheWholeCell) {
    std::vector<Staffed> const staffed{{9h, 12h}, {9h + 30min, 12h}, {9h, 9h + 15min}};
    EXPECT_EQ(windows_during(staffed, 9h, 15min), 2);
    EXPECT_EQ(windows_during(staffed, 9h + 15min, 15min), 1);
    EXPECT_EQ(windows_during(staffed, 9h + 30min, 15min), 2);
    EXPECT_EQ(windows_during(staffed, 12h, 15min), 0);
}

// In doubles 0.7 * 10 is 7 but 0.57 * 100 is 56.99..: whole numbers know better.
TEST(Capacity, IsExact) {
    EXPECT_EQ(share_of(10, 70), 7);
    EXPECT_EQ(share_of(100, 57), 57);
    EXPECT_EQ(share_of(3, 70), 2);
    EXPECT_EQ(share_of(1, 70), 0);
    EXPECT_EQ(share_of(1, 100), 1);
    EXPECT_EQ(share_of(5, 0), 0);
}

}  // namespace banshi::bookings
