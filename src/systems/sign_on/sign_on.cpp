#include "systems/sign_on/sign_on.h"

#include <algorithm>

#include "engines/people/keys.h"
#include "engines/people/proof.h"
#include "systems/sign_on/provider.h"
#include "systems/sign_on/rows.h"

namespace banshi::sign_on {

namespace {

Result<Provider> provider_of(Call& call, std::string const& id) {
    auto const* found = call.district.policy<Settings>().find(id);
    if (found) return *found;
    return Refusal{Why::not_found, "sign_on.no_provider", id};
}

// The provider asked for more than a password, as the settings want to see it said.
bool is_strong(Provider const& provider, Proven const& who) {
    if (provider.second_factor == Factor::ours) return false;
    if (!provider.acr && !provider.amr) return true;
    auto const has = [](std::optional<std::vector<std::string>> const& wanted,
                        std::string const& word) {
        return wanted && std::ranges::count(*wanted, word) > 0;
    };
    return has(provider.acr, who.acr) ||
           std::ranges::any_of(who.amr, [&](auto const& each) { return has(provider.amr, each); });
}

// Who came back: from the provider just now, or kept while our second factor was asked for.
Result<rows::Attempt> arrived(Call& call, Attempt const& attempt, Provider const& provider) {
    auto const hash = people::token_hash(attempt.state);
    if (auto const kept = rows::find_attempt(call, hash)) {
        if (kept->used) return Refusal{Why::conflict, "sign_on.used"};
        return *kept;
    }
    auto const who = TRY(proven(call, attempt));
    return rows::Attempt{hash,  provider.url, who.subject, is_strong(provider, who),
                         false, attempt.ends};
}

}  // namespace

Result<ProviderList> list_providers(Call& call, ListProviders const&) {
    ProviderList list;
    for (auto const& each : call.district.policy<Settings>().providers)
        list.providers.push_back({each.id, each.name, each.name_en});
    return list;
}

void prepare_begin(Call& call, BeginSignOn const& form) {
    if (auto const provider = provider_of(call, form.provider)) learn(call, provider.value());
}

Result<SignOnBegun> begin_sign_on(Call& call, BeginSignOn const& form) {
    auto const provider = TRY(provider_of(call, form.provider));
    auto const attempt = fresh_attempt(call, form.provider);
    auto const address = TRY(way_in(call, provider, attempt));
    return SignOnBegun{address, sealed(attempt, call.random)};
}

void prepare_finish(Call& call, FinishSignOn const& form) {
    auto const attempt = opened(call, form.attempt, form.state);
    if (!attempt || form.error || !form.came) return;
    auto const provider = provider_of(call, attempt.value().provider);
    if (!provider) return;
    if (rows::find_attempt(call, people::token_hash(attempt.value().state))) return;
    redeem(call, provider.value(), attempt.value(), {*form.came, form.issuer.value_or("")});
}

Result<SignedOn> finish_sign_on(Call& call, FinishSignOn const& form) {
    auto const attempt = TRY(opened(call, form.attempt, form.state));
    if (form.error || !form.came)
        return Refusal{Why::unauthenticated, "sign_on.declined", form.error.value_or("")};
    auto const provider = TRY(provider_of(call, attempt.provider));
    auto who = TRY(arrived(call, attempt, provider));
    auto const link = rows::find_link(call, who.issuer, who.subject);
    if (!link)
        return Refusal{Why::forbidden,
                       "sign_on.unknown_identity",
                       {},
                       "",
                       {{"subject", who.subject}, {"provider", provider.name}}};
    auto const fresh = people::log_in_by_proof(call, link->account, who.strong, form.second_factor);
    who.used = bool(fresh);
    rows::put_attempt(call, who);
    if (!fresh) {
        auto refusal = fresh.refusal();
        refusal.keeps = true;  // the provider takes its code but once, ours may need a second try
        if (refusal.field == "code") refusal.field = "second_factor";
        return refusal;
    }
    rows::insert_deed(call, {call.fresh<AccountId>().text, call.now, What::signed_on, link->account,
                             link->account, who.issuer, who.subject});
    auto const out = way_out(call, provider);
    auto const& [token, csrf, ends] = fresh.value();
    return SignedOn{token, csrf, ends, out.empty() ? std::nullopt : std::optional(out)};
}

Result<SignOnsForgotten> forget_sign_ons(Call& call, ForgetSignOns const&) {
    rows::delete_attempts_ended(call, call.now - std::chrono::hours{24}, 1'000);
    return SignOnsForgotten{};
}

}  // namespace banshi::sign_on
