#include "server/sessions.h"

#include <fmt/format.h>
#include <sodium.h>

#include "engines/people/accounts.h"

namespace banshi::server {

namespace {

struct LogIn {
    std::string login;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(LogIn, (), (login, password))
struct RequestCode {
    std::string phone;
};
BOOST_DESCRIBE_STRUCT(RequestCode, (), (phone))
struct LogInByCode {
    std::string phone;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(LogInByCode, (), (phone, code))
struct ChangePassword {
    std::string old_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (old_password, new_password))
struct LogOut {
    std::string token;  // from the cookie; see add_session
};
BOOST_DESCRIBE_STRUCT(LogOut, (), (token))
struct NoFields {};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())

struct Granted {
    std::string right;
    std::string node;
};
BOOST_DESCRIBE_STRUCT(Granted, (), (right, node))
enum class Who { visitor, citizen, staff, device, machine };
BOOST_DESCRIBE_ENUM(Who, visitor, citizen, staff, device, machine)
struct SessionView {
    Who kind;
    std::string name;
    std::vector<Granted> rights;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (kind, name, rights))
struct Opened {
    Instant ends;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (ends))

Who kind_of(Actor::Kind kind) {
    switch (kind) {
        case Actor::Kind::visitor:
            return Who::visitor;
        case Actor::Kind::citizen:
            return Who::citizen;
        case Actor::Kind::staff:
            return Who::staff;
        case Actor::Kind::device:
            return Who::device;
        case Actor::Kind::machine:
            return Who::machine;
    }
    return Who::visitor;
}

// With the secrets, which carry_session takes out again.
Answer opened(Call const& call, people::FreshSession const& session) {
    auto body = shape::write(Opened{session.ends}, call.district.zone()).as_object();
    body["token"] = session.token;
    body["csrf"] = session.csrf;
    body["seconds"] = std::chrono::floor<Seconds>(session.ends - call.now).count();
    return {std::move(body), {}};
}

template <class In, class Do>
Deed deed_of(std::string verb, bool writes, json::object gives, Do act) {
    auto serve = [act](Call& call, json::object const& fields,
                       shape::Source source) -> Result<Answer> {
        auto const in = TRY(shape::read<In>(fields, source));
        return act(call, in);
    };
    return {std::move(verb), anyone, writes, shape::schema<In>(), std::move(gives), serve};
}

Result<Answer> see_session(Call& call, NoFields const&) {
    SessionView view{kind_of(call.actor.kind), call.actor.name, {}};
    for (auto const& grant : call.actor.grants) view.rights.push_back({grant.right, grant.node});
    return Answer{shape::write(view, call.district.zone()), {}};
}

Result<Answer> log_in(Call& call, LogIn const& in) {
    return opened(call, TRY(people::log_in(call, in.login, in.password)));
}

Result<Answer> log_in_by_code(Call& call, LogInByCode const& in) {
    return opened(call, TRY(people::log_in_by_code(call, in.phone, in.code)));
}

Result<Answer> change_password(Call& call, ChangePassword const& in) {
    if (call.actor.kind != Actor::Kind::staff)
        return Refusal{Why::unauthenticated, "session.missing"};
    return opened(call, TRY(people::change_password(call, in.old_password, in.new_password)));
}

Result<Answer> log_out(Call& call, LogOut const& in) {
    people::close_session(call, in.token);
    return Answer{};
}

}  // namespace

static constexpr std::string_view root = "/session";

System session_system(SendCode send) {
    auto const opens = shape::schema<Opened>();
    auto request_code = [send](Call& call, RequestCode const& in) -> Result<Answer> {
        send(call, in.phone, TRY(people::request_code(call, in.phone)));
        return Answer{};
    };
    auto ending = deed_of<LogOut>("log_out", true, {}, log_out);
    ending.takes = shape::schema<NoFields>();
    std::string const path(root);
    return {
        .name = "session",
        .title = "session.title",
        .routes = {
            {"get", path,
             deed_of<NoFields>("see_session", false, shape::schema<SessionView>(), see_session)},
            {"post", path, deed_of<LogIn>("log_in", true, opens, log_in)},
            {"delete", path, std::move(ending), 204},
            {"post", path + "/code", deed_of<RequestCode>("request_code", true, {}, request_code),
             204},
            {"post", path + "/phone",
             deed_of<LogInByCode>("log_in_by_code", true, opens, log_in_by_code)},
            {"post", path + "/password",
             deed_of<ChangePassword>("change_password", true, opens, change_password)},
        }};
}

bool is_session_route(Route const& route) {
    return route.deed.writes && route.path.starts_with(root) &&
           (route.path.size() == root.size() || route.path[root.size()] == '/');
}

static std::string_view bearer(Request const& request) {
    auto const header = request.header("Authorization");
    std::string_view const scheme = "Bearer ";
    return same_word(header.substr(0, scheme.size()), scheme)
               ? trimmed(header.substr(scheme.size()))
               : std::string_view{};
}

static std::string_view token_of(Request const& request) {
    auto const token = bearer(request);
    return token.empty() ? request.cookie(session_cookie) : token;
}

void add_session(json::object& fields, Request const& request, Route const& route) {
    if (route.deed.verb == "log_out") fields["token"] = std::string(token_of(request));
}

static bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

static bool is_look(Request const& request) {
    return request.method == "GET" || request.method == "HEAD";
}

Identify identify_by_session(Store& store) {
    return [&store](Transaction& tx, District const& district, Request const& request,
                    Instant now) -> Result<Actor> {
        std::string const token(token_of(request));
        auto session = people::actor_of(tx, district, token, now);
        if (!session) return Actor{};
        // Another site can make a browser send the cookie, but cannot read the token beside it.
        bool const by_cookie = bearer(request).empty();
        if (by_cookie && !is_look(request) &&
            !same_secret(request.header("X-CSRF-Token"), session->csrf))
            return Refusal{Why::forbidden, "session.csrf"};
        if (session->stale && !is_look(request)) people::keep_alive(tx, district, token, now);
        if (session->stale && is_look(request))
            store.write(
                [&district, token, now](Transaction& write) {
                    people::keep_alive(write, district, token, now);
                    return true;
                },
                [](std::exception_ptr) {});  // it will be stale again
        return std::move(session->actor);
    };
}

static std::string cookie_text(std::string_view name, std::string_view value, std::int64_t seconds,
                               Cookies cookies) {
    auto text = fmt::format("{}={}; Path=/; SameSite=Lax; Max-Age={}", name, value, seconds);
    return cookies == Cookies::secure ? text + "; Secure" : text;
}

Headers carry_session(json::value& body, Route const& route, Cookies cookies) {
    if (!is_session_route(route)) return {};
    std::string token, csrf;
    std::int64_t seconds = 0;  // the browser forgets the cookie
    if (auto* const opened = body.if_object(); opened && opened->contains("token")) {
        token = opened->at("token").as_string();
        csrf = opened->at("csrf").as_string();
        seconds = opened->at("seconds").as_int64();
        for (auto const* secret : {"token", "csrf", "seconds"}) opened->erase(secret);
    } else if (route.deed.verb != "log_out") {
        return {};
    }
    // The pages read the second one, to repeat it in a header.
    return {{"Set-Cookie", cookie_text(session_cookie, token, seconds, cookies) + "; HttpOnly"},
            {"Set-Cookie", cookie_text("csrf", csrf, seconds, cookies)}};
}

}  // namespace banshi::server
