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
    EXPECT_EQ(client_address("10.0.0.1", "2.2.2.2, unknown", trusted), "10.0.0.1");
    EXPECT_EQ(client_address("10.0.0.1", "10.0.0.3,10.0.0.2", trusted), "10.0.0.3");
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
