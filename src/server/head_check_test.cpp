#include "server/head_check.h"

#include <gtest/gtest.h>

#include "server/house_for_test.h"

namespace banshi::server {

// Undone by nobody, such a body would be taken as it came; and a gateway might find another end.
TEST(HeadCheck, UndoesNoCodingButChunks) {
    TestHouse house(echo);
    auto const sent = [&](std::string const& lines, std::string const& version = "1.1") {
        auto client = house.client();
        client.send("POST / HTTP/" + version + "\r\nHost: x\r\n" + lines +
                    "\r\n2\r\nok\r\n0\r\n\r\n" + get);
        auto const answer = client.read_to_end();
        EXPECT_TRUE(holds(answer, "Connection: close\r\n")) << lines;
        EXPECT_EQ(answer.rfind("HTTP/1.1"), 0U) << "and what follows is no request: " << lines;
        return status_of(answer);
    };
    for (auto const* coding : {"gzip", "gzip, chunked", "chunked, gzip", "identity", "xchunked",
                               "chunked;q=1", "gzip\r\nTransfer-Encoding: chunked"})
        EXPECT_EQ(sent("Transfer-Encoding: " + std::string(coding) + "\r\n"), "501") << coding;
    for (auto const* coding : {"chunked, chunked", "chunked\r\nTransfer-Encoding: chunked", "",
                               ", chunked", "chunked\r\nContent-Length: 2"})
        EXPECT_EQ(sent("Transfer-Encoding: " + std::string(coding) + "\r\n"), "400") << coding;
    EXPECT_EQ(sent("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"), "400");
    EXPECT_EQ(sent("Transfer-Encoding: chunked\r\n", "1.0"), "400");
    EXPECT_TRUE(house.client()
                    .ask("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: CHUNKED\r\n\r\n"
                         "2\r\nok\r\n0\r\n\r\n")
                    .ends_with("POST/x [ok]"));
}

TEST(HeadCheck, KnowsAHostFromWhatIsNone) {
    TestHouse house(echo);
    auto const to = [&](std::string const& host, std::string const& target = "/") {
        return status_of(
            house.client().ask("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
    };
    for (auto const* host : {"x", "Banshi.gov.cn:8080", "10.0.0.1:1", "[2001:db8::1]",
                             "[::1]:65535", "hall_1.local", "xn--fiq228c.cn"}) {
        EXPECT_EQ(to(host), "200") << host;
        EXPECT_EQ(to("x", "http://" + std::string(host) + "/"), "200") << host;
    }
    for (auto const* host : {"",
                             "a b",
                             "a@b",
                             "a/b",
                             "a?b",
                             "a#b",
                             "a\\b",
                             "a,b",
                             "<a>",
                             "\"a\"",
                             "x:",
                             "x:0",
                             "x:65536",
                             "x:80a",
                             "x:-1",
                             "x:+1",
                             "x:8 0",
                             "x:80:80",
                             ":80",
                             "::1",
                             "[::1",
                             "::1]",
                             "[1.2.3.4]",
                             "[::1]x",
                             "[x]:80",
                             "\u529e\u4e8b.cn",
                             "x\r\nHost: x",
                             "x\r\nhost: y"})
        EXPECT_EQ(to(host), "400") << host;
    for (auto const* target : {"http:///", "http://", "http://a@x/", "http://x:0/", "http://x:y/",
                               "http://[::1/", "https://?q", "http://x#y"})
        EXPECT_EQ(to("x", target), "400") << target;
    EXPECT_EQ(to("x", "http://x?q=1"), "400") << "no path";
    EXPECT_EQ(status_of(house.client().ask("GET / HTTP/1.0\r\nHost: a@b\r\n\r\n")), "400");
    EXPECT_EQ(status_of(house.client().ask("GET / HTTP/1.0\r\n\r\n")), "200");
}

}  // namespace banshi::server
