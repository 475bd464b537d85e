// The demo's own past: what was drawn, and what two days of it leave behind.

#include "cli/make_demo.h"

#include <gtest/gtest.h>

#include <set>

#include "base/file_for_test.h"
#include "cli/commands.h"
#include "cli/demo/days.h"
#include "cli/demo/deeds.h"
#include "cli/systems.h"
#include "engines/people/passwords.h"
#include "engines/record/browse.h"
#include "engines/record/sequencer.h"
#include "store/database_for_test.h"

namespace banshi::cli {
namespace {

class Demo : public testing::Test {
protected:
    Demo() {
        here.now = [this] { return now; };
        here.log_origin = "log.example";
        here.data = own_test_folder("banshi-demo");
        here.database = "sqlite:" + (here.data / "banshi.db").string();
        std::filesystem::remove_all(here.data);
        people::use_password_cost(people::PasswordCost::least);
    }
    ~Demo() override { std::filesystem::remove_all(here.data); }

    City only(std::string const& name) const {
        auto city = open_city(here);
        std::erase_if(city.districts,
                      [&](auto const& each) { return each.district.name() != name; });
        return city;
    }

    Instant now = *read_instant("2026-11-25T10:30:00+08:00");  // a Wednesday
    Environment here{};
};

std::vector<demo::Visitor> drawn(City const& city, demo::Setting const& setting,
                                 std::uint64_t seed) {
    auto const& district = city.districts.front().district;
    auto const& settings = district.policy<hall::Settings>();
    auto const day = *read_day("2026-11-24");
    auto const nine = district.zone().midnight(day) + std::chrono::hours{9};
    return demo::visitors_of(setting, district.zone(),
                             {settings.halls.front(),
                              settings.rules,
                              district.calendar(),
                              day,
                              {{nine, nine + std::chrono::hours{3}}},
                              setting.load_percent},
                             seed);
}

TEST_F(Demo, DrawsTheSameDayFromTheSameSeed) {
    auto const setting = read_demo(here, open_city(here));
    auto const city = only(setting.district);
    auto const one = drawn(city, setting, 5), same = drawn(city, setting, 5),
               other = drawn(city, setting, 6);
    ASSERT_EQ(one.size(), same.size());
    ASSERT_GT(one.size(), 20);
    bool differs = one.size() != other.size();
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].person.id_number, same[i].person.id_number);
        EXPECT_EQ(one[i].arrives, same[i].arrives);
        EXPECT_EQ(one[i].service, same[i].service);
        differs |= i < other.size() && one[i].arrives != other[i].arrives;
    }
    EXPECT_TRUE(differs);
}

TEST_F(Demo, BooksOnTheGridAndInTime) {
    auto const setting = read_demo(here, open_city(here));
    auto const city = only(setting.district);
    auto const nine = *read_instant("2026-11-24T09:00:00+08:00");
    int booked = 0;
    for (auto const& visitor : drawn(city, setting, 5)) {
        if (!visitor.wish) continue;
        ++booked;
        EXPECT_EQ((visitor.wish->start - nine) % Minutes{15}, Minutes{0});
        EXPECT_LE(visitor.wish->made_at, visitor.wish->start - Minutes{120});
        EXPECT_GE(visitor.arrives, visitor.wish->start - Minutes{30});
    }
    EXPECT_GT(booked, 5);
}

TEST_F(Demo, TwoDaysLeaveALiveHallAndASoundRecord) {
    ASSERT_EQ(init(here, {}), done);
    auto setting = read_demo(here, open_city(here));
    setting.days = 2;
    auto const city = only(setting.district);
    testing::internal::CaptureStderr();
    make_demo(here, city, setting);
    testing::internal::GetCapturedStderr();
    EXPECT_TRUE(demo_token(here, "kiosk-1"));
    EXPECT_FALSE(demo_token(here, "clerk1"));

    auto const& home = city.districts.front();
    auto const store = open_database(here);
    demo::Deeds deeds(*store, home.district, home.systems, city.texts, 1);
    Actor const leader{Actor::Kind::staff, {"leader"}, {}, "", {{"hall.see_reports", "/"}}};
    auto const answer =
        deeds.perform(leader, now, "see_report",
                      {{"hall", "minsheng"}, {"from", "2026-11-23"}, {"to", "2026-11-25"}});
    ASSERT_TRUE(answer) << answer.refusal().text;
    auto const& counts = answer.value().at("counts");
    EXPECT_GT(counts.at("served").as_int64(), 200);
    EXPECT_GT(counts.at("no_show").as_int64(), 5);
    EXPECT_GT(counts.at("cancelled").as_int64(), 2);
    EXPECT_GT(counts.at("still_open").as_int64(), 3);
    EXPECT_GT(answer.value().at("grades").at("graded").as_int64(), 50);

    testing::internal::CaptureStdout();
    EXPECT_EQ(verify(here, {.district = setting.district}), done);
    testing::internal::GetCapturedStdout();
    // A second past on top of the first is refused.
    testing::internal::CaptureStderr();
    EXPECT_THROW(make_demo(here, city, setting), Stopped);
    testing::internal::GetCapturedStderr();
}

