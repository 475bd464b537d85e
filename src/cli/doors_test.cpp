#include "cli/doors.h"

#include <gtest/gtest.h>

#include "cli/commands.h"
#include "server/client_for_test.h"

namespace banshi::cli {
namespace {

// The doors of a city behind a gateway on this machine, without its rooms.
class DoorsTest : public testing::Test {
protected:
    DoorsTest() {
        here = environment([] { return *read_instant("2026-03-02T09:30:00+08:00"); });
        here.folders.districts = "test/districts";
        here.proxies = {"127.0.0.1"};
        here.port = 0;
    }

    // How many of so many requests at once were answered, and the last answer.
    std::pair<int, std::string> send(int count, std::string const& peer) {
        auto const city = open_city(here);
        server::Handler handler;
        handler.serve = [](auto&&, auto const& respond) { respond({.body = "in"}); };
        Doors doors(here, city, handler, hub);
        doors.open();
        auto const address = doors.address();
        server::Client client(
            static_cast<unsigned short>(std::stoi(address.substr(address.rfind(':') + 1))));
        auto const from = peer.empty() ? "" : "X-Forwarded-For: " + peer + "\r\n";
        std::pair<int, std::string> out;
        for (int i = 0; i < count; ++i) {
            out.second = client.ask("GET / HTTP/1.1\r\nHost: x\r\n" + from + "\r\n");
            out.first += out.second.starts_with("HTTP/1.1 200");
        }
        doors.close();
        return out;
    }

    Environment here{};
    server::Hub hub{0};
};

TEST_F(DoorsTest, SlowDownOneAddressAndNotTheMachineItself) {
    auto const [let_in, answer] = send(3'100, "2001:db8::7");
    EXPECT_EQ(let_in, 3'000);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 429")) << answer;
    EXPECT_NE(answer.find("Retry-After: 1\r\n"), answer.npos) << answer;
    EXPECT_EQ(send(3'100, "").first, 3'100);
    here.peer_rate = "0";
    EXPECT_EQ(send(3'100, "2001:db8::7").first, 3'100);
}

TEST_F(DoorsTest, NameAWrongNumber) {
    EXPECT_TRUE(read_share(here));
    here.peer_rate = "many";
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    EXPECT_EQ(check_config(here), misused);
    testing::internal::GetCapturedStdout();
    EXPECT_NE(testing::internal::GetCapturedStderr().find("BANSHI_PEER_RATE"), std::string::npos);
    here.peer_rate = "300";
    here.peer_connections = "-1";
    EXPECT_FALSE(read_share(here));
    here.peer_connections = "4000";
    here.peer_streams = "all";
    EXPECT_FALSE(read_share(here));
    here.peer_streams = "0";
    EXPECT_EQ(read_share(here).value().streams, 0U);
}

}  // namespace
}  // namespace banshi::cli
