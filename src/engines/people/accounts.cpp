#include "engines/people/accounts.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/people/attempts.h"
#include "engines/people/bound_accounts.h"
#include "engines/people/identity.h"
#include "engines/people/orgs.h"
#include "engines/people/policy.h"
#include "engines/people/second_factor_rows.h"
#include "store/store.h"

namespace banshi::people {

namespace {

bool is_login(std::string_view text) {
    return text.size() >= 2 && text.size() <= 40 && std::ranges::all_of(text, [](unsigned char c) {
               return std::islower(c) || std::isdigit(c) || c == '.' || c == '-' || c == '_';
           });
}

Result<void> check_roles(Call& call, std::vector<RoleAt> const& roles) {
    auto const own = node(call.district);
    for (auto const& [role, at] : roles) {
        bool const within = at == "/" || at == own || at.starts_with(own + "/");
        if (!call.district.policy<Policy>().role(role) || !within || at.size() > 200)
            return Refusal{Why::invalid,
                           "account.bad_role",
                           role + " at " + at,
                           "roles",
                           {{"role", role}, {"node", at}}};
    }
    return {};
}

Result<rows::AccountRow> account_of(Call& call, AccountId const& id) {
    auto account = rows::find_account(call, id);
    if (!account || account->kind == AccountKind::citizen)
        return Refusal{Why::not_found, "account.not_found", id.text};
    return *std::move(account);
}

Account shown(rows::AccountRow const& row, std::vector<RoleAt> roles) {
    return {row.id,     row.kind,         row.login,       row.name,
            row.active, row.locked_until, row.last_log_in, std::move(roles)};
}

}  // namespace

Result<AccountId> create_account(Call& call, NewAccount const& form) {
    if (!is_login(form.login)) return Refusal{Why::invalid, "account.bad_login", {}, "login"};
    auto const name = TRY(normalise_name(form.name));
    TRY(check_roles(call, form.roles));
    rows::AccountRow account{call.fresh<AccountId>(), form.kind, form.login, name};
    if (form.kind == AccountKind::staff) {
        auto const& rules = call.district.policy<Policy>().passwords;
        TRY(may_choose(form.password, form.login, rules, "password"));
        account.password = password_hash(form.login, form.password);
    }
    if (!rows::insert_account(call, account))
        return Refusal{Why::conflict, "account.login_taken", form.login, "login"};
    rows::replace_roles(call, account.id, form.roles);
    bind_account(call, account.id);
    return account.id;
}

FreshSession issue_device_token(Call& call, AccountId const& id) {
    close_sessions(call, id);
    return open_session(call, id, AccountKind::device);
}

std::optional<Account> find_account(Call& call, AccountId const& id) {
    auto const row = rows::find_account(call, id);
    if (!row || row->kind == AccountKind::citizen) return {};
    return shown(*row, rows::list_roles(call.tx, call.district, id));
}

std::optional<Account> find_account(Call& call, std::string_view login) {
    auto const row = rows::find_account(call, lower(login));
    if (!row || row->kind == AccountKind::citizen) return {};
    return shown(*row, rows::list_roles(call.tx, call.district, row->id));
}

std::vector<Account> list_accounts(Call& call) {
    std::vector<Account> accounts;
    for (auto const kind : {AccountKind::staff, AccountKind::device})
        for (auto const& row : rows::list_accounts(call, kind)) accounts.push_back(shown(row, {}));
    std::ranges::sort(accounts, {}, &Account::id);
    for (auto const& [id, role, node] : rows::list_all_roles(call)) {
        auto const at = std::ranges::lower_bound(accounts, id, {}, &Account::id);
        if (at != accounts.end() && at->id == id) at->roles.push_back({role, node});
    }
    std::ranges::sort(accounts, {}, &Account::login);
    return accounts;
}

static std::optional<rows::AccountRow> staff_of(Call& call, std::string_view login) {
    auto account = rows::find_account(call, lower(login));
    bool const known = account && account->kind == AccountKind::staff && account->active;
    return known ? account : std::nullopt;
}

void weigh_password(Call& call, std::string_view login, std::string_view password) {
    auto const account = staff_of(call, login);
    password_fits(account ? account->password : "", lower(login), password);
}

static bool would_do(Call& call, std::string_view password, std::string_view login) {
    return bool(may_choose(password, login, call.district.policy<Policy>().passwords, ""));
}

void weigh_own_password(Call& call, std::string_view old_password, std::string_view new_password) {
    auto const account = rows::find_account(call, call.actor.account);
    if (!account || account->kind != AccountKind::staff) return;
    bool const fits = password_fits(account->password, account->login, old_password);
    if (fits && would_do(call, new_password, account->login))
        hash_ahead(account->login, new_password);
}

void weigh_new_password(Call& call, std::string_view login, std::string_view password) {
    if (would_do(call, password, login)) hash_ahead(login, password);
}

Result<FreshSession> log_in(Call& call, std::string_view login, std::string_view password,
                            std::optional<std::string_view> code) {
    auto account = staff_of(call, login);
    if (!account) return refuse_nobody(call, lower(login), password);
    TRY(check_password(call, *account, password, "password"));
    TRY(check_second_factor(call, *account, code));
    settle(*account);
    account->last_log_in = call.now;
    rows::update_account(call, *account);
    return open_session(call, account->id, account->kind);
}

Result<FreshSession> change_password(Call& call, std::string_view old_password,
                                     std::string_view new_password) {
    auto account = TRY(account_of(call, call.actor.account));
    TRY(check_password(call, account, old_password, "old_password"));
    settle(account);
    auto const& rules = call.district.policy<Policy>().passwords;
    TRY(may_choose(new_password, account.login, rules, "new_password"));
    if (old_password == new_password)
        return Refusal{Why::invalid, "account.same_password", {}, "new_password"};
    account.password = password_hash(account.login, new_password);
    rows::update_account(call, account);
    bind_account(call, account.id);
    close_sessions(call, account.id);
    return open_session(call, account.id, account.kind);
}

Result<void> set_password(Call& call, AccountId const& id, std::string_view password) {
    auto account = TRY(account_of(call, id));
    if (account.kind != AccountKind::staff)
        return Refusal{Why::not_found, "account.not_found", id.text};
    auto const& rules = call.district.policy<Policy>().passwords;
    TRY(may_choose(password, account.login, rules, "password"));
    account.password = password_hash(account.login, password);
    settle(account);
    rows::update_account(call, account);
    bind_account(call, id);
    close_sessions(call, id);
    return {};
}

Result<void> set_roles(Call& call, AccountId const& id, std::vector<RoleAt> const& roles) {
    TRY(account_of(call, id));
    TRY(check_roles(call, roles));
    rows::replace_roles(call, id, roles);
    bind_account(call, id);
    call.tx.announce(account_topic(id));
    return {};
}

Result<void> unlock(Call& call, AccountId const& id) {
    auto account = TRY(account_of(call, id));
    settle(account);
    rows::update_account(call, account);
    return {};
}

Result<void> set_active(Call& call, AccountId const& id, bool active) {
    auto account = TRY(account_of(call, id));
    if (id == call.actor.account) return Refusal{Why::conflict, "account.own", id.text};
    account.active = active;
    rows::update_account(call, account);
    bind_account(call, id);
    if (!active) close_sessions(call, id);
    return {};
}

}  // namespace banshi::people