// What the newspaper counted is there, matter by matter.
TEST_F(Demo, ItsProblemsGiveTheFiguresOfTheSource) {
    ASSERT_EQ(init(here, {}), done);
    auto setting = read_demo(here, open_city(here));
    setting.lighter_days = 1;
    auto const city = only(setting.problems.district);
    testing::internal::CaptureStderr();
    make_demo(here, city, setting);
    testing::internal::GetCapturedStderr();
    EXPECT_TRUE(demo_token(here, "wall"));

    testing::internal::CaptureStdout();
    EXPECT_EQ(figures(here, {.json = true}), done);
    auto const all = json::parse(testing::internal::GetCapturedStdout());
    int named = 0;
    for (auto const& figure : all.as_array()) {
        if (figure.at("system").as_string() != "supervision") continue;
        ++named;
        EXPECT_TRUE(figure.at("equal").as_bool()) << figure;
    }
    EXPECT_EQ(named, 23);

    auto const& home = city.districts.front();
    auto const store = open_database(here);
    demo::Deeds deeds(*store, home.district, home.systems, city.texts, 1);
    Actor const leader{Actor::Kind::staff, {"leader"}, {}, "", {{"supervision.see_wall", "/"}}};
    auto const wall = deeds.perform(leader, now, "see_wall", {});
    ASSERT_TRUE(wall) << wall.refusal().text;
    EXPECT_EQ(wall.value().at("figures").at(0).at("count").as_int64(), 1075);
    EXPECT_EQ(wall.value().at("figures").at(2).at("percent").as_int64(), 80);
    for (auto const& at_level : wall.value().at("levels").as_array())
        EXPECT_GT(at_level.as_int64(), 0);
    EXPECT_GT(wall.value().at("rates").at("excluded").at(2).at("count").as_int64(), 0);

    // “2+N”: one has done all three parts, the others are at it.
    auto const duties = deeds.must(demo::visitor, now, "see_duties", {{"year", 2026}});
    int done = 0;
    for (auto const& line : duties.at("lines").as_array()) {
        done += line.at("done").as_bool() ? 1 : 0;
        EXPECT_NE(line.at("problem").as_string(), "");
        EXPECT_GT(line.at("steps_done").as_int64(), 2);
    }
    EXPECT_EQ(duties.at("lines").as_array().size(), setting.problems.duties.size());
    EXPECT_GE(done, 1);
}

// Nobody works on a Sunday night, but whoever looks at the demo then finds the hall open.
TEST_F(Demo, IsOpenWhenTheCityIsNot) {
    now = *read_instant("2026-11-22T22:15:00+08:00");
    ASSERT_EQ(init(here, {}), done);
    auto setting = read_demo(here, open_city(here));
    setting.days = 1;
    auto const city = only(setting.district);
    testing::internal::CaptureStderr();
    make_demo(here, city, setting);
    testing::internal::GetCapturedStderr();
    testing::internal::CaptureStdout();
    EXPECT_EQ(verify(here, {.district = setting.district}), done);
    testing::internal::GetCapturedStdout();

    auto const& home = city.districts.front();
    auto const store = open_database(here);
    demo::Deeds deeds(*store, home.district, home.systems, city.texts, 1);
    auto const answer = deeds.perform({}, now, "see_display", {{"hall", "minsheng"}});
    ASSERT_TRUE(answer) << answer.refusal().text;
    EXPECT_GT(answer.value().at("issued_today").as_int64(), 20);
    for (auto const& service : answer.value().at("services").as_array())
        EXPECT_EQ(service.at("stopped").as_string(), "");
}

// Its past has its place in the log by then, as if the sequencer had been there each day.
TEST_F(Demo, OnPostgreSQLTheEveningsHeadsStandOverTheirDays) {
    here.database = bare_test_postgres();
    if (here.database.empty()) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
    ASSERT_EQ(init(here, {}), done);
    auto setting = read_demo(here, open_city(here));
    setting.lighter_days = 2;
    auto const name = open_city(here).districts.front().district.name();
    ASSERT_NE(name, setting.district);  // whose past is long
    testing::internal::CaptureStderr();
    make_demo(here, only(name), setting);
    testing::internal::GetCapturedStderr();

    std::set<std::uint64_t> sizes;
    std::optional<Instant> waiting;
    open_database(here)->read_now([&](Transaction& tx) {
        for (auto const& head : record::heads_below(tx, name, std::uint64_t{1} << 40, 10))
            sizes.insert(head.size);
        waiting = record::oldest_waiting(tx, name);
    });
    EXPECT_EQ(waiting, std::nullopt);
    EXPECT_GT(sizes.size(), 1u);
    EXPECT_GT(*sizes.begin(), 0u);
    testing::internal::CaptureStdout();
    EXPECT_EQ(verify(here, {.district = name}), done);
    testing::internal::GetCapturedStdout();
}

}  // namespace
}  // namespace banshi::cli
