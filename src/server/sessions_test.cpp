#include "server/sessions.h"

#include <thread>

#include "engines/people/accounts.h"
#include "engines/people/sessions.h"
#include "engines/people/world_for_test.h"
#include "server/house_for_test.h"

namespace banshi::server {

// As much of the people_office of accounts as a session needs.
static Answer opened(Call const& call, people::FreshSession const& fresh) {
    return {json::object{{"token", fresh.token},
                         {"csrf", fresh.csrf},
                         {"ends", written(fresh.ends, call.district.zone())}},
            {}};
}

static Result<Answer> log_in(Call& call, json::object const& in, shape::Source) {
    return opened(
        call, TRY(people::log_in(call, in.at("login").as_string(), in.at("password").as_string())));
}

static Result<Answer> log_out(Call& call, json::object const&, shape::Source) {
    people::close_session(call);
    return Answer{};
}

static Result<Answer> see_session(Call& call, json::object const&, shape::Source) {
    static constexpr std::array kinds{"visitor", "citizen", "staff", "device", "machine"};
    return Answer{json::object{{"kind", kinds.at(static_cast<std::size_t>(call.actor.kind))},
                               {"name", call.actor.name}},
                  {}};
}

static Route route_to(std::string method, std::string path, std::string verb, SessionChange change,
                      Result<Answer> (*serve)(Call&, json::object const&, shape::Source)) {
    json::object const shape{
        {"type", "object"}, {"properties", json::object{}}, {"required", json::array{}}};
    Route route{method, path, {verb, anyone, method == "post", shape, nullptr, serve, true}};
    route.session = change;
    return route;
}

// As a question with an ID number is asked: by POST, although it writes nothing.
static Route looks(Route route) {
    route.deed.writes = false;
    return route;
}

static Route live(Route route) {
    route.topic = "never announced";
    return route;
}

static System people_office() {
    return {
        .name = "people",
        .title = "system.people",
        .routes = {
            route_to("get", "/session", "see_session", SessionChange::none, see_session),
            route_to("post", "/session", "log_in", SessionChange::opens, log_in),
            route_to("post", "/session/end", "log_out", SessionChange::ends, log_out),
            live(route_to("get", "/session/live", "watch_session", SessionChange::none,
                          see_session)),
            looks(route_to("post", "/session/search", "search", SessionChange::none, see_session)),
        }};
}

class SessionsTest : public people::World {
protected:
    void SetUp() override {
        people::World::SetUp();
        if (IsSkipped()) return;
        people::use_password_cost(people::PasswordCost::least);
        write([](Call& call) {
            return people::create_account(
                call,
                {people::AccountKind::staff, "wang", "Wang", "long enough 7", {{"clerk", "/"}}});
        }).value();
        ApiParts parts{.sites = {{&district, {&system_}}},
                       .store = *store,
                       .hub = hub_,
                       .texts = texts,
                       .random = system_random(),
                       .metrics = metrics_,
                       .now = [this] { return now; },
                       .identify = identify_by_session(*store, Cookies::secure)};
        api_.emplace(std::move(parts));
        store->on_announce([this](auto const& topics) { api_->announced(topics); });
        server_.emplace(quick_settings(), api_->handler(), hub_);
        server_->start();
    }
    void TearDown() override {
        server_.reset();
        people::World::TearDown();
    }

    std::string ask(std::string const& method, std::string const& path,
                    std::string const& headers = "", std::string const& body = "{}") {
        return Client(server_->port())
            .ask(method + " /api/v1/xinqu/session" + path +
                 " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers +
                 "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    std::string log_in(std::string const& password) {
        return ask("POST", "", "", R"({"login":"wang","password":")" + password + "\"}");
    }
    static std::string cookie_in(std::string const& answer, std::string const& name) {
        auto const at = answer.find("Set-Cookie: " + name + "=");
        if (at == answer.npos) return "";
        auto const from = at + 13 + name.size();
        return answer.substr(from, answer.find(';', from) - from);
    }
    static bool holds(std::string const& text, std::string_view part) {
        return text.find(part) != text.npos;
    }
    std::string seen_with(std::string const& headers) { return ask("GET", "", headers, ""); }

