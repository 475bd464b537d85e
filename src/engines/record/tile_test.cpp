#include "engines/record/tile.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banshi::record {

TEST(Tile, IsNamedAsTheStandardSays) {
    EXPECT_EQ(tile_path({0, 1234067, 256}), "0/x001/x234/067");
    EXPECT_EQ(tile_path({0, 273, 112}), "0/273.p/112");
    EXPECT_EQ(tile_path({entries_level, 0, 8}), "entries/000.p/8");
    EXPECT_EQ(tile_path({2, 1000, 256}), "2/x001/000");
}

TEST(Tile, ReadsBackEveryPathItWrites) {
    for (auto const& tile : {Tile{0, 0, 256}, Tile{0, 999, 1}, Tile{1, 1000, 255},
                             Tile{63, 1234067, 256}, Tile{entries_level, 999999999999, 7}})
        EXPECT_EQ(read_tile_path(tile_path(tile)).value(), tile) << tile_path(tile);
}

TEST(Tile, RefusesEveryOtherSpelling) {
    for (auto const* path : {"",
                             "0",
                             "0/",
                             "0/1",
                             "0/0001",
                             "0/x000/001",
                             "0/x001",
                             "0/x001/x234",
                             "0/001/002",
                             "0/x001//002",
                             "00/001",
                             "64/001",
                             "-1/001",
                             "data/001",
                             "0/001.p/0",
                             "0/001.p/256",
                             "0/001.p/08",
                             "0/001.p/",
                             "0/001.p",
                             "0/001/",
                             "0/x001/x001/x001/x001/x001/x001/x001/001",
                             "entries/../001",
                             "0/+01"})
        EXPECT_EQ(read_tile_path(path).refusal().text, "tile.bad_path") << path;
}

TEST(Tile, ALogOf70000HasExactlyTheTilesOfTheStandard) {
    auto const tiles = tiles_of(70000);
    auto const count = [&](int level, bool whole) {
        return std::count_if(tiles.begin(), tiles.end(), [&](Tile const& tile) {
            return tile.level == level && (tile.width == 256) == whole;
        });
    };
    EXPECT_EQ(count(0, true), 273);
    EXPECT_EQ(count(entries_level, true), 273);
    EXPECT_EQ(count(1, true), 1);
    EXPECT_EQ(count(2, true), 0);
    EXPECT_EQ(tiles.size(), 274u + 274u + 2u + 1u);
    auto const has = [&](Tile const& tile) {
        return std::find(tiles.begin(), tiles.end(), tile) != tiles.end();
    };
    EXPECT_TRUE(has({0, 273, 112}) && has({1, 1, 17}) && has({2, 0, 1}));
    for (auto const& tile : tiles) EXPECT_TRUE(has_tile(70000, tile)) << tile_path(tile);
}

TEST(Tile, ALogOf256HasOneFullTileAndOneAbove) {
    EXPECT_EQ(tiles_of(256), (std::vector<Tile>{{entries_level, 0, 256}, {0, 0, 256}, {1, 0, 1}}));
    EXPECT_TRUE(tiles_of(0).empty());
    EXPECT_FALSE(has_tile(256, {0, 1, 1}));
    EXPECT_FALSE(has_tile(255, {0, 0, 256}));
    EXPECT_TRUE(has_tile(255, {0, 0, 200})) << "a part that was once published stays";
}

TEST(Tile, HoldsTheNodesEightLevelsApart) {
    EXPECT_EQ(tile_node({1, 1, 17}, 16), (Node{8, 272}));
    EXPECT_EQ(bundled("abc"), std::string("\0\3abc", 5));
}

}  // namespace banshi::record
