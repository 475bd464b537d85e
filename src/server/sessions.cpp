#include "server/sessions.h"

#include <fmt/format.h>
#include <sodium.h>

#include "engines/people/sessions.h"

namespace banshi::server {

static std::string_view bearer(Request const& request) {
    auto const header = request.header("Authorization");
    std::string_view const scheme = "Bearer ";
    return same_word(header.substr(0, scheme.size()), scheme)
               ? trimmed(header.substr(scheme.size()))
               : std::string_view{};
}

static char const* cookie_of(Cookies cookies) {
    return cookies == Cookies::secure ? secure_session_cookie : session_cookie;
}

static std::string_view token_of(Request const& request, Cookies cookies) {
    auto const token = bearer(request);
    return token.empty() ? request.cookie(cookie_of(cookies)) : token;
}

static bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

static bool is_look(Request const& request) {
    return request.method == "GET" || request.method == "HEAD";
}

Identify identify_by_session(Store& store, Cookies cookies) {
    return [&store, cookies](Transaction& tx, District const& district, Request const& request,
                             Instant now) -> Result<Actor> {
        std::string const token(token_of(request, cookies));
        auto session = people::actor_of(tx, district, token, now);
        if (!session) return Actor{};
        // Another site can make a browser send the cookie, but cannot read the token beside it.
        bool const by_cookie = bearer(request).empty();
        if (by_cookie && !is_look(request) &&
            !same_secret(request.header("X-CSRF-Token"), session->csrf))
            return Refusal{Why::forbidden, "session.csrf"};
        // By a work of its own: a deed that only looks can write nothing, whatever its method.
        if (session->stale)
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

Headers carry_session(json::value& body, Route const& route, Instant now, Cookies cookies) {
    if (route.session == SessionChange::none) return {};
    std::string token, csrf;
    std::int64_t seconds = 0;  // the browser forgets the cookie
    if (route.session == SessionChange::opens) {
        auto& opened = body.as_object();
        token = opened.at("token").as_string();
        csrf = opened.at("csrf").as_string();
        auto const ends = read_instant(opened.at("ends").as_string()).value();
        seconds = std::chrono::floor<Seconds>(ends - now).count();
        for (auto const* secret : {"token", "csrf"}) opened.erase(secret);
    }
    // The pages read the second one, to repeat it in a header.
    return {{"Set-Cookie", cookie_text(cookie_of(cookies), token, seconds, cookies) + "; HttpOnly"},
            {"Set-Cookie", cookie_text("csrf", csrf, seconds, cookies)}};
}

}  // namespace banshi::server
