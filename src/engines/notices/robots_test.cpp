#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "engines/notices/adapters.h"
#include "engines/notices/gateway_for_test.h"
#include "engines/notices/robot_words.h"

namespace banshi::notices {

namespace fs = std::filesystem;

class Robots : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }

    void put_secret(std::string const& text, fs::perms perms = fs::perms::owner_read) {
        std::ofstream(folder / "inspection") << text;
        fs::permissions(folder / "inspection", perms);
    }
    Adapter adapter(Channel channel) const {
        return robots({{{"inspection", channel, "/xinqu/inspection", "inspection"}}, folder});
    }

    fs::path folder = fs::temp_directory_path() / ("banshi_robots_" + std::to_string(getpid()));
    Letter letter{"01J0", "inspection", "督办：\"漏水\"", "",
                  *read_instant("2026-09-23T08:00:05+08:00")};
};

TEST_F(Robots, OfWeComGetTheWordsAtTheirWebhook) {
    std::string request;
    {
        FakeGateway gateway({{200, R"({"errcode":0,"errmsg":"ok"})"}});
        put_secret(gateway.url + "?key=very-secret\n");
        EXPECT_EQ(adapter(Channel::wecom).send(letter).outcome, Outcome::sent);
        request = gateway.requests.at(0);
    }
    EXPECT_TRUE(request.starts_with("POST /messages?key=very-secret HTTP/1.1\r\n")) << request;
    EXPECT_TRUE(request.ends_with(R"({"msgtype":"text","text":{"content":"督办：\"漏水\""}})"))
        << request;
}

TEST_F(Robots, OfDingTalkSignTheirMessages) {
    std::string request;
    {
        FakeGateway gateway({{200, R"({"errcode":0,"errmsg":"ok"})"}});
        put_secret(gateway.url + "?access_token=t\nSECkey");
        EXPECT_EQ(adapter(Channel::dingtalk).send(letter).outcome, Outcome::sent);
        request = gateway.requests.at(0);
    }
    EXPECT_TRUE(request.starts_with("POST /messages?access_token=t&timestamp=1790121605000&sign="))
        << request;
}

TEST(RobotWords, AreSignedAsTheVendorChecks) {
    // Computed by another program: base64(HMAC-SHA256(key, "1577262236757\nSECabc")), escaped.
    Instant const at{std::chrono::milliseconds{1577262236757}};
    EXPECT_EQ(signed_webhook("https://h/r?access_token=t", "SECabc", at),
              "https://h/"
              "r?access_token=t&timestamp=1577262236757&sign="
              "I5TKCOTTj6fad4sJ4q9RsIffw0PAChVQZQGTdtRbNEQ%3D");
}

TEST(RobotWords, AreCutBetweenCharacters) {
    EXPECT_EQ(shortened("督办", 6), "督办");
    EXPECT_EQ(shortened("督办督办", 10), "督办…");
    EXPECT_EQ(shortened("督办督", 8), "督…");
}

TEST_F(Robots, AreJudgedByTheCodeInTheirAnswer) {
    FakeGateway gateway({{200, R"({"errcode":45009})"},
                         {200, R"({"errcode":130101})"},
                         {200, R"({"errcode":-1})"},
                         {200, R"({"errcode":93000,"errmsg":"invalid webhook url"})"},
                         {200, R"({"errcode":310000})"},
                         {200, "<html>"},
                         {502, ""},
                         {404, ""}});
    put_secret(gateway.url);
    std::vector<std::string> told;
    for (int at = 0; at < 8; ++at) {
        auto const answer = adapter(Channel::wecom).send(letter);
        told.push_back((answer.outcome == Outcome::later ? "later " : "refused ") + answer.trouble);
    }
    EXPECT_EQ(told, (std::vector<std::string>{"later errcode 45009", "later errcode 130101",
                                              "later errcode -1", "refused errcode 93000",
                                              "refused errcode 310000", "refused not_accepted",
                                              "later status 502", "refused status 404"}));
}

TEST_F(Robots, WithoutASafeSecretSayNothing) {
    auto const trouble = [&] {
        auto const answer = adapter(Channel::wecom).send(letter);
        EXPECT_EQ(answer.outcome, Outcome::later) << "it may be there soon";
        return answer.trouble;
    };
    EXPECT_EQ(trouble(), "secret_missing");
    put_secret("http://127.0.0.1:9/?key=very-secret",
               fs::perms::owner_all | fs::perms::others_read);
    EXPECT_EQ(trouble(), "secret_open");
    fs::permissions(folder / "inspection", fs::perms::owner_read);
    EXPECT_EQ(trouble(), "unreachable") << "and names neither the address nor the key";
    letter.to = "nobody";
    EXPECT_EQ(trouble(), "robot_unknown");
}

}  // namespace banshi::notices