    System system_ = people_office();
    Hub hub_;
    Metrics metrics_;
    std::optional<Api> api_;
    std::optional<Server> server_;
};

TEST_P(SessionsTest, CarryTheSecretsInCookiesOnly) {
    auto const answer = log_in("long enough 7");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
    auto const token = cookie_in(answer, "__Host-banshi_session"), csrf = cookie_in(answer, "csrf");
    EXPECT_GE(token.size(), 32u);
    EXPECT_TRUE(holds(answer, "; Secure; HttpOnly\r\n")) << answer;
    auto const body = answer.substr(answer.find("\r\n\r\n"));
    EXPECT_TRUE(holds(body, "ends"));
    EXPECT_FALSE(holds(body, token)) << body;
    EXPECT_FALSE(holds(body, csrf)) << body;

    auto const seen = seen_with("Cookie: __Host-banshi_session=" + token + "\r\n");
    EXPECT_TRUE(holds(seen, R"("kind":"staff","name":"Wang")")) << seen;
    // A neighbouring host could plant one of the bare name.
    EXPECT_TRUE(holds(seen_with("Cookie: banshi_session=" + token + "\r\n"), "visitor"));
}

TEST_P(SessionsTest, AreFreshAtEachLogInWhateverWasPlanted) {
    auto const with = [&](std::string const& planted) {
        auto const answer = ask("POST", "", "Cookie: __Host-banshi_session=" + planted + "\r\n",
                                R"({"login":"wang","password":"long enough 7"})");
        return cookie_in(answer, "__Host-banshi_session");
    };
    std::string const planted = "planted-by-somebody-else-who-waits-for-it";
    auto const own = with(planted);
    EXPECT_GE(own.size(), 32u);
    EXPECT_NE(own, planted);
    auto const seen = seen_with("Cookie: __Host-banshi_session=" + planted + "\r\n");
    EXPECT_TRUE(holds(seen, R"("kind":"visitor")")) << seen;
}

TEST_P(SessionsTest, TakeAnUnknownTokenForAVisitor) {
    for (auto const* headers : {"", "Cookie: __Host-banshi_session=unknown\r\n",
                                "Authorization: Bearer unknown\r\n", "Authorization: Basic x\r\n"})
        EXPECT_TRUE(holds(seen_with(headers), R"("kind":"visitor")")) << headers;
    auto const refused = log_in("wrong");
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 401")) << refused;
    EXPECT_TRUE(holds(refused, "account.wrong_password"));
    EXPECT_EQ(cookie_in(refused, "__Host-banshi_session"), "");
}

TEST_P(SessionsTest, RefuseAWriteThatAnotherSiteMayHaveMade) {
    auto const answer = log_in("long enough 7");
    auto const cookie =
        "Cookie: __Host-banshi_session=" + cookie_in(answer, "__Host-banshi_session") + "\r\n";
    EXPECT_TRUE(holds(ask("POST", "/end", cookie), "session.csrf"));
    EXPECT_TRUE(holds(ask("POST", "/end", cookie + "X-CSRF-Token: guess\r\n"), "session.csrf"));
    EXPECT_TRUE(holds(seen_with(cookie), R"("kind":"staff")"));

    auto const done =
        ask("POST", "/end", cookie + "X-CSRF-Token: " + cookie_in(answer, "csrf") + "\r\n");
    EXPECT_TRUE(done.starts_with("HTTP/1.1 204")) << done;
    EXPECT_TRUE(holds(done, "Set-Cookie: __Host-banshi_session=; Path=/; SameSite=Lax; Max-Age=0"));
    EXPECT_TRUE(holds(seen_with(cookie), R"("kind":"visitor")"));
}

TEST_P(SessionsTest, KnowADeviceByItsToken) {
    auto const device = write([](Call& call) {
        auto const id = people::create_account(
            call, {people::AccountKind::device, "kiosk-1", "Kiosk", "", {{"kiosk", "/"}}});
        return people::issue_device_token(call, id.value());
    });
    auto const bearer = "Authorization: Bearer " + device.token + "\r\n";
    EXPECT_TRUE(holds(seen_with(bearer), R"("kind":"device")"));
    // Without a cookie no other site can have made the browser write.
    EXPECT_TRUE(ask("POST", "/end", bearer).starts_with("HTTP/1.1 204"));
    EXPECT_TRUE(holds(seen_with(bearer), R"("kind":"visitor")"));
}

TEST_P(SessionsTest, AreKeptAliveByAQuestionThatIsPosted) {
    auto const answer = log_in("long enough 7");
    auto const token = cookie_in(answer, "__Host-banshi_session");
    auto const headers = "Cookie: __Host-banshi_session=" + token +
                         "\r\nX-CSRF-Token: " + cookie_in(answer, "csrf") + "\r\n";
    // The sign of life is written beside the answer: the next question comes after it.
    auto const noted = [&] {
        bool fresh = false;
        store->read_now([&](Transaction& tx) {
            auto const session = people::actor_of(tx, district, token, now);
            fresh = session && !session->stale;
        });
        return fresh;
    };
    for (int times = 3; times > 0; --times) {
        now += Minutes{20};  // of the thirty that a session may idle
        auto const seen = ask("POST", "/search", headers);
        EXPECT_TRUE(holds(seen, R"("kind":"staff")")) << seen;
        for (int tries = 500; tries > 0 && !noted(); --tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

// What staff see must not stay on a screen that they have left.
TEST_P(SessionsTest, EndTheirStreamsWhenTheyEnd) {
    auto const account = write([](Call& call) { return people::find_account(call, "wang")->id; });
    auto const end = [&](std::string const& how, std::string const& headers) {
        if (how == "log-out") return void(ask("POST", "/end", headers));
        write([&](Call& call) -> Result<void> {
            if (how == "switched off") return people::set_active(call, account, false);
            return people::set_password(call, account, "another long one 7");
        }).value();
    };
    for (std::string const how : {"log-out", "another password", "switched off"}) {
        auto const password = how == "switched off" ? "another long one 7" : "long enough 7";
        auto const session = [&] {
            auto const in = log_in(password);
            return "Cookie: __Host-banshi_session=" + cookie_in(in, "__Host-banshi_session") +
                   "\r\nX-CSRF-Token: " + cookie_in(in, "csrf") + "\r\n";
        }();
        Client staff(server_->port()), visitor(server_->port());
        auto const listen = [](Client& client, std::string const& headers) {
            client.send("GET /api/v1/xinqu/session/live HTTP/1.1\r\nHost: x\r\n" + headers +
                        "Accept: text/event-stream\r\n\r\n");
            return client.read_until("\n\n") + client.read_until("\n\n");
        };
        EXPECT_TRUE(holds(listen(staff, session), "Wang")) << how;
        EXPECT_TRUE(holds(listen(visitor, ""), "visitor")) << how;
        end(how, session);
        auto const rest = staff.read_to_end();
        EXPECT_FALSE(holds(rest, "data:")) << how << rest;
        // Until the stream's end has come to the worker too; that of the last round as well.
        while (api_->watches() != 1) std::this_thread::yield();
        EXPECT_EQ(visitor.read_until("\n\n"), ":\n\n") << how;
    }
}

// The phones behind the router of a hall must never keep out its own displays and windows.
TEST_P(SessionsTest, OfStaffOpenStreamsWhereThePublicHasNoPlaceLeft) {
    auto const in = log_in("long enough 7");
    auto const session =
        "Cookie: __Host-banshi_session=" + cookie_in(in, "__Host-banshi_session") + "\r\n";
    server_.reset();
    auto settings = quick_settings();
    settings.own = {};
    settings.limits.streams = 0;
    server_.emplace(settings, api_->handler(), hub_);
    server_->start();
    auto const watch = [&](std::string const& headers) {
        return ask("GET", "/live", headers + "Accept: text/event-stream\r\n", "");
    };
    auto const refused = watch("");
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 429")) << refused;
    EXPECT_TRUE(holds(refused, "Retry-After: 15\r\n")) << refused;
    EXPECT_TRUE(holds(refused, "application/problem+json")) << refused;
    EXPECT_TRUE(watch(session).starts_with("HTTP/1.1 200"));
    auto const token = write([](Call& call) {
        auto const display = people::create_account(
            call, {people::AccountKind::device, "display", "Display", "", {{"clerk", "/"}}});
        return people::issue_device_token(call, display.value()).token;
    });
    EXPECT_TRUE(watch("Authorization: Bearer " + token + "\r\n").starts_with("HTTP/1.1 200"));
}

TEST_P(SessionsTest, SlowDownWhoGuesses) {
    std::string answer;
    for (int i = 0; i < 40; ++i) answer = log_in("guess");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 429")) << answer;
}

TEST_P(SessionsTest, LetStaffWorkOnWhereOthersMustSlowDown) {
    auto const answer = log_in("long enough 7");
    auto const headers =
        "Cookie: __Host-banshi_session=" + cookie_in(answer, "__Host-banshi_session") +
        "\r\nX-CSRF-Token: " + cookie_in(answer, "csrf") + "\r\n";
    for (int i = 0; i < 40; ++i) log_in("guess");
    EXPECT_TRUE(holds(ask("POST", "/search", headers), R"("kind":"staff")"));
    EXPECT_TRUE(ask("POST", "/search").starts_with("HTTP/1.1 429"));
    EXPECT_TRUE(ask("POST", "/search", "Cookie: __Host-banshi_session=unknown\r\n")
                    .starts_with("HTTP/1.1 429"));
    EXPECT_TRUE(ask("POST", "", headers, R"({"login":"wang","password":"guess"})")
                    .starts_with("HTTP/1.1 429"));
}

INSTANTIATE_TEST_SUITE_P(Both, SessionsTest, people::both_databases(), people::database_name);

}  // namespace banshi::server
