#include "engines/people/account_rows.h"
#include "store/store.h"

namespace banshi::people::rows {

std::optional<AccountRow> find_account(Call& call, AccountId const& id) {
    return call.tx.one<AccountRow>(
        "SELECT id, kind, login, name, password, active, failures, failing_since, locks, "
        "locked_until, last_log_in, person FROM accounts WHERE district = ? AND id = ?",
        call.district.name(), id);
}

std::optional<AccountRow> find_account(Call& call, std::string const& login) {
    return call.tx.one<AccountRow>(
        "SELECT id, kind, login, name, password, active, failures, failing_since, locks, "
        "locked_until, last_log_in, person FROM accounts WHERE district = ? AND login = ?",
        call.district.name(), login);
}

std::vector<AccountRow> list_accounts(Call& call, AccountKind kind) {
    return call.tx.all<AccountRow>(
        "SELECT id, kind, login, name, password, active, failures, failing_since, locks, "
        "locked_until, last_log_in, person FROM accounts WHERE district = ? AND kind = ?",
        call.district.name(), kind);
}

std::vector<AccountId> list_unbound(Call& call) {
    return call.tx.all<AccountId>(
        "SELECT id FROM accounts WHERE district = ? AND kind IN ('staff', 'device') AND bound = 0 "
        "ORDER BY id",
        call.district.name());
}

void set_bound(Call& call, AccountId const& id) {
    call.tx.run("UPDATE accounts SET bound = 1 WHERE district = ? AND id = ?", call.district.name(),
                id);
}

std::optional<Instant> opened_at(Call& call, AccountId const& id) {
    return call.tx.one<Instant>("SELECT created_at FROM accounts WHERE district = ? AND id = ?",
                                call.district.name(), id);
}

bool insert_account(Call& call, AccountRow const& account) {
    return call.tx.changed(
               "INSERT INTO accounts (district, id, kind, login, name, password, active, failures, "
               "locks, person, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?) "
               "ON CONFLICT (district, login) DO NOTHING",
               call.district.name(), account.id, account.kind, account.login, account.name,
               account.password, account.active, account.person, call.now) == 1;
}

void update_account(Call& call, AccountRow const& account) {
    call.tx.run(
        "UPDATE accounts SET name = ?, password = ?, active = ?, failures = ?, failing_since = ?, "
        "locks = ?, locked_until = ?, last_log_in = ?, person = ? WHERE district = ? AND id = ?",
        account.name, account.password, account.active, account.failures, account.failing_since,
        account.locks, account.locked_until, account.last_log_in, account.person,
        call.district.name(), account.id);
}

std::optional<UnknownLogin> find_unknown_login(Call& call, int place) {
    return call.tx.one<UnknownLogin>(
        "SELECT login, failures, failing_since, locks, locked_until FROM unknown_logins "
        "WHERE district = ? AND place = ?",
        call.district.name(), place);
}

void put_unknown_login(Call& call, int place, UnknownLogin const& tried) {
    call.tx.run(
        "INSERT INTO unknown_logins (district, place, login, failures, failing_since, locks, "
        "locked_until) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, place) DO UPDATE SET login = excluded.login, "
        "failures = excluded.failures, failing_since = excluded.failing_since, "
        "locks = excluded.locks, locked_until = excluded.locked_until",
        call.district.name(), place, tried.login, tried.failures, tried.failing_since, tried.locks,
        tried.locked_until);
}

std::vector<RoleAt> list_roles(Transaction& tx, District const& district,
                               AccountId const& account) {
    return tx.all<RoleAt>("SELECT role, node FROM account_roles WHERE district = ? AND account = ?",
                          district.name(), account);
}

std::vector<RoleRow> list_all_roles(Call& call) {
    return call.tx.all<RoleRow>("SELECT account, role, node FROM account_roles WHERE district = ?",
                                call.district.name());
}

void replace_roles(Call& call, AccountId const& account, std::vector<RoleAt> const& roles) {
    call.tx.run("DELETE FROM account_roles WHERE district = ? AND account = ?",
                call.district.name(), account);
    for (auto const& [role, node] : roles)
        call.tx.run(
            "INSERT INTO account_roles (district, account, role, node) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (district, account, role, node) DO NOTHING",
            call.district.name(), account, role, node);
}

std::optional<Contact> find_contact(Call& call, AccountId const& account) {
    return call.tx.one<Contact>(
        "SELECT phone, email FROM account_contacts WHERE district = ? AND account = ?",
        call.district.name(), account);
}

void put_contact(Call& call, AccountId const& account, Contact const& contact) {
    call.tx.run(
        "INSERT INTO account_contacts (district, account, phone, email) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, account) DO UPDATE SET phone = excluded.phone, "
        "email = excluded.email",
        call.district.name(), account, contact.phone, contact.email);
}

}  // namespace banshi::people::rows
