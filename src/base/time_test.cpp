#include "base/time.h"

#include <gtest/gtest.h>

namespace banshi {

using namespace std::chrono;
using namespace std::chrono_literals;

static Zone const harbin{"Asia/Shanghai"};

TEST(Time, ReadsAndWritesTheSameMoment) {
    auto const at = read_instant("2026-11-25T09:30:00+08:00").value();
    EXPECT_EQ(written(at, harbin), "2026-11-25T09:30:00+08:00");
    EXPECT_EQ(at, read_instant("2026-11-25T01:30:00Z").value());
    EXPECT_EQ(written(harbin.day_of(at)), "2026-11-25");
    EXPECT_EQ(harbin.wall_time(at), 9h + 30min);
}

TEST(Time, KeepsPartsOfASecond) {
    auto const at = read_instant("2026-11-25T23:59:59.900+08:00").value();
    EXPECT_EQ(written(at, harbin), "2026-11-25T23:59:59.900000+08:00");
}

TEST(Time, OfOldDaysIsWrittenInWholeMinutes) {
    auto const at = read_instant("1890-03-02T09:00:00+08:00").value();
    EXPECT_EQ(written(at, harbin), "1890-03-02T09:05:00+08:05");
    EXPECT_EQ(read_instant(written(at, harbin)), at);
}

TEST(Time, RefusesWhatIsNoMoment) {
    for (auto const* text :
         {"", "2026-11-25", "2026-02-30T00:00:00Z", "2026-11-25T09:30:00", "2026-11-25T25:00:00Z",
          "2026-11-25T09:30:00+08:00x", "２０２６-11-25"})
        EXPECT_FALSE(read_instant(text)) << text;
}

// Berlin 2026: clocks jump from 2 to 3 on 29 March and fall back from 3 to 2 on 25 October.
TEST(Time, AWallTimeMayComeTwiceOrNever) {
    Zone const berlin{"Europe/Berlin"};
    EXPECT_TRUE(berlin.moments(*read_day("2026-03-29"), 2h + 30min).empty());
    auto const twice = berlin.moments(*read_day("2026-10-25"), 2h + 30min);
    ASSERT_EQ(twice.size(), 2u);
    EXPECT_EQ(twice[1] - twice[0], 1h);
    EXPECT_EQ(berlin.moments(*read_day("2026-11-25"), 9h).size(), 1u);
}

TEST(Time, AnUnknownZoneIsALoudError) {
    EXPECT_THROW(Zone{"Asia/Harbin-on-Sea"}, std::runtime_error);
}

}  // namespace banshi
