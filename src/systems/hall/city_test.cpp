#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class City : public World {
protected:
    // A second district with the same hall, in the same store.
    District other{"jiuqu", Zone("Asia/Shanghai"), calendar_of_2026()};

    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        other.set(read_settings(settings_for_test(), "hall.toml").value());
        district.set(CityMembers{{&district, &other}});
        establish(other);
    }
};

TEST_P(City, CountsEachHallInItsOwnDistrict) {
    must(open_window, AtWindow{hall, {"1"}});
    issue();
    issue();
    serve_next({"1"});
    auto const view = must(see_city, SeeCity{});
    ASSERT_EQ(view.halls.size(), 2u);
    auto const& here = view.halls[0];
    EXPECT_EQ(here.district, "xinqu");
    EXPECT_TRUE(here.open_now);
    EXPECT_EQ(here.waiting, 1);
    EXPECT_EQ(here.windows_open, 1);
    EXPECT_EQ(here.counts.issued, 2);
    EXPECT_EQ(here.counts.served, 1);
    EXPECT_EQ(here.waits.people, 1);
    EXPECT_EQ(here.grades.not_evaluated, 1);
    EXPECT_EQ(view.halls[1].district, "jiuqu");
    EXPECT_EQ(view.halls[1].counts.issued, 0);
    EXPECT_EQ(must(see_city, SeeCity{*read_day("2026-03-01")}).halls[0].counts.issued, 0);
}

TEST_P(City, ALeaderOfADistrictSeesThatOne) {
    Actor leader{Actor::Kind::staff, {"leader"}, {}, "Leader", {{see_cities, "/xinqu"}}};
    actor = &leader;
    EXPECT_EQ(must(see_city, SeeCity{}).halls.size(), 1u);
    actor = &visitor;
    EXPECT_EQ(outcome(see_city, SeeCity{}), "session.missing");
}

INSTANTIATE_TEST_SUITE_P(Both, City, both_databases(), database_name);

}  // namespace banshi::hall
