#include "engines/notices/adapters.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "engines/notices/http_post.h"

namespace banshi::notices {

namespace {

std::string in_json(std::string const& text) {
    auto const quoted = boost::json::serialize(boost::json::string(text));
    return quoted.substr(1, quoted.size() - 2);
}

// application/x-www-form-urlencoded, blanks as %20.
std::string in_form(std::string const& text) {
    std::string out;
    for (unsigned char const c : text)
        out += std::isalnum(c) && c < 0x80 ? std::string(1, char(c)) : fmt::format("%{:02X}", c);
    return out;
}

// One pass, so that braces in a message are no holes.
std::string filled(std::string const& body, Facts const& values) {
    std::string out;
    for (std::size_t at = 0; at < body.size();) {
        auto const end = body[at] == '{' ? body.find('}', at) : body.npos;
        auto const hole =
            end == body.npos ? values.end() : values.find(body.substr(at + 1, end - at - 1));
        out += hole == values.end() ? body.substr(at, 1) : hole->second;
        at = hole == values.end() ? at + 1 : end + 1;
    }
    return out;
}

Answer judged(Posted const& posted, std::string const& success) {
    if (posted.status == 0) return {Outcome::later, posted.trouble};
    auto const trouble = fmt::format("status {}", posted.status);
    bool const accepted = success.empty() || posted.body.find(success) != posted.body.npos;
    if (posted.status >= 200 && posted.status < 300)
        return accepted ? Answer{Outcome::sent} : Answer{Outcome::refused, "not_accepted"};
    // The gateway knows the id from an attempt whose answer was lost.
    if (posted.status == 409) return {Outcome::sent};
    if (posted.status == 408 || posted.status == 429 || posted.status >= 500)
        return {Outcome::later, trouble};
    return {Outcome::refused, trouble};
}

Answer post_to(Gateway const& gateway, Letter const& letter) {
    bool const json = gateway.body.starts_with("{\"");
    auto const written = [&](std::string const& text) {
        return json ? in_json(text) : in_form(text);
    };
    Facts const values{
        {"id", written(letter.id)}, {"phone", written(letter.to)}, {"text", written(letter.words)}};
    Post message{gateway.url,
                 filled(gateway.body, values),
                 {json ? "Content-Type: application/json"
                       : "Content-Type: application/x-www-form-urlencoded; charset=utf-8",
                  "Idempotency-Key: " + letter.id},
                 gateway.authorities,
                 gateway.timeout};
    if (!gateway.token.empty()) message.headers.push_back("Authorization: Bearer " + gateway.token);
    return judged(post(message), gateway.success);
}

}  // namespace

Adapter demo_outbox() {
    return {[](Letter const&) { return Answer{Outcome::sent}; }, true};
}

Adapter not_connected() {
    return {[](Letter const&) { return Answer{Outcome::refused, "not_connected"}; }};
}

Adapter http_gateway(Gateway gateway) {
    auto const slowest = gateway.timeout;
    return {
        [gateway = std::move(gateway)](Letter const& letter) { return post_to(gateway, letter); },
        false, slowest};
}

}  // namespace banshi::notices
