#include "server/live.h"

#include <gtest/gtest.h>

namespace banshi::server {

// One address, whose looks are answered at once or when the test says so.
class LiveTest : public testing::Test {
protected:
    Look look() {
        return [this](auto told) {
            ++looks;
            if (slow)
                waiting = told;
            else
                told("now");
        };
    }
    Hold watch(std::string const& key, std::uint64_t since) {
        return live.watch(key, {"hall/1", "account/a"}, look(), since);
    }

    Hub hub{1};
    Live live{hub};
    int looks = 0;
    bool slow = false;
    std::function<void(std::optional<std::string>)> waiting;
};

TEST_F(LiveTest, MissesNothingBetweenTheFirstLookAndTheWatch) {
    auto const before = live.moment();
    live.announced({"hall/2"});
    auto first = watch("a", before);
    EXPECT_EQ(looks, 0);
    live.announced({"hall/1"});
    EXPECT_EQ(looks, 1);
    EXPECT_TRUE(hub.has_state("a"));
    auto second = watch("b", before);
    EXPECT_EQ(looks, 2) << "it was announced meanwhile";
    auto third = watch("c", live.moment());
    EXPECT_EQ(looks, 2);
    for (int i = 0; i < 2'000; ++i) live.announced({"hall/2"});
    auto const late = watch("d", before);
    EXPECT_EQ(looks, 3) << "nobody can tell any more";
}

TEST_F(LiveTest, ForgetsWhatNobodyHolds) {
    auto one = watch("a", 0), other = watch("a", 0);
    EXPECT_EQ(live.watches(), 1u);
    one.reset();
    EXPECT_EQ(live.watches(), 1u);
    slow = true;
    live.announced({"account/a"});
    other.reset();
    EXPECT_EQ(live.watches(), 1u) << "it is just looking";
    waiting("late");
    waiting = nullptr;
    EXPECT_EQ(live.watches(), 0u);
    live.announced({"hall/1"});
    EXPECT_EQ(looks, 1);
}

TEST_F(LiveTest, LooksOnceMoreForAllThatCameMeanwhile) {
    slow = true;
    auto const held = watch("a", 0);
    for (int i = 0; i < 5; ++i) live.announced({"hall/1"});
    EXPECT_EQ(looks, 1);
    std::exchange(waiting, nullptr)("first");
    EXPECT_EQ(looks, 2);
    std::exchange(waiting, nullptr)("second");
    EXPECT_EQ(looks, 2);
}

}  // namespace banshi::server
