#include "systems/supervision/open311.h"
#include "systems/supervision/open311_talk.h"

namespace banshi::supervision {

namespace open311 {

namespace {

constexpr std::size_t most_bytes = 32 * 1024 * 1024;  // three photos of 10 MB

bool is_open(District const& district) {
    return district.has<Settings>() && district.policy<Settings>().open311.has_value();
}

std::string jurisdiction_of(Asked const& asked) { return Parameters(asked).get("jurisdiction_id"); }

bool is_called(District const& district, std::string const& name) {
    return name == district.name() || name == district.policy<Settings>().open311->jurisdiction;
}

// The order of checks is part of what clients rely on: address, jurisdiction, key, and then what
// else may be wrong. Where the form cannot be read, it may have named the jurisdiction.
Result<District const*> place(Asked const& asked) {
    auto const address = TRY(address_of(asked));
    if (address.method == Method::discovery) return asked.open.front();
    auto const name = jurisdiction_of(asked);
    if (name.empty()) {
        if (asked.open.size() == 1) return asked.open.front();
        if (asked.unread) return *asked.unread;
        return missing("jurisdiction_id");
    }
    for (auto const* district : asked.open)
        if (is_called(*district, name)) return district;
    return not_found("open311.jurisdiction_not_found", "jurisdiction_id", name);
}

Told answered(Visit const& visit) {
    switch (visit.address.method) {
        case Method::discovery:
            return discovery(visit);
        case Method::services:
            return services(visit);
        case Method::service:
            return service(visit);
        case Method::requests:
            return requests(visit);
        case Method::request:
            return request(visit);
        case Method::post_request:
            return post_request(visit);
        case Method::token:
            return token(visit);
        case Method::updates:
            return updates(visit);
        case Method::post_update:
            return post_update(visit);
    }
    return Refusal{Why::not_found, "open311.address"};
}

// What the server says of itself is told in the words of this face.
Said refuse(Asked const& asked, Texts const& texts, Language language, Refusal const& refusal,
            int status) {
    auto own = refusal;
    if (refusal.text == "house.broken") own.text = "open311.broken";
    if (refusal.text == "request.malformed" || refusal.text.starts_with("form."))
        own.text = "open311.malformed";
    if (refusal.text == "request.unsupported_type") own.text = "open311.content_type";
    if (refusal.text == "route.method") own.text = "open311.method";
    if (own.text == "open311.content_type") status = 415;
    if (own.text == "open311.method") status = 405;
    return said(asked, {own}, texts, language, status);
}

// A wrong key is said whatever else is wrong, as far as a key can be read.
Refusal unread_or_wrong_key(Visit const& visit) {
    if (!visit.parameters.get("api_key").empty())
        if (auto const client = client_of(visit); !client) return client.refusal();
    return *visit.asked.unread;
}

Said serve(Call& call, Asked const& asked) {
    auto const address = address_of(asked);
    if (!address) return said(asked, {address.refusal()}, call.texts, call.language);
    Parameters const parameters(asked);
    auto const& settings = *call.district.policy<Settings>().open311;
    Visit const visit{call, asked, address.value(), parameters, settings};
    if (asked.unread)
        return refuse(asked, call.texts, call.language, unread_or_wrong_key(visit), 0);
    return said(asked, answered(visit), call);
}

}  // namespace

}  // namespace open311

Face open311_face() {
    return {.name = "open311",
            .most_bytes = open311::most_bytes,
            .open = open311::is_open,
            .place = open311::place,
            .serve = open311::serve,
            .refuse = open311::refuse};
}

}  // namespace banshi::supervision
