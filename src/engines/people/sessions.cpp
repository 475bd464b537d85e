#include "engines/people/sessions.h"

#include "engines/people/account_rows.h"
#include "engines/people/keys.h"
#include "engines/people/policy.h"
#include "engines/people/second_factor.h"
#include "engines/people/second_factor_rows.h"
#include "store/store.h"

namespace banshi::people {

using namespace std::chrono_literals;

namespace {

// A session in use is noted once a minute, not with every request.
constexpr auto noted_every = 1min;

Actor::Kind kind_of(AccountKind kind) {
    switch (kind) {
        case AccountKind::staff:
            return Actor::Kind::staff;
        case AccountKind::device:
            return Actor::Kind::device;
        case AccountKind::citizen:
            return Actor::Kind::citizen;
    }
    return Actor::Kind::visitor;
}

// A role that the district no longer knows gives nothing.
std::vector<Grant> grants_of(Policy const& policy, std::vector<RoleAt> const& roles) {
    std::vector<Grant> grants;
    for (auto const& [id, node] : roles)
        if (auto const* role = policy.role(id))
            for (auto const& right : role->rights) grants.push_back({right, node});
    return grants;
}

struct Lengths {
    std::chrono::minutes idle, whole;
};

Lengths lengths(SessionRules const& rules, AccountKind kind) {
    switch (kind) {
        case AccountKind::staff:
            return {Minutes{rules.staff_idle_minutes}, std::chrono::hours{rules.staff_hours}};
        case AccountKind::device:
            return {24h * rules.device_days, 24h * rules.device_days};
        case AccountKind::citizen:
            return {24h * rules.citizen_days, 24h * rules.citizen_days};
    }
    return {};
}

}  // namespace

std::optional<Session> actor_of(Transaction& tx, District const& district, std::string_view token,
                                Instant now) {
    if (token.empty()) return {};
    auto const found = rows::find_session(tx, district, token_hash(token));
    if (!found || !found->active || now >= found->idles_at || now >= found->ends_at) return {};

    Actor actor{kind_of(found->kind), found->account, found->person, found->name};
    // Staff whose role asks for a second factor may first of all set it up, and nothing else.
    bool const lacks = found->kind == AccountKind::staff &&
                       lacks_second_factor(tx, district, found->account) &&
                       !rows::is_strong_session(tx, district, token_hash(token));
    if (found->kind != AccountKind::citizen && !lacks)
        actor.grants =
            grants_of(district.policy<Policy>(), rows::list_roles(tx, district, found->account));
    actor.session = token_hash(token);
    return Session{std::move(actor), found->csrf, found->ends_at,
                   now - found->seen_at >= noted_every};
}

void keep_alive(Transaction& tx, District const& district, std::string_view token, Instant now) {
    rows::move_session(tx, district, token_hash(token), now, now - noted_every);
}

FreshSession open_session(Call& call, AccountId const& account, AccountKind kind) {
    auto const [idle, whole] = lengths(call.district.policy<Policy>().sessions, kind);
    FreshSession fresh{fresh_token(call.random), fresh_token(call.random, 16), call.now + whole};
    rows::insert_session(call, {token_hash(fresh.token), account, fresh.csrf, call.now, call.now,
                                call.now + idle, fresh.ends});
    return fresh;
}

std::string account_topic(AccountId const& account) { return "account/" + account.text; }

void close_session(Call& call) {
    rows::delete_session(call, call.actor.session);
    call.tx.announce(account_topic(call.actor.account));
}

void close_sessions(Call& call, AccountId const& account) {
    rows::delete_sessions(call, account);
    call.tx.announce(account_topic(account));
}

void forget_ended(Call& call, int limit) {
    rows::delete_sessions_ended(call, call.now - 24h, limit);
    rows::delete_codes_ended(call, call.now - 24h, limit);
    rows::delete_strong_sessions_ended(call, call.now - 24h, limit);
}

}  // namespace banshi::people
