#include "systems/aid/pairing_plan.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/random.h"

namespace banshi::aid {

namespace {

std::vector<Supply> donors(std::vector<Fen> const& sums) {
    std::vector<Supply> out;
    for (std::size_t at = 0; at < sums.size(); ++at)
        out.push_back({fmt::format("D{:03}", at + 1), sums[at]});
    return out;
}

std::vector<Demand> families(std::size_t count, Fen fen = 300'000) {
    std::vector<Demand> out;
    for (std::size_t at = 0; at < count; ++at) out.push_back({fmt::format("F{:04}", at + 1), fen});
    return out;
}

std::vector<Supply> the_172() {
    std::vector<Fen> sums(168, 127'907);
    sums.resize(172, 127'906);
    return donors(sums);
}

std::map<std::string, Fen> by_family(std::vector<Share> const& shares) {
    std::map<std::string, Fen> out;
    for (auto const& share : shares) out[share.family] += share.fen;
    return out;
}

TEST(Pairing, TheNumbersOfTheSpec) {
    auto const plain = in_order(the_172(), families(75));
    EXPECT_EQ(plain.size(), 245u) << "bound 246";
    auto const got = by_family(plain);
    EXPECT_EQ(std::ranges::count_if(got, [](auto const& each) { return each.second == 300'000; }),
              73);
    EXPECT_EQ(got.at("F0074"), 100'000) << "lacks 200,000";
    EXPECT_FALSE(got.contains("F0075"));
    auto const plan = plan_pairs(the_172(), families(75), {});
    EXPECT_EQ(plan.unallocated, 0);
    EXPECT_EQ(plan.missing, 500'000);
    EXPECT_EQ(wrong_with(plan, the_172(), families(75), {}), "");
}

TEST(Pairing, EqualsAndLargerStandOneToOne) {
    auto const supplies = donors({100'000, 300'000, 500'000});
    auto const plan = plan_pairs(supplies, families(3), {});
    EXPECT_EQ(wrong_with(plan, supplies, families(3), {}), "");
    EXPECT_EQ(plan.shares.size(), 4u);
    EXPECT_EQ(plan.missing, 0);
    auto const first = std::ranges::find(plan.shares, "D002", &Share::donor);
    EXPECT_EQ(first->fen, 300'000);
}

TEST(Pairing, TwoThatFitTogetherAreNotParted) {
    auto const supplies = donors({110'000, 120'000, 180'000, 190'000});
    auto const plan = plan_pairs(supplies, families(2), {});
    EXPECT_EQ(plan.shares.size(), 4u) << "in order it would be five";
    EXPECT_EQ(in_order(supplies, families(2)).size(), 5u);
}

TEST(Pairing, ForbiddenPairsAndWishesAreProved) {
    auto supplies = donors({300'000, 300'000, 150'000});
    supplies[0].street = "b";
    supplies[1].pupil = true;
    auto demands = families(3);
    demands[1].street = "b";
    demands[2].pupil = true;
    std::set<Pair> const forbidden{{"D003", "F0001"}};
    auto const plan = plan_pairs(supplies, demands, forbidden);
    EXPECT_EQ(wrong_with(plan, supplies, demands, forbidden), "");
    EXPECT_EQ(plan.missing, 150'000);
    for (auto const& share : plan.shares) EXPECT_NE(share.donor + share.family, "D003F0001");
}

TEST(Pairing, NobodyToGiveToLeavesTheMoney) {
    auto const supplies = donors({300'000});
    std::set<Pair> const forbidden{{"D001", "F0001"}};
    auto const plan = plan_pairs(supplies, families(1), forbidden);
    EXPECT_TRUE(plan.shares.empty());
    EXPECT_EQ(plan.unallocated, 300'000);
    EXPECT_EQ(wrong_with(plan, supplies, families(1), forbidden), "");
}

TEST(Pairing, TheProofFindsAWorsePlan) {
    auto supplies = donors({300'000, 300'000});
    supplies[0].street = "b";
    auto demands = families(2);
    demands[1].street = "b";
    auto plan = plan_pairs(supplies, demands, {});
    ASSERT_EQ(wrong_with(plan, supplies, demands, {}), "");
    EXPECT_EQ(plan.shares[0].family, "F0002");
    std::swap(plan.shares[0].family, plan.shares[1].family);
    EXPECT_EQ(wrong_with(plan, supplies, demands, {}), "cost");
    plan.certificate.family_prices[0] += 5;
    EXPECT_EQ(wrong_with(plan, supplies, demands, {}), "price");
    plan.shares.pop_back();
    EXPECT_EQ(wrong_with(plan, supplies, demands, {}), "sum");
}

struct Case {
    std::vector<Supply> supplies;
    std::vector<Demand> demands;
    std::set<Pair> forbidden;
};

Case random_case(Random& chance) {
    Case out;
    std::vector<Fen> sums;
    for (auto left = 1 + chance.below(12); left > 0; --left)
        sums.push_back(1 + static_cast<Fen>(chance.below(8)) * 50'000);
    out.supplies = donors(sums);
    out.demands = families(1 + chance.below(7));
    for (auto& supply : out.supplies) {
        if (chance.below(3) == 0) supply.street = chance.below(2) ? "a" : "b";
        supply.pupil = chance.below(4) == 0;
    }
    for (auto& demand : out.demands) {
        demand.street = chance.below(2) ? "a" : "b";
        demand.pupil = chance.below(2) == 0;
    }
    for (auto const& supply : out.supplies)
        for (auto const& demand : out.demands)
            if (chance.below(6) == 0) out.forbidden.insert({supply.donor, demand.family});
    return out;
}

TEST(Pairing, AnyCaseIsProvedAndTheSameAgain) {
    SeededRandom chance(20210921);
    for (int round = 0; round < 500; ++round) {
        auto const it = random_case(chance);
        auto const plan = plan_pairs(it.supplies, it.demands, it.forbidden);
        ASSERT_EQ(wrong_with(plan, it.supplies, it.demands, it.forbidden), "") << round;
        auto turned = it.supplies;
        std::ranges::reverse(turned);
        auto const again = plan_pairs(turned, it.demands, it.forbidden);
        ASSERT_EQ(again.shares.size(), plan.shares.size());
        for (std::size_t at = 0; at < plan.shares.size(); ++at)
            ASSERT_EQ(again.shares[at].fen, plan.shares[at].fen);
    }
}

int families_of(PairingPlan const& plan, std::string const& donor) {
    return static_cast<int>(std::ranges::count(plan.shares, donor, &Share::donor));
}

TEST(Pairing, ADonorStandsByAsFewFamiliesAsWished) {
    auto supplies = donors({400'000, 250'000, 250'000});
    auto const before = plan_pairs(supplies, families(3), {});
    ASSERT_EQ(wrong_with(before, supplies, families(3), {}), "");
    auto const* many = "D002";
    for (auto const* donor : {"D002", "D003"})
        if (families_of(before, donor) == 2) many = donor;
    ASSERT_EQ(families_of(before, many), 2);
    std::ranges::find(supplies, many, &Supply::donor)->most = 1;
    auto const plan = plan_pairs(supplies, families(3), {});
    EXPECT_EQ(wrong_with(plan, supplies, families(3), {}), "");
    EXPECT_EQ(families_of(plan, many), 1);
    EXPECT_EQ(plan.missing, 0);
}

// Many random worlds: nothing is lost by the wish, and the proof of the other wishes holds.
TEST(Pairing, TheWishForFewTakesNothingFromAnybody) {
    SeededRandom random(11);
    for (int world = 0; world < 200; ++world) {
        std::vector<Fen> sums(2 + random.below(8));
        for (auto& fen : sums) fen = static_cast<Fen>(1 + random.below(9)) * 50'000;
        auto supplies = donors(sums);
        for (auto& supply : supplies) {
            supply.most = static_cast<int>(random.below(3));
            if (world % 2 == 0 && random.below(3) == 0) supply.street = "street-1";
        }
        auto demands = families(1 + random.below(6));
        for (auto& demand : demands) demand.street = random.below(2) == 0 ? "street-1" : "street-2";
        std::set<Pair> forbidden;
        if (world % 3 == 0) forbidden.insert({"D001", "F0001"});
        auto const plan = plan_pairs(supplies, demands, forbidden);
        EXPECT_EQ(wrong_with(plan, supplies, demands, forbidden), "") << world;
        auto plain = supplies;
        for (auto& supply : plain) supply.most = 0;
        auto const without = plan_pairs(plain, demands, forbidden);
        EXPECT_EQ(plan.missing, without.missing) << world;
        for (auto const& supply : supplies) {
            if (supply.most == 0) continue;
            auto const before = families_of(without, supply.donor);
            EXPECT_LE(families_of(plan, supply.donor), std::max(supply.most, before)) << world;
        }
    }
}

}  // namespace

}  // namespace banshi::aid
