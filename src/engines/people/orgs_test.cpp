#include "engines/people/place.h"

#include <gtest/gtest.h>

#include "engines/people/world_for_test.h"

namespace banshi::people {

class Orgs : public World {
protected:
    void put(char const* id, char const* parent, OrgKind kind, char const* name) {
        write([&](Call& call) {
            return put_org(call, {OrgId{id}, OrgId{parent}, kind, name, ""}), 0;
        });
    }
    std::string paths(std::string_view below) {
        std::string out;
        for (auto const& org : write([&](Call& call) { return list_orgs(call, below); }))
            out += org.path + " ";
        return out;
    }
};

TEST_P(Orgs, HaveAPathMadeOfTheirIds) {
    put("city", "", OrgKind::city, "市");
    put("xinqu", "city", OrgKind::district, "新区");
    put("hall-1", "xinqu", OrgKind::hall, "大厅");
    put("hall-12", "xinqu", OrgKind::hall, "二厅");
    put("3", "hall-1", OrgKind::window, "3");
    EXPECT_EQ(paths("/"), "/ /xinqu /xinqu/hall-1 /xinqu/hall-1/3 /xinqu/hall-12 ");
    EXPECT_EQ(paths("/xinqu/hall-1"), "/xinqu/hall-1 /xinqu/hall-1/3 ");
    EXPECT_EQ(paths("/xinqu/hall-1"), node(district, HallId{"hall-1"}) + " " +
                                          node(district, HallId{"hall-1"}, WindowId{"3"}) + " ");
    EXPECT_EQ(paths("/elsewhere"), "");
}

TEST_P(Orgs, TakeANewNameAndRefuseAMissingParent) {
    put("city", "", OrgKind::city, "市");
    put("xinqu", "city", OrgKind::district, "老区");
    put("xinqu", "city", OrgKind::district, "新区");
    auto const all = write([](Call& call) { return list_orgs(call, "/xinqu"); });
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].name, "新区");
    EXPECT_THROW(put("hall-1", "nowhere", OrgKind::hall, "大厅"), std::runtime_error);
}

TEST_P(Orgs, AreFoundByTheirId) {
    put("city", "", OrgKind::city, "市");
    put("xinqu", "city", OrgKind::district, "新区");
    auto const path_of = [&](char const* id) {
        auto const org = write([&](Call& call) { return find_org(call, OrgId{id}); });
        return org ? org->path : "none";
    };
    EXPECT_EQ(path_of("xinqu"), "/xinqu");
    EXPECT_EQ(path_of("nowhere"), "none");
}

static constexpr char const* csv =
    "# source\ncode,name,level,parent\n230199,新区,area,2301\n230198,别区,area,2301\n"
    "230199001,一街道,street,230199\n230199001001,一社区,community,230199001\n"
    "230198001,别街道,street,230198\n";

TEST_P(Orgs, OfAPlaceComeFromTheDivisionsOfItsCity) {
    auto const all = read_divisions(csv, "city.csv");
    EXPECT_EQ(all.size(), 5u);
    district.set(Place{"某市", "新区", "230199", divisions_below(all, "230199")});
    for (int times = 0; times < 2; ++times)
        write([](Call& call) { return establish_place(call), 0; });
    EXPECT_EQ(paths("/"), "/ /xinqu /xinqu/230199001 /xinqu/230199001/230199001001 ");
    EXPECT_THROW(read_divisions("230199,新区,area\n", "city.csv"), std::runtime_error);
    EXPECT_THROW(read_divisions("230199,新区,moon,1\n", "city.csv"), std::runtime_error);
}

TEST_P(Orgs, HaveANameForReadersOfEnglishWhereOneIsKnown) {
    auto const english = read_english_names("# source\ncode,name\n1,First Town\n", "en.csv");
    district.set(Place{"", "", "", {}, {}, english});
    write([](Call& call) {
        EXPECT_EQ(name_of(call, {"1"}, "一镇"), "一镇");
        call.language = Language::en;
        EXPECT_EQ(name_of(call, {"1"}, "一镇"), "First Town");
        EXPECT_EQ(name_of(call, {"2"}, "二镇"), "二镇");
        return 0;
    });
    EXPECT_THROW(read_english_names("1,First,Town\n", "en.csv"), std::runtime_error);
    EXPECT_THROW(read_english_names("1,First\n1,Second\n", "en.csv"), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Both, Orgs, both_databases(), database_name);

}  // namespace banshi::people
