#include "engines/notices/adapters.h"

#include <gtest/gtest.h>

#include "engines/notices/gateway_for_test.h"

namespace banshi::notices {

static Letter const short_letter{"01J0", "13812345678", "您好\"\n"};

TEST(HttpGateway, GetsOneJsonObjectWithTheIdOfTheMessage) {
    std::string request;
    {
        FakeGateway gateway({Reply{200}});
        auto const adapter = http_gateway({gateway.url, "secret"});
        EXPECT_EQ(adapter.send(short_letter).outcome, Outcome::sent);
        EXPECT_FALSE(adapter.keeps_words);
        request = gateway.requests.at(0);
    }
    EXPECT_TRUE(request.starts_with("POST /messages HTTP/1.1\r\n")) << request;
    for (auto const* part :
         {"Content-Type: application/json\r\n", "Idempotency-Key: 01J0\r\n",
          "Authorization: Bearer secret\r\n",
          "{\"id\":\"01J0\",\"phone\":\"13812345678\",\"text\":\"您好\\\"\\n\"}"})
        EXPECT_NE(request.find(part), request.npos) << part << " in " << request;
}

TEST(HttpGateway, IsJudgedByItsStatus) {
    FakeGateway gateway({{202}, {409}, {429}, {503}, {400}, {404}});
    auto const adapter = http_gateway({gateway.url, ""});
    std::vector<Outcome> outcomes;
    for (int at = 0; at < 6; ++at) outcomes.push_back(adapter.send(short_letter).outcome);
    EXPECT_EQ(outcomes, (std::vector{Outcome::sent, Outcome::sent, Outcome::later, Outcome::later,
                                     Outcome::refused, Outcome::refused}));
}

TEST(HttpGateway, ThatIsDownIsTriedAgain) {
    auto const answer = http_gateway({"http://127.0.0.1:9/", ""}).send(short_letter);
    EXPECT_EQ(answer.outcome, Outcome::later);
    EXPECT_FALSE(answer.trouble.empty());
    EXPECT_EQ(http_gateway({"file:///etc/hostname", ""}).send(short_letter).outcome,
              Outcome::later);
}

TEST(HttpGateway, ThatSaysTwoHundredToAllIsJudgedByItsWords) {
    FakeGateway gateway({{200, "{\"code\":0}"}, {200, "{\"code\":1}"}});
    auto const adapter = http_gateway({.url = gateway.url, .token = "", .success = "\"code\":0"});
    EXPECT_EQ(adapter.send(short_letter).outcome, Outcome::sent);
    auto const answer = adapter.send(short_letter);
    EXPECT_EQ(answer.outcome, Outcome::refused);
    EXPECT_EQ(answer.trouble, "not_accepted");
}

TEST(HttpGateway, GetsAFormWhereItAsksForOne) {
    std::string request;
    {
        FakeGateway gateway({Reply{200}});
        auto const adapter = http_gateway(
            {.url = gateway.url, .token = "", .body = "mobile={phone}&content={text}&x={y}"});
        adapter.send({"01J0", "13812345678", "号&{phone}"});
        request = gateway.requests.at(0);
    }
    EXPECT_TRUE(
        request.ends_with("\r\n\r\nmobile=13812345678&content=%E5%8F%B7%26%7Bphone%7D&x={y}"))
        << request;
    EXPECT_NE(request.find("Content-Type: application/x-www-form-urlencoded"), request.npos);
}

TEST(HttpGateway, ThatHangsIsLeft) {
    FakeGateway gateway({{200, "slow"}});
    // Connects to a port that listens and is not served: the first request is answered late.
    auto const other = http_gateway({.url = gateway.url, .token = "", .timeout = Seconds{1}});
    EXPECT_EQ(other.send(short_letter).outcome, Outcome::sent);
    auto const answer = other.send(short_letter);
    EXPECT_EQ(answer.outcome, Outcome::later);
    EXPECT_EQ(answer.trouble, "timed_out");
}

}  // namespace banshi::notices
