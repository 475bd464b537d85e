#include <map>
#include <set>

#include "engines/people/accounts.h"
#include "engines/people/orgs.h"
#include "systems/sign_on/rows.h"

namespace banshi::sign_on {

namespace {

constexpr int deeds_shown = 100;

// Nobody links what lies outside the own part of the tree.
Result<people::Account> touchable(Call& call, AccountId const& id) {
    auto account = people::find_account(call, id);
    if (!account || account->kind != people::AccountKind::staff)
        return Refusal{Why::not_found, "account.not_found", id.text};
    for (auto const& [role, node] : account->roles) TRY(people::may(call, manage, node));
    return *std::move(account);
}

Result<std::string> issuer_of(Call& call, std::string const& provider) {
    auto const* found = call.district.policy<Settings>().find(provider);
    if (found) return found->url;
    return Refusal{Why::not_found, "sign_on.no_provider", provider, "provider"};
}

// The name that the settings give it today; its address where they have it no more.
std::string provider_at(Call& call, std::string const& issuer) {
    for (auto const& each : call.district.policy<Settings>().providers)
        if (each.url == issuer) return each.id;
    return issuer;
}

LinkList shown(Call& call, AccountId const& account) {
    LinkList list;
    for (auto const& each : rows::list_links(call, account))
        list.links.push_back({provider_at(call, each.issuer), each.subject, each.linked_at});
    return list;
}

void note(Call& call, What what, rows::Link const& link) {
    rows::insert_deed(call, {call.fresh<AccountId>().text, call.now, what, link.account,
                             call.actor.account, link.issuer, link.subject});
}

}  // namespace

Result<LinkList> list_links(Call& call, ListLinks const& form) {
    TRY(touchable(call, form.account));
    return shown(call, form.account);
}

Result<LinkList> link_identity(Call& call, LinkIdentity const& form) {
    TRY(touchable(call, form.account));
    auto const issuer = TRY(issuer_of(call, form.provider));
    if (form.account == call.actor.account)
        return Refusal{Why::conflict, "account.own", form.account.text};
    auto const first = form.subject.find_first_not_of(" \t\r\n");
    if (first == form.subject.npos || form.subject.size() > 255)
        return Refusal{Why::invalid, "sign_on.subject_missing", {}, "subject"};
    auto const last = form.subject.find_last_not_of(" \t\r\n");
    rows::Link const link{issuer, form.subject.substr(first, last - first + 1), form.account,
                          call.now};
    if (!rows::insert_link(call, link))
        return Refusal{Why::conflict, "sign_on.taken", link.subject, "subject"};
    note(call, What::linked, link);
    return shown(call, form.account);
}

Result<LinkList> unlink_identity(Call& call, UnlinkIdentity const& form) {
    TRY(touchable(call, form.account));
    // The address itself, where the settings no longer have the provider.
    auto const known = issuer_of(call, form.provider);
    rows::Link const link{known ? known.value() : form.provider, form.subject, form.account,
                          call.now};
    if (!rows::delete_link(call, link))
        return Refusal{Why::not_found, "sign_on.no_link", link.subject};
    people::close_sessions(call, form.account);
    note(call, What::unlinked, link);
    return shown(call, form.account);
}

Result<SignOnList> list_sign_ons(Call& call, ListSignOns const&) {
    std::map<AccountId, std::string> names;
    std::set<AccountId> outside;  // the own part of the tree
    for (auto const& account : people::list_accounts(call)) {
        names[account.id] = account.name;
        for (auto const& [role, node] : account.roles)
            if (!people::may(call, see_log, node)) outside.insert(account.id);
    }
    SignOnList list;
    for (auto const& each : rows::list_deeds(call, deeds_shown))
        if (!outside.contains(each.account))
            list.deeds.push_back({each.at, each.deed, names[each.account], names[each.actor],
                                  provider_at(call, each.issuer), each.subject});
    return list;
}

}  // namespace banshi::sign_on
