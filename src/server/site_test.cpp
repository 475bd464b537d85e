// What a site answers beside its districts.

#include <gtest/gtest.h>

#include <filesystem>

#include "server/api.h"
#include "server/house_for_test.h"

namespace banshi::server {

namespace {

class SiteTest : public testing::Test {
protected:
    void SetUp() override {
        store_ = open_emptied_store({.url = "sqlite:" + file_, .durable = false});
        api_.emplace(ApiParts{.sites = {},
                              .store = *store_,
                              .hub = hub_,
                              .texts = texts_,
                              .random = system_random(),
                              .metrics = metrics_,
                              .now = quick_settings().now,
                              .identify = {},
                              .concerns = [] { return "an alarm\n"; },
                              .otherwise = page});
        auto settings = quick_settings();
        settings.trusted_proxies = {"127.0.0.1"};
        server_.emplace(settings, api_->handler(), hub_);
        server_->start();
    }
    void TearDown() override {
        server_.reset();
        store_.reset();
        std::filesystem::remove(file_);
    }

    static std::optional<Reply> page(Request const& request) {
        bool const looks = request.method == "GET" || request.method == "HEAD";
        if (!looks || request.path != std::vector<std::string>{"page"}) return std::nullopt;
        return Reply{.body = "a page"};
    }

    std::string ask(std::string const& line, std::string const& headers = "") {
        Client client(server_->port());
        return client.ask(line + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    }
    static std::string status(std::string const& answer) { return answer.substr(9, 3); }
    static std::string body_of(std::string const& answer) {
        return answer.substr(answer.find("\r\n\r\n") + 4);
    }

    std::string const file_ = testing::TempDir() + "banshi_site_test_" + std::to_string(getpid());
    Texts texts_;
    Metrics metrics_;
    Hub hub_{1};
    std::unique_ptr<Store> store_;
    std::optional<Api> api_;
    std::optional<Server> server_;
};

TEST_F(SiteTest, PagesAreOnlyLookedAt) {
    for (auto const* path : {"/page", "/healthz", "/readyz", "/metrics", "/api/v1/openapi.json"}) {
        EXPECT_EQ(status(ask(std::string("HEAD ") + path)), "200") << path;
        for (auto const* method : {"POST ", "PUT ", "OPTIONS "}) {
            auto const answer = ask(method + std::string(path));
            EXPECT_EQ(status(answer), *method == 'O' ? "204" : "405") << path;
            EXPECT_NE(answer.find("Allow: GET, HEAD, OPTIONS\r\n"), answer.npos) << answer;
        }
    }
    EXPECT_EQ(status(ask("POST /elsewhere")), "404");
}

TEST_F(SiteTest, WhoKnowsTheDescriptionNeedNotFetchItAgain) {
    auto const answer = ask("GET /api/v1/openapi.json");
    auto const at = answer.find("ETag: ") + 6;
    auto const tag = answer.substr(at, answer.find("\r\n", at) - at);
    auto const again = ask("GET /api/v1/openapi.json", "If-None-Match: " + tag + "\r\n");
    EXPECT_EQ(status(again), "304");
    EXPECT_EQ(body_of(again), "");
}

// A gateway on the machine names its client.
TEST_F(SiteTest, TellsStrangersOnlyThatItIsReady) {
    std::string const stranger = "X-Forwarded-For: 10.0.0.5\r\n";
    EXPECT_EQ(status(ask("GET /metrics", stranger)), "403");
    EXPECT_EQ(body_of(ask("GET /readyz", stranger)), "ready\n");
    EXPECT_EQ(body_of(ask("GET /readyz")), "ready\nan alarm\n");
    EXPECT_EQ(status(ask("GET /metrics", "X-Forwarded-For: 127.0.0.1\r\n")), "200");
}

}  // namespace

}  // namespace banshi::server
