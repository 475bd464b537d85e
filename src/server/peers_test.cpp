#include "server/peers.h"

#include <gtest/gtest.h>

namespace banshi::server {

using namespace std::chrono_literals;

TEST(Peers, KnowNetworks) {
    Networks const networks({"127.0.0.1", "10.1.0.0/15", "fd00::/8"});
    for (auto const* in : {"127.0.0.1", "10.0.0.9", "10.1.255.255", "fd12::1", "::ffff:10.1.0.1"})
        EXPECT_TRUE(networks.contains(in)) << in;
    for (auto const* out : {"127.0.0.2", "10.2.0.1", "fe80::1", "", "localhost", "10.1.0.1/32"})
        EXPECT_FALSE(networks.contains(out)) << out;
    for (auto const* bad : {"10.0.0.0/33", "10.0.0.0/", "here", "fd00::/129", "1.1.1.1/-1", ""})
        EXPECT_THROW(Networks({bad}), std::invalid_argument) << bad;
}

TEST(Peers, BelieveOnlyTrustedProxies) {
    Networks const trusted({"10.0.0.0/8"});
    EXPECT_EQ(client_address("1.1.1.1", "2.2.2.2", trusted), "1.1.1.1");
    EXPECT_EQ(client_address("10.0.0.1", "", trusted), "10.0.0.1");
    EXPECT_EQ(client_address("10.0.0.1", "9.9.9.9, 2.2.2.2, 10.0.0.2", trusted), "2.2.2.2");
    EXPECT_EQ(client_address("10.0.0.1", "10.0.0.3,10.0.0.2", trusted), "10.0.0.3");
}

TEST(Peers, MayBeNamedWithTheirPort) {
    Networks const trusted({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
    auto const named = [&](std::string_view list) {
        return client_address("127.0.0.1", list, trusted);
    };
    EXPECT_EQ(named("2.2.2.2:5678"), "2.2.2.2");
    EXPECT_EQ(named("[2001:db8::1]:5678"), "2001:db8::1");
    EXPECT_EQ(named("[2001:db8::1]"), "2001:db8::1");
    EXPECT_EQ(named("2001:db8::1"), "2001:db8::1");
    EXPECT_EQ(named("9.9.9.9:1, 2.2.2.2:2 ,10.0.0.2:3, [fd00::7]:4"), "2.2.2.2");
    EXPECT_EQ(named("127.0.0.1:1, 2.2.2.2:2"), "2.2.2.2") << "what it claimed itself";
}

// The machine itself has no limits and may read the metrics.
TEST(Peers, WithoutAnAddressAreUnknownAndNeverTheGateway) {
    Networks const trusted({"127.0.0.1", "10.0.0.0/8"});
    for (auto const* list : {"unknown",
                             "_hidden",
                             "localhost",
                             "2.2.2.2:",
                             "2.2.2.2:0",
                             "2.2.2.2:x",
                             "2.2.2.2:70000",
                             "2001:db8::1:70000",
                             "[2001:db8::1",
                             "[2.2.2.2]:80",
                             "2001:db8::1]:80",
                             "[2001:db8::1]80",
                             "2.2.2",
                             "2.2.2.2/32",
                             ",",
                             " ",
                             "2.2.2.2,",
                             "2.2.2.2, unknown",
                             "x, 10.0.0.2",
                             "::1%lo",
                             "\"[2001:db8::1]:80\"",
                             "for=2.2.2.2",
                             "127.0.0.1:99999"})
        EXPECT_EQ(client_address("127.0.0.1", list, trusted), unknown_address) << list;
    EXPECT_FALSE(Networks({"0.0.0.0/0", "::/0"}).contains(unknown_address));
    Turnstile turnstile({.per_second = 1, .burst = 1});
    EXPECT_FALSE(turnstile.wait(std::string(unknown_address), Instant{1'000'000s}));
    EXPECT_TRUE(turnstile.wait(std::string(unknown_address), Instant{1'000'000s}));
}

TEST(Peers, AreOneBehindSixtyFourBitsOfIPv6) {
    EXPECT_EQ(household("2001:db8:1:2::7"), household("2001:db8:1:2:ffff::1"));
    EXPECT_NE(household("2001:db8:1:2::7"), household("2001:db8:1:3::7"));
    EXPECT_EQ(household("::ffff:10.1.0.1"), household("10.1.0.1"));
    EXPECT_NE(household("10.1.0.2"), household("10.1.0.1"));
    EXPECT_NE(household("::1"), household("::ffff:0.0.0.1"));

    Turnstile turnstile({.per_second = 1, .burst = 1});
    EXPECT_FALSE(turnstile.wait("2001:db8:1:2::7", Instant{1'000'000s}));
    EXPECT_TRUE(turnstile.wait("2001:db8:1:2::8", Instant{1'000'000s}));
}

TEST(Places, AreGivenBackByWhoLeaves) {
    Places places(2, 100);
    auto first = places.take("2001:db8:1:2::7"), second = places.take("2001:db8:1:2::8");
    EXPECT_TRUE(first && second);
    EXPECT_FALSE(places.take("2001:db8:1:2::9"));
    EXPECT_TRUE(places.take("10.1.0.1"));
    auto moved = std::move(*first);
    first.reset();
    EXPECT_FALSE(places.take("2001:db8:1:2::9")) << "it moved, and nobody left";
    moved = Places::Seat{};
    EXPECT_TRUE(places.take("2001:db8:1:2::9"));
}

TEST(Places, AreNeverAllTakenByAFewPeers) {
    Places places(0, 12'000);
    std::vector<std::optional<Places::Seat>> all;
    auto const take_all = [&](std::string const& peer) {
        int taken = 0;
        while (auto seat = places.take(peer)) {
            all.push_back(std::move(seat));
            ++taken;
        }
        return taken;
    };
    EXPECT_EQ(take_all("10.1.0.1"), 6'000) << "half, for one alone";
    EXPECT_EQ(take_all("10.1.0.2"), 3'000);
    EXPECT_EQ(take_all("10.1.0.1"), 0);
    for (int i = 3; i < 12; ++i) take_all("10.1.0." + std::to_string(i));
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(places.take("10.2.0." + std::to_string(i))) << "and still somebody else comes";
    all.clear();
    EXPECT_EQ(take_all("10.1.0.9"), 6'000);
}

TEST(Turnstile, LetsABurstPassAndThenTheRate) {
    Turnstile turnstile({.per_second = 2, .burst = 3});
    auto now = Instant{1'000'000s};
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(turnstile.wait("a", now));
    EXPECT_EQ(turnstile.wait("a", now), 1s);
    EXPECT_FALSE(turnstile.wait("b", now));
    EXPECT_FALSE(turnstile.wait("a", now + 500ms));
    EXPECT_TRUE(turnstile.wait("a", now + 500ms));
    // A clock that is set back gives nothing away.
    EXPECT_TRUE(turnstile.wait("a", now - 1h));
    EXPECT_TRUE(turnstile.wait("a", now - 1h));
}

TEST(Turnstile, RemembersNoMoreThanItMust) {
    Turnstile turnstile({.per_second = 1000, .burst = 1});
    auto now = Instant{1'000'000s};
    for (int i = 0; i < 50'000; ++i, now += 1ms)
        EXPECT_FALSE(turnstile.wait(std::to_string(i), now));
    EXPECT_FALSE(Turnstile({}).wait("anyone", now));
}

}  // namespace banshi::server
