#include "systems/sign_on/id_token.h"

#include <sodium.h>

#include <algorithm>

#include "systems/sign_on/signature.h"

namespace banshi::sign_on {

namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

constexpr auto clocks_differ = 60s;

Refusal bad(std::string const& what) { return {Why::unauthenticated, "sign_on.bad_token", what}; }

std::optional<json::object> object_of(std::string_view base64) {
    auto const text = read_base64url(base64);
    boost::system::error_code broken;
    auto const value = text ? json::parse(*text, broken) : json::value();
    if (broken || !value.is_object()) return {};
    return value.get_object();
}

// Seconds since 1970, as NumericDate of RFC 7519.
std::optional<Instant> moment(json::object const& from, std::string_view field) {
    auto const* value = from.if_contains(field);
    boost::system::error_code broken;
    auto const seconds = value ? value->to_number<std::int64_t>(broken) : 0;
    constexpr std::int64_t year_9999 = 253'402'300'799;
    if (!value || broken || seconds < 0 || seconds > year_9999) return {};
    return Instant{std::chrono::seconds{seconds}};
}

std::vector<std::string> texts(json::object const& from, std::string_view field) {
    std::vector<std::string> out;
    auto const* value = from.if_contains(field);
    if (value && value->is_string()) out.emplace_back(value->get_string());
    if (value && value->is_array())
        for (auto const& each : value->get_array())
            if (each.is_string()) out.emplace_back(each.get_string());
    return out;
}

// The key that the header names; where it names none, the only one of its kind.
std::optional<json::object> key_for(json::object const& header, json::object const& keys) {
    auto const kid = text_in(header, "kid");
    auto const kind = text_in(header, "alg") == "RS256" ? "RSA" : "EC";
    std::vector<json::object> fitting;
    auto const* all = keys.if_contains("keys");
    if (all && all->is_array())
        for (auto const& each : all->get_array()) {
            if (!each.is_object()) continue;
            auto const& key = each.get_object();
            bool const named = kid.empty() || text_in(key, "kid") == kid;
            bool const signs = text_in(key, "use").empty() || text_in(key, "use") == "sig";
            if (named && signs && text_in(key, "kty") == kind) fitting.push_back(key);
        }
    if (fitting.size() != 1) return {};
    return fitting.front();
}

Result<void> check(json::object const& claims, Expected const& expected) {
    if (text_in(claims, "iss") != expected.issuer) return bad("iss");
    auto const audience = texts(claims, "aud");
    if (std::ranges::count(audience, expected.client) == 0) return bad("aud");
    auto const party = text_in(claims, "azp");
    if (party.empty() ? audience.size() > 1 : party != expected.client) return bad("azp");
    auto const ends = moment(claims, "exp"), issued = moment(claims, "iat");
    if (!ends || expected.now >= *ends + clocks_differ) return bad("exp");
    if (!issued || *issued > expected.now + clocks_differ) return bad("iat");
    auto const begins = moment(claims, "nbf");
    if (begins && *begins > expected.now + clocks_differ) return bad("nbf");
    if (expected.nonce.empty() || text_in(claims, "nonce") != expected.nonce) return bad("nonce");
    auto const subject = text_in(claims, "sub");
    if (subject.empty() || subject.size() > 255) return bad("sub");
    return {};
}

}  // namespace

std::string base64url(std::string_view bytes) {
    auto const variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), variant);
    out.pop_back();
    return out;
}

std::optional<std::string> read_base64url(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                          text.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return {};
    out.resize(size);
    return out;
}

Result<Proven> read_id_token(std::string_view token, json::object const& keys,
                             Expected const& expected) {
    auto const first = token.find('.'), second = token.rfind('.');
    if (first == token.npos || second == first || token.size() > 16'000) return bad("form");
    auto const header = object_of(token.substr(0, first));
    auto const claims = object_of(token.substr(first + 1, second - first - 1));
    auto const signature = read_base64url(token.substr(second + 1));
    if (!header || !claims || !signature) return bad("form");
    auto const algorithm = text_in(*header, "alg");
    if (algorithm != "RS256" && algorithm != "ES256") return bad("alg");
    if (header->contains("crit")) return bad("crit");
    auto const key = key_for(*header, keys);
    if (!key) return Refusal{Why::unauthenticated, "sign_on.unknown_key", text_in(*header, "kid")};
    if (!fits_signature(algorithm, *key, token.substr(0, second), *signature))
        return bad("signature");
    TRY(check(*claims, expected));
    return Proven{text_in(*claims, "sub"), text_in(*claims, "acr"), texts(*claims, "amr")};
}

}  // namespace banshi::sign_on
