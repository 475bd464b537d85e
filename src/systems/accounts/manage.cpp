#include "engines/people/contacts.h"
#include "engines/people/policy.h"
#include "engines/people/second_factor.h"
#include "systems/accounts/accounts.h"
#include "systems/accounts/told.h"

namespace banshi::accounts {

namespace {

AccountShown shown(people::Account const& account, std::set<AccountId> const& with_factor) {
    AccountShown out{account.id,     account.kind,         account.login,       account.name,
                     account.active, account.locked_until, account.last_log_in, {}};
    out.second_factor = with_factor.contains(account.id);
    for (auto const& [role, node] : account.roles) out.roles.push_back({role, node});
    return out;
}

std::vector<people::RoleAt> roles_of(std::vector<GrantForm> const& forms) {
    std::vector<people::RoleAt> roles;
    for (auto const& [role, node] : forms) roles.push_back({role, node});
    return roles;
}

// Nobody gives or takes what lies outside the own part of the tree.
Result<void> may_touch(Call& call, std::vector<people::RoleAt> const& roles) {
    for (auto const& [role, node] : roles) TRY(people::may(call, manage, node));
    return {};
}

Result<people::Account> touchable(Call& call, AccountId const& id) {
    auto account = people::find_account(call, id);
    if (!account) return Refusal{Why::not_found, "account.not_found", id.text};
    TRY(may_touch(call, account->roles));
    return *std::move(account);
}

Result<AccountShown> again(Call& call, AccountId const& id) {
    return shown(people::find_account(call, id).value(), people::with_second_factor(call));
}

}  // namespace

Result<AccountList> list_accounts(Call& call, ListAccounts const&) {
    AccountList list;
    auto const with_factor = people::with_second_factor(call);
    for (auto const& account : people::list_accounts(call))
        if (may_touch(call, account.roles)) list.accounts.push_back(shown(account, with_factor));
    return list;
}

Result<RoleList> list_roles(Call& call, ListRoles const&) {
    RoleList list;
    for (auto const& [id, name, name_en, rights] : call.district.policy<people::Policy>().roles)
        list.roles.push_back({id, name, name_en, rights});
    return list;
}

Result<AccountShown> create_account(Call& call, CreateAccount const& form) {
    if (form.kind == people::AccountKind::citizen)
        return Refusal{Why::invalid, "account.not_by_hand", {}, "kind"};
    auto const roles = roles_of(form.roles);
    TRY(may_touch(call, roles));
    auto const made = TRY(people::create_account(
        call, {form.kind, form.login, form.name, form.password.value_or(""), roles}));
    return again(call, made);
}

Result<AccountShown> set_grants(Call& call, SetGrants const& form) {
    TRY(touchable(call, form.account));
    auto const roles = roles_of(form.roles);
    TRY(may_touch(call, roles));
    if (form.account == call.actor.account)
        return Refusal{Why::conflict, "account.own", form.account.text};
    TRY(people::set_roles(call, form.account, roles));
    return again(call, form.account);
}

Result<AccountShown> set_password(Call& call, SetPassword const& form) {
    TRY(touchable(call, form.account));
    TRY(people::set_password(call, form.account, form.password));
    tell_owner(call, form.account, "password");
    return again(call, form.account);
}

Result<AccountShown> remove_second_factor(Call& call, AtAccount const& form) {
    TRY(touchable(call, form.account));
    TRY(people::remove_second_factor(call, form.account));
    tell_owner(call, form.account, "factor_off");
    return again(call, form.account);
}

Result<AccountShown> unlock_account(Call& call, AtAccount const& form) {
    TRY(touchable(call, form.account));
    TRY(people::unlock(call, form.account));
    return again(call, form.account);
}

Result<AccountShown> deactivate_account(Call& call, AtAccount const& form) {
    TRY(touchable(call, form.account));
    TRY(people::set_active(call, form.account, false));
    return again(call, form.account);
}

Result<AccountShown> activate_account(Call& call, AtAccount const& form) {
    TRY(touchable(call, form.account));
    TRY(people::set_active(call, form.account, true));
    return again(call, form.account);
}

Result<DeviceToken> issue_device_token(Call& call, AtAccount const& form) {
    auto const account = TRY(touchable(call, form.account));
    if (account.kind != people::AccountKind::device)
        return Refusal{Why::conflict, "account.no_device", form.account.text};
    auto const fresh = people::issue_device_token(call, form.account);
    return DeviceToken{fresh.token, fresh.ends};
}

static ContactShown contact_of(Call& call, AccountId const& id) {
    auto const [phone, email] = people::contact_of(call, id);
    return {phone, email};
}

// Citizens are reached at the phone that they logged in with, and devices not at all.
static Result<void> is_staff(Call& call) {
    if (call.actor.kind == Actor::Kind::staff) return {};
    return Refusal{Why::unauthenticated, "session.missing"};
}

Result<ContactShown> see_contact(Call& call, SeeContact const&) {
    TRY(is_staff(call));
    return contact_of(call, call.actor.account);
}

Result<ContactShown> set_contact(Call& call, SetContact const& form) {
    TRY(is_staff(call));
    TRY(people::set_contact(call, call.actor.account, {form.phone, form.email}));
    return contact_of(call, call.actor.account);
}

Result<ContactShown> see_account_contact(Call& call, AtAccount const& form) {
    TRY(touchable(call, form.account));
    return contact_of(call, form.account);
}

Result<ContactShown> set_account_contact(Call& call, SetAccountContact const& form) {
    TRY(touchable(call, form.account));
    TRY(people::set_contact(call, form.account, {form.phone, form.email}));
    return contact_of(call, form.account);
}

}  // namespace banshi::accounts
