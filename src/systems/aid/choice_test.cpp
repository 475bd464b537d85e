#include "systems/aid/choice.h"

#include <gtest/gtest.h>

namespace banshi::aid {

namespace {

using Counts = std::map<std::string, int>;

TEST(Quota, TheTableOfTheSpec) {
    EXPECT_EQ(
        largest_remainder(
            {{"a", 1200}, {"b", 800}, {"c", 500}, {"d", 300}, {"e", 150}, {"f", 40}, {"g", 10}},
            75),
        (Counts{{"a", 30}, {"b", 20}, {"c", 13}, {"d", 7}, {"e", 4}, {"f", 1}, {"g", 0}}));
    EXPECT_EQ(largest_remainder({{"a", 1}, {"b", 1}, {"c", 1}}, 10),
              (Counts{{"a", 4}, {"b", 3}, {"c", 3}}));
    EXPECT_TRUE(largest_remainder({}, 10).empty());
    EXPECT_TRUE(largest_remainder({{"a", 0}}, 10).empty());
}

TEST(Quota, EqualRemaindersGoToMoreCandidates) {
    // 3 and 1 of 4 for 2 places: 1.5 and 0.5.
    EXPECT_EQ(largest_remainder({{"a", 1}, {"b", 3}}, 2), (Counts{{"a", 0}, {"b", 2}}));
}

std::vector<Ranked> ranked(std::vector<int> const& points) {
    std::vector<Ranked> out;
    for (std::size_t at = 0; at < points.size(); ++at)
        out.push_back({"F" + std::to_string(at), at % 2 == 0 ? "a" : "b", points[at]});
    return out;
}

TEST(Choice, NoTieWhereAllEqualsAreIn) {
    auto const choice = choose(ranked({9, 7, 7, 5}), {{"", 3}});
    EXPECT_TRUE(choice.ties.empty());
    EXPECT_EQ(choice.in, (std::vector<std::string>{"F0", "F1", "F2"}));
    EXPECT_EQ(choice.cuts.at("").points, 7);
}

TEST(Choice, EqualsAtTheCutWaitForTheDraw) {
    auto families = ranked({9, 7, 7, 7, 5});
    auto const open = choose(families, {{"", 2}});
    ASSERT_EQ(open.ties.size(), 1u);
    EXPECT_EQ(open.in, (std::vector<std::string>{"F0"}));
    EXPECT_EQ(open.ties[0].places, 1);
    EXPECT_EQ(open.ties[0].families, (std::vector<std::string>{"F1", "F2", "F3"}));
    families[3].drawn = 1;
    auto const drawn = choose(families, {{"", 2}});
    EXPECT_TRUE(drawn.ties.empty());
    EXPECT_EQ(drawn.in, (std::vector<std::string>{"F0", "F3"}));
    families.erase(families.begin() + 3);
    auto const again = choose(families, {{"", 2}});
    ASSERT_EQ(again.ties.size(), 1u) << "the loser of one draw is not the winner without another";
    EXPECT_EQ(again.ties[0].families, (std::vector<std::string>{"F1", "F2"}));
}

TEST(Choice, EachStreetHasItsOwnCut) {
    auto const choice = choose(ranked({9, 2, 8, 1, 7, 1}), {{"a", 2}, {"b", 1}});
    EXPECT_EQ(choice.in, (std::vector<std::string>{"F0", "F2", "F1"}));
    EXPECT_EQ(choice.cuts.at("a").points, 8);
    EXPECT_EQ(choice.cuts.at("b").points, 2);
}

TEST(Choice, FewerCandidatesThanPlaces) {
    auto const choice = choose(ranked({3}), {{"a", 5}, {"b", 1}});
    EXPECT_EQ(choice.in.size(), 1u);
    EXPECT_EQ(choice.cuts.at("b").in, 0);
}

}  // namespace

}  // namespace banshi::aid
