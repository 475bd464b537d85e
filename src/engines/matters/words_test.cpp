#include "engines/matters/words.h"

#include "engines/matters/matter_for_test.h"

namespace banshi::matters {

class Words : public World {
protected:
    Matter put(Sample const& sample, std::optional<Point> point = {}) {
        return write([&](Call& call) {
            auto matter = matter_for_test(call, sample);
            if (point) {
                matter.latitude = point->latitude;
                matter.longitude = point->longitude;
            }
            rows::insert(call, matter);
            rows::insert_words(call, matter, words_of(matter));
            return matter;
        });
    }
    std::vector<std::string> titles(std::string const& query, Sight const& sight = {}) {
        Filter filter{"supervision"};
        filter.words = query;
        return write([&](Call& call) {
            std::vector<std::string> out;
            for (auto const& matter : list_page(call, filter, sight, Order::newest, {}, 50).matters)
                out.push_back(matter.title);
            return out;
        });
    }
    std::vector<std::string> similar(Similar const& form, Sight const& sight = {}) {
        return write([&](Call& call) {
            std::vector<std::string> out;
            for (auto const& matter : find_similar(call, form, sight, 5))
                out.push_back(matter.title);
            return out;
        });
    }
    int fold() {
        return write([](Call& call) { return fold_words(call, "supervision"); });
    }
    using Titles = std::vector<std::string>;
};

TEST(Folding, MakesOneOfFullWidthAndCapitals) {
    EXPECT_EQ(folded("ＡＢＣ　ｗｉＦｉ１２"), "abc wifi12");
    EXPECT_EQ(folded("路灯"), "路灯");
    EXPECT_EQ(folded("\xff\xc0").find('\xff'), std::string::npos);  // no character
}

TEST(QueryWords, AreNeighboursSinglesAndRuns) {
    using Set = std::vector<std::string>;
    EXPECT_EQ(words_of_query("路灯"), Set{"路灯"});
    EXPECT_EQ(words_of_query("路灯坏"), (Set{"灯坏", "路灯"}));
    EXPECT_EQ(words_of_query("灯"), Set{"灯"});
    EXPECT_EQ(words_of_query("WiFi 3号"), (Set{"3", "wifi", "号"}));
    EXPECT_EQ(words_of_query(" ，。!% _"), Set{});
}

TEST_P(Words, FindChineseLatinNumbersAndSingleCharacters) {
    put({.title = "路灯不亮", .place = "幸福路12号"});
    put({.title = "下水道堵了", .place = "和平街ＡＢＣ大厦"});
    EXPECT_EQ(titles("路灯"), Titles{"路灯不亮"});
    EXPECT_EQ(titles("灯"), Titles{"路灯不亮"});
    EXPECT_EQ(titles("ａｂｃ"), Titles{"下水道堵了"});
    EXPECT_EQ(titles("Abc大厦"), Titles{"下水道堵了"});
    EXPECT_EQ(titles("幸福 不亮"), Titles{"路灯不亮"});
    EXPECT_EQ(titles("幸福 堵了"), Titles{});
    EXPECT_EQ(titles("灯路"), Titles{});
    EXPECT_EQ(titles("xqd").size(), 2u);
    EXPECT_EQ(titles("%"), Titles{});
}

TEST_P(Words, OfTheIndexAreOnlyAHint) {
    put({.title = "东西南北"});
    put({.title = "西南和东西"});  // has both pairs, and not the word
    EXPECT_EQ(titles("东西南"), Titles{"东西南北"});
}

TEST_P(Words, NeverFindWhatTheAskerMayNotSee) {
    put({.title = "秘密举报", .visibility = Visibility::sealed});
    put({.title = "举报油烟", .visibility = Visibility::closed});
    put({.title = "举报草稿", .state = State::draft});
    EXPECT_EQ(titles("举报"), Titles{});
    EXPECT_EQ(titles("举报", {true}), Titles{"举报油烟"});
    EXPECT_EQ(titles("举报", {true, {}, true}).size(), 2u);
    EXPECT_EQ(similar({"supervision", "street_lamp", {}, "举报油烟扰民"}), Titles{});
}

TEST_P(Words, StayTheSameWhenTheyAreFolded) {
    put({.title = "井盖丢失", .at = now - std::chrono::hours(5)}, Point{457500000, 1266500000});
    write([&](Call& call) {
        for (int at = 0; at < 4300; ++at) {
            auto const matter = matter_for_test(call, {.title = "路灯" + std::to_string(at)});
            rows::insert(call, matter);
            rows::insert_words(call, matter, words_of(matter));
        }
        return 0;
    });
    int folded = 0;  // more than a block
    while (folded < 4160) {
        auto const n = fold();
        ASSERT_GT(n, 0);
        folded += n;
    }
    EXPECT_EQ(titles("井盖丢失"), Titles{"井盖丢失"});
    EXPECT_EQ(titles("路灯").size(), 50u);
    EXPECT_EQ(titles("路灯17"), Titles{"路灯17"});      // in the block
    EXPECT_EQ(titles("路灯4299"), Titles{"路灯4299"});  // still fresh
    EXPECT_EQ(similar({"supervision", "street_lamp", Point{457503000, 1266500000}, ""}),
              Titles{"井盖丢失"});
    EXPECT_EQ(similar({"supervision", "road", Point{457503000, 1266500000}, ""}), Titles{});
}

TEST_P(Words, HintAtWhatLiesWithinAHundredMetres) {
    put({.title = "near"}, Point{457500000, 1266500000});
    put({.title = "nearest"}, Point{457500000, 1266499000});
    put({.title = "far"}, Point{457500000, 1266520000});
    put({.title = "cleared", .state = State::cleared}, Point{457500000, 1266499000});
    EXPECT_EQ(similar({"supervision", "street_lamp", Point{457500000, 1266498000}, ""}),
              (Titles{"nearest", "near"}));
    EXPECT_EQ(similar({"supervision", "street_lamp", {}, "路灯不亮没人修"}), Titles{});
    put({.title = "小区路灯不亮没人管"});
    EXPECT_EQ(similar({"supervision", "road", {}, "路灯不亮没人修"}), Titles{"小区路灯不亮没人管"});
}

TEST(Metres, LieAlongTheEarth) {
    EXPECT_NEAR(metres_between({457500000, 1266500000}, {457509000, 1266500000}), 100.08, 0.1);
    EXPECT_NEAR(metres_between({457500000, 1266500000}, {457500000, 1266513000}), 100.87, 0.3);
}

INSTANTIATE_TEST_SUITE_P(Both, Words, both_databases(), database_name);

}  // namespace banshi::matters
