// A deed of December whose last day lies in a year that has no calendar yet.

#include "engines/matters/clocks.h"
#include "engines/matters/matter_for_test.h"
#include "engines/matters/matters.h"

namespace banshi::matters {

class MissingYear : public World {
protected:
    void SetUp() override {
        World::SetUp();
        load({"year = 2026\nholidays = []\nworking_weekends = []\n"});
    }
    // The district as it starts anew with these calendars.
    void load(std::vector<std::string> const& years) {
        auto calendar = std::make_shared<WorkCalendar>();
        for (auto const& year : years) calendar->add_year(year, "calendar.toml");
        district = District{"xinqu", Zone("Asia/Shanghai"), calendar};
        Rules rules{};
        rules.since = Day{std::chrono::days{18000}};
        rules.limits = {
            {ClockKind::step, {}, {}, {}, 5, LimitUnit::working_days, false, 0, 3, "办法"}};
        rules.level_2_days = 3;
        rules.level_3_days = 5;
        rules.yellow_share = 5;
        rules.yellow_least = 2;
        rules.red_days = 1;
        put_book(district, {"supervision", "XQD", {}, {"livelihood"}, {"usual"}, {}, {}, {rules}});
        district.set(people::policy_for_test());
    }
    RunningClock clock(MatterId const& matter) {
        return write([&](Call& call) { return clocks_of(call, matter); }).at(0);
    }
};

TEST_P(MissingYear, LeavesTheDayUnknownUntilItIsLoaded) {
    now = *read_instant("2026-12-30T10:00:00+08:00");
    auto const matter = write([&](Call& call) {
        auto made = insert_for_test(call);
        start_clock(call, made, ClockKind::step, call.now);
        EXPECT_TRUE(note_progress(call, made, "材料已到"));
        return made.id;
    });
    EXPECT_EQ(clock(matter).missing_year, 2027);
    EXPECT_FALSE(clock(matter).last_day);

    // Nothing is raised from a day that nobody knows, and nothing is guessed.
    now = *read_instant("2027-01-06T10:00:00+08:00");
    EXPECT_EQ(write([](Call& call) { return recompute_missing(call, 100); }), 0);
    write([](Call& call) { return climb(call, 100); });
    EXPECT_TRUE(write([&](Call& call) { return levels_of(call, matter); }).empty());

    load({"year = 2026\nholidays = []\nworking_weekends = []\n",
          "year = 2027\nholidays = [2027-01-01]\nworking_weekends = []\n"});
    EXPECT_EQ(write([](Call& call) { return recompute_missing(call, 100); }), 1);
    EXPECT_EQ(clock(matter).last_day, read_day("2027-01-07"));
    EXPECT_FALSE(clock(matter).missing_year);
    write([&](Call& call) {
        auto const stands = rows::find(call, matter).value();
        EXPECT_EQ(colour_of(false, stands.yellow_at, stands.red_at, call.now), Colour::yellow);
        EXPECT_EQ(rows::deeds_of(call, matter).back().verb, Verb::recompute);
        EXPECT_TRUE(check_clocks(call, {}, 100).empty());
        return 0;
    });
    EXPECT_EQ(write([](Call& call) { return recompute_missing(call, 100); }), 0);
}

// A holiday that was forgotten: what runs is computed anew, once, and says so.
TEST_P(MissingYear, FollowsACalendarThatWasPutRight) {
    now = *read_instant("2026-03-02T10:00:00+08:00");
    auto const matter = write([&](Call& call) {
        auto made = insert_for_test(call);
        start_clock(call, made, ClockKind::step, call.now);
        EXPECT_TRUE(note_progress(call, made, "材料已到"));
        return made.id;
    });
    EXPECT_EQ(write([](Call& call) { return follow_calendar(call, 100); }), 0);
    EXPECT_EQ(clock(matter).last_day, read_day("2026-03-09"));

    load({"year = 2026\nholidays = [2026-03-04]\nworking_weekends = []\n"});
    EXPECT_EQ(write([](Call& call) { return follow_calendar(call, 100); }), 1);
    EXPECT_EQ(clock(matter).last_day, read_day("2026-03-10"));
    write([&](Call& call) {
        auto const last = rows::deeds_of(call, matter).back();
        EXPECT_EQ(last.verb, Verb::recompute);
        EXPECT_NE(last.facts.find("2026-03-10"), std::string::npos);
        EXPECT_TRUE(check_clocks(call, {}, 100).empty());
        return 0;
    });
    EXPECT_EQ(write([](Call& call) { return follow_calendar(call, 100); }), 0);
}

// New rules leave alone what runs, unless somebody says why they shall not.
TEST_P(MissingYear, AppliesNewRulesWithAReason) {
    now = *read_instant("2026-03-02T10:00:00+08:00");
    auto const matter = write([&](Call& call) {
        auto made = insert_for_test(call);
        start_clock(call, made, ClockKind::step, call.now);
        EXPECT_TRUE(note_progress(call, made, "材料已到"));
        return made.id;
    });
    auto changed = book(district, "supervision");
    changed.rules.push_back(changed.rules.front());
    changed.rules.back().since = *read_day("2026-03-03");
    changed.rules.back().limits.front().count = 2;
    put_book(district, changed);
    now = *read_instant("2026-03-03T10:00:00+08:00");
    write([&](Call& call) {
        auto stands = rows::find(call, matter).value();
        EXPECT_TRUE(note_progress(call, stands, "还在办"));
        return 0;
    });
    EXPECT_EQ(clock(matter).last_day, read_day("2026-03-09"));
    auto const apply = [&] {
        return write(
            [](Call& call) { return apply_rules(call, "supervision", "新办法", {}, 100).changed; });
    };
    EXPECT_EQ(apply(), 1);
    EXPECT_EQ(clock(matter).last_day, read_day("2026-03-04"));
    write([&](Call& call) {
        EXPECT_EQ(rows::deeds_of(call, matter).back().why, "新办法");
        EXPECT_TRUE(check_clocks(call, {}, 100).empty());
        return 0;
    });
    EXPECT_EQ(apply(), 0);
}

INSTANTIATE_TEST_SUITE_P(Both, MissingYear, both_databases(), database_name);

}  // namespace banshi::matters
