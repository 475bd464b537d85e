#include "systems/sign_on/provider.h"

#include <fmt/format.h>

#include <atomic>
#include <map>
#include <mutex>

#include "store/secret_file.h"
#include "systems/sign_on/cas.h"

namespace banshi::sign_on {

namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 8s;      // for one answer
constexpr int most_at_once = 2;    // a slow provider must not hold up the hall
constexpr auto offer_age = 10min;  // after which it is asked for again
constexpr auto outcome_age = 10min;
constexpr std::size_t most_outcomes = 1'000;

struct Offer {  // what a provider says of itself
    std::string authorization, token, keys_url, end;
    json::object keys = {};
    Instant at;
};
struct Outcome {
    Result<Proven> proven;
    Instant at;
};

struct Memory {
    std::mutex mutex;
    std::map<std::string, Result<Offer>> offers;  // by issuer
    std::map<std::string, Outcome> outcomes;      // by state
};
Memory& memory() {
    static Memory only;
    return only;
}

std::atomic<int> conversations = 0;
class Turn {
public:
    Turn() : given(++conversations <= most_at_once) {}
    ~Turn() { --conversations; }
    Turn(Turn const&) = delete;
    bool const given;
};

Refusal unreachable(std::string const& trouble) {
    return {Why::busy, "sign_on.unreachable", trouble};
}
Refusal bad_provider(std::string const& what) { return {Why::busy, "sign_on.bad_provider", what}; }

std::string in_form(std::string_view text) {
    std::string out;
    for (unsigned char const c : text)
        out += std::isalnum(c) && c < 0x80 ? std::string(1, char(c)) : fmt::format("%{:02X}", c);
    return out;
}

using Fields = std::vector<std::pair<std::string, std::string>>;
std::string form(Fields const& fields) {
    std::string out;
    for (auto const& [name, value] : fields)
        out += (out.empty() ? "" : "&") + name + "=" + in_form(value);
    return out;
}
std::string address(std::string const& base, Fields const& fields) {
    return base + (base.find('?') == base.npos ? "?" : "&") + form(fields);
}

// Registered with the provider, letter for letter.
std::string way_back(District const& district) { return district.address() + "/console/"; }
std::string service_of(District const& district, Attempt const& attempt) {
    return address(way_back(district), {{"sign_on", attempt.state}});
}

Result<json::object> read(notices::Posted const& got) {
    if (got.status == 0) return unreachable(got.trouble);
    boost::system::error_code broken;
    auto const value = json::parse(got.body, broken);
    if (got.status >= 500) return unreachable(fmt::format("status {}", got.status));
    if (broken || !value.is_object() || got.status != 200) {
        auto const* error = value.is_object() ? value.get_object().if_contains("error") : nullptr;
        auto const word = error && error->is_string() ? std::string(error->get_string()) : "";
        return bad_provider(fmt::format("status {} {}", got.status, word));
    }
    return value.get_object();
}

Result<json::object> document(District const& district, std::string const& url) {
    auto const& authorities = district.policy<notices::Outside>().authorities;
    return read(notices::fetch(url, authorities, patience));
}

Result<Offer> ask_offer(Call& call, Provider const& provider) {
    auto const said =
        TRY(document(call.district, provider.url + "/.well-known/openid-configuration"));
    auto const text = [&](char const* field) {
        auto const* value = said.if_contains(field);
        return value && value->is_string() ? std::string(value->get_string()) : "";
    };
    if (text("issuer") != provider.url) return bad_provider("issuer");
    Offer offer{text("authorization_endpoint"),
                text("token_endpoint"),
                text("jwks_uri"),
                text("end_session_endpoint"),
                {},
                call.now};
    for (auto const& url : {offer.authorization, offer.token, offer.keys_url})
        if (!is_safe(url)) return bad_provider("address");
    if (!is_safe(offer.end)) offer.end.clear();
    offer.keys = TRY(document(call.district, offer.keys_url));
    return offer;
}

Result<Offer> known_offer(Provider const& provider) {
    auto& all = memory();
    std::lock_guard const lock(all.mutex);
    auto const found = all.offers.find(provider.url);
    return found == all.offers.end() ? Result<Offer>(Refusal{Why::busy, "sign_on.busy"})
                                     : found->second;
}

void remember(Provider const& provider, Result<Offer> offer) {
    auto& all = memory();
    std::lock_guard const lock(all.mutex);
    all.offers.insert_or_assign(provider.url, std::move(offer));
}

Result<Offer> offer_of(Call& call, Provider const& provider) {
    auto known = known_offer(provider);
    if (known && call.now - known.value().at < offer_age) return known;
    auto fresh = ask_offer(call, provider);
    remember(provider, fresh);
    return fresh;
}

// The token endpoint wants the client's secret where it has one (RFC 6749, 2.3.1).
Result<std::string> id_token(Call& call, Provider const& provider, Offer const& offer,
                             Attempt const& attempt, std::string const& code) {
    auto const& outside = call.district.policy<notices::Outside>();
    notices::Post message{
        offer.token,
        form({{"grant_type", "authorization_code"},
              {"code", code},
              {"redirect_uri", way_back(call.district)},
              {"client_id", *provider.client},
              {"code_verifier", attempt.verifier}}),
        {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"},
        outside.authorities,
        patience};
    if (provider.secret) {
        auto secret = read_secret_file(outside.secrets / *provider.secret);
        secret.erase(secret.find_last_not_of(" \r\n") + 1);
        message.body += "&" + form({{"client_secret", secret}});
    }
    auto const said = read(notices::post(message));
    if (!said && said.refusal().detail.ends_with("invalid_grant"))
        return Refusal{Why::unauthenticated, "sign_on.bad_ticket", "invalid_grant"};
    auto const body = TRY(Result(said));
    auto const* token = body.if_contains("id_token");
    if (!token || !token->is_string())
        return Refusal{Why::unauthenticated, "sign_on.bad_token", "none"};
    return std::string(token->get_string());
}

Result<Proven> ask_oidc(Call& call, Provider const& provider, Attempt const& attempt,
                        Came const& came) {
    auto offer = TRY(offer_of(call, provider));
    if (!came.issuer.empty() && came.issuer != provider.url)
        return Refusal{Why::unauthenticated, "sign_on.bad_token", "iss"};
    auto const token = TRY(id_token(call, provider, offer, attempt, came.code));
    Expected const expected{provider.url, *provider.client, attempt.nonce, call.now};
    auto who = read_id_token(token, offer.keys, expected);
    if (who || who.refusal().text != "sign_on.unknown_key") return who;
    // The provider may have changed its keys since: asked for once more, and not again.
    offer.keys = TRY(document(call.district, offer.keys_url));
    remember(provider, offer);
    who = read_id_token(token, offer.keys, expected);
    if (!who && who.refusal().text == "sign_on.unknown_key")
        return Refusal{Why::unauthenticated, "sign_on.bad_token", "kid"};
    return who;
}

Result<Proven> ask_cas(Call& call, Provider const& provider, Attempt const& attempt,
                       Came const& came) {
    auto const url =
        address(provider.url + "/p3/serviceValidate",
                {{"service", service_of(call.district, attempt)}, {"ticket", came.code}});
    auto const& authorities = call.district.policy<notices::Outside>().authorities;
    auto const got = notices::fetch(url, authorities, patience);
    if (got.status == 0) return unreachable(got.trouble);
    if (got.status != 200) return bad_provider(fmt::format("status {}", got.status));
    return read_service_response(got.body);
}

void remember(Attempt const& attempt, Result<Proven> who, Instant now) {
    auto& all = memory();
    std::lock_guard const lock(all.mutex);
    std::erase_if(all.outcomes,
                  [&](auto const& each) { return now - each.second.at >= outcome_age; });
    if (all.outcomes.size() < most_outcomes)
        all.outcomes.insert_or_assign(attempt.state, Outcome{std::move(who), now});
}

}  // namespace

void learn(Call& call, Provider const& provider) {
    if (provider.protocol == Protocol::cas) return;
    Turn const turn;
    if (turn.given) static_cast<void>(bool(offer_of(call, provider)));
}

void redeem(Call& call, Provider const& provider, Attempt const& attempt, Came const& came) {
    if (proven(call, attempt)) return;
    Turn const turn;
    if (!turn.given) return;
    auto const ask = provider.protocol == Protocol::oidc ? ask_oidc : ask_cas;
    remember(attempt, ask(call, provider, attempt, came), call.now);
}

Result<std::string> way_in(Call& call, Provider const& provider, Attempt const& attempt) {
    if (provider.protocol == Protocol::cas)
        return address(provider.url + "/login", {{"service", service_of(call.district, attempt)}});
    auto const offer = TRY(known_offer(provider));
    Fields fields{{"response_type", "code"},
                  {"scope", "openid"},
                  {"client_id", *provider.client},
                  {"redirect_uri", way_back(call.district)},
                  {"state", attempt.state},
                  {"nonce", attempt.nonce},
                  {"code_challenge", challenge_of(attempt.verifier)},
                  {"code_challenge_method", "S256"}};
    if (provider.acr)
        fields.emplace_back("acr_values", fmt::format("{}", fmt::join(*provider.acr, " ")));
    return address(offer.authorization, fields);
}

std::string way_out(Call& call, Provider const& provider) {
    if (provider.protocol == Protocol::cas)
        return address(provider.url + "/logout", {{"service", way_back(call.district)}});
    auto const offer = known_offer(provider);
    if (!offer || offer.value().end.empty()) return {};
    return address(offer.value().end, {{"client_id", *provider.client},
                                       {"post_logout_redirect_uri", way_back(call.district)}});
}

Result<Proven> proven(Call& call, Attempt const& attempt) {
    auto& all = memory();
    std::lock_guard const lock(all.mutex);
    auto const found = all.outcomes.find(attempt.state);
    if (found == all.outcomes.end() || call.now - found->second.at >= outcome_age)
        return Refusal{Why::busy, "sign_on.busy"};
    return found->second.proven;
}

}  // namespace banshi::sign_on
