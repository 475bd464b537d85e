#include "server/problem.h"

#include <boost/algorithm/string.hpp>
#include <cstdlib>
#include <ranges>

namespace banshi::server {

namespace json = boost::json;

// How much the reader wants a language, in thousandths: "zh;q=0.1, en-GB" wants en by 1000. What is
// not named is not wanted; RFC 9110, 12.5.4.
static int wish_for(std::string_view language, std::string_view header) {
    int most = 0;
    for (auto const part : std::views::split(header, ',')) {
        std::string range(part.begin(), part.end());
        boost::algorithm::erase_all(range, " ");
        boost::algorithm::to_lower(range);
        auto const weight = range.find(";q=");
        auto const name = range.substr(0, range.find_first_of(";-"));
        if (name != language) continue;
        most = std::max(most, weight == range.npos
                                  ? 1000
                                  : static_cast<int>(1000 * std::atof(range.c_str() + weight + 3)));
    }
    return most;
}

Language language_of(Request const& request) {
    auto const cookie = request.cookie("lang");
    if (!cookie.empty()) return cookie == "en" ? Language::en : Language::zh;
    auto const wanted = request.header("Accept-Language");
    auto const en = wish_for("en", wanted), zh = wish_for("zh", wanted);
    // Of two that are wanted alike, the one that is named first.
    bool const first = boost::algorithm::ifind_first(wanted, "en").begin() <
                       boost::algorithm::ifind_first(wanted, "zh").begin();
    return en > zh || (en == zh && en > 0 && first) ? Language::en : Language::zh;
}

int status_of(Why why) {
    switch (why) {
        case Why::not_found:
            return 404;
        case Why::forbidden:
            return 403;
        case Why::unauthenticated:
            return 401;
        case Why::invalid:
            return 422;
        case Why::conflict:
        case Why::full:
            return 409;
        case Why::too_late:
            return 410;
        case Why::busy:
            return 503;
        case Why::stale:
            return 412;
        case Why::unguarded:
            return 428;
    }
    return 500;
}

Reply json_reply(int status, json::value const& body) {
    return {.status = status,
            .headers = {{"Content-Type", "application/json"},
                        {"Cache-Control", "no-store"},
                        {"X-Content-Type-Options", "nosniff"}},
            .body = json::serialize(body)};
}

Reply problem(Texts const& texts, Request const& request, Refusal const& refusal, int status) {
    if (!status) status = status_of(refusal.why);
    auto const language = language_of(request);
    json::object body{{"type", "about:blank"},
                      {"title", texts.say(language, "problem.s" + std::to_string(status))},
                      {"status", status},
                      {"detail", texts.say(language, "refusal." + refusal.text, refusal.facts)},
                      {"code", refusal.text},
                      {"request", request.id}};
    if (!refusal.field.empty()) body["field"] = refusal.field;
    auto reply = json_reply(status, body);
    reply.headers[0].second = "application/problem+json";
    reply.headers.emplace_back("Content-Language", language == Language::en ? "en" : "zh-CN");
    if (status == 401) reply.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"banshi\"");
    if (status == 503) reply.headers.emplace_back("Retry-After", "5");
    return reply;
}

Refusal refusal_of_status(int status) {
    switch (status) {
        case 408:
            return {Why::invalid, "request.timeout"};
        case 413:
            return {Why::invalid, "request.too_large"};
        case 417:
            return {Why::invalid, "request.expectation"};
        case 429:
            return {Why::invalid, "request.too_many"};
        case 431:
            return {Why::invalid, "request.header_too_large"};
        case 501:
            return {Why::invalid, "request.unsupported"};
        case 503:
            return {Why::busy, "house.broken"};
        default:
            return {Why::invalid, "request.malformed"};
    }
}

Reply problem_of_status(Texts const& texts, Request const& request, int status) {
    return problem(texts, request, refusal_of_status(status), status);
}

}  // namespace banshi::server
