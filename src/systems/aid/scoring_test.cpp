#include "systems/aid/scoring.h"

#include <gtest/gtest.h>

namespace banshi::aid {

namespace {

Weights weights() {
    return {"2021-1",
            *read_day("2021-01-01"),
            "",
            {{0, 40}, {20'000, 30}, {50'000, 0}},
            {{0, 0}, {1, 15}, {2, 25}},
            {{0, 0}, {1, 8}, {2, 15}},
            10,
            {{Housing::rented, 4}, {Housing::unsafe, 10}}};
}

int points_of(Score const& score, ScoreLine line) {
    for (auto const& each : score.lines)
        if (each.line == line) return each.points;
    return -1;
}

TEST(Scoring, LineByLine) {
    auto const most = score({3, 0, 3, 3, 0, Housing::unsafe, ""}, weights());
    EXPECT_EQ(most.points, 100);
    for (auto const& line : most.lines) EXPECT_EQ(line.points, line.most);
    auto const some = score({2, 40'000, 1, 0, 1, Housing::rented, ""}, weights());
    EXPECT_EQ(points_of(some, ScoreLine::income), 30) << "20,000 a head: the second step";
    EXPECT_EQ(points_of(some, ScoreLine::health), 15);
    EXPECT_EQ(some.points, 49);
    EXPECT_EQ(score({2, 39'999, 1, 0, 1, Housing::own, ""}, weights()).points, 55);
}

TEST(Scoring, TheTableInForceOnADay) {
    auto later = weights();
    later.version = "2022-1";
    later.from = *read_day("2022-01-01");
    std::vector const all{later, weights()};
    EXPECT_FALSE(weights_on(all, *read_day("2020-12-31")));
    EXPECT_EQ(weights_on(all, *read_day("2021-12-31"))->version, "2021-1");
    EXPECT_EQ(weights_on(all, *read_day("2022-01-01"))->version, "2022-1");
    EXPECT_FALSE(unsound(all));
    later.income = {{0, 1}, {0, 2}};
    EXPECT_EQ(unsound({later}), "scoring[0].income");
    EXPECT_EQ(unsound({weights(), weights()}), "scoring[0].version");
}

TEST(Facts, WhatCannotBeIsRefused) {
    EXPECT_TRUE(check_facts({}));
    EXPECT_FALSE(check_facts({.members = 0}));
    EXPECT_FALSE(check_facts({.members = 2, .income_fen = -1}));
    EXPECT_FALSE(check_facts({.members = 2, .pupils = 3}));
    FamilyFacts const facts{4, 12'345, 1, 2, 1, Housing::none, "低保证 88"};
    EXPECT_EQ(facts_text(read_facts(facts_text(facts))), facts_text(facts));
}

}  // namespace

}  // namespace banshi::aid
