#pragma once
// Accounts 账号: of staff (login and password), of devices (a token made once) and of citizens
// (a phone and a code by message). What an account may do is its roles, each at a node.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engines/people/passwords.h"
#include "engines/people/sessions.h"
#include "store/call.h"

namespace banshi::people {

struct RoleAt {  // 授权
    std::string role;
    std::string node;
};

struct NewAccount {
    AccountKind kind;   // staff or device
    std::string login;  // letters, digits, dots, hyphens; lower case
    std::string name;
    std::string password;  // of staff
    std::vector<RoleAt> roles;
};
// Refuses account.login_taken, account.bad_login, account.weak_password (staff), account.bad_role.
Result<AccountId> create_account(Call&, NewAccount const&);
// The token of a device, told once; the earlier one ends.
FreshSession issue_device_token(Call&, AccountId const&);

struct Account {
    AccountId id;
    AccountKind kind;
    std::string login;
    std::string name;
    bool active;
    std::optional<Instant> locked_until;
    std::optional<Instant> last_log_in;
    std::vector<RoleAt> roles;
};
std::optional<Account> find_account(Call&, AccountId const&);
std::optional<Account> find_account(Call&, std::string_view login);
std::vector<Account> list_accounts(Call&);  // staff and devices, by login

// Of staff; with a code where the account has a second factor. Refuses account.wrong_password,
// account.wrong_code or account.locked, which keep their count of failures (Refusal::keeps), and
// account.code_needed, account.code_used.
Result<FreshSession> log_in(Call&, std::string_view login, std::string_view password,
                            std::optional<std::string_view> code = {});
// The slow part of log_in, to be done beforehand where nobody waits for it.
void weigh_password(Call&, std::string_view login, std::string_view password);
// And that of what the actor confirms by the own password, or changes it with; nothing of others.
void weigh_own_password(Call&, std::string_view old_password, std::string_view new_password = {});
// And that of giving an account its password.
void weigh_new_password(Call&, std::string_view login, std::string_view password);
// Of the actor's own account. Ends all its sessions and opens a new one.
Result<FreshSession> change_password(Call&, std::string_view old_password,
                                     std::string_view new_password);
// By an administrator; ends all sessions of the account.
Result<void> set_password(Call&, AccountId const&, std::string_view password);
Result<void> set_roles(Call&, AccountId const&, std::vector<RoleAt> const&);
Result<void> unlock(Call&, AccountId const&);
// Ends its sessions too. Nobody switches off the own account: account.own.
Result<void> set_active(Call&, AccountId const&, bool active);

// ---- citizens

// A fresh code of six digits for this phone, to be sent by the caller. Refuses
// person.bad_phone, code.too_soon, code.too_many.
Result<std::string> request_code(Call&, std::string_view phone);
// Refuses code.wrong, code.expired (410); the refusal keeps its count of tries.
Result<FreshSession> log_in_by_code(Call&, std::string_view phone, std::string_view code);
// After a booking: ties the citizen who has logged in to the person booked for, once, and only
// when the phone is the person's. Does nothing for all others.
void bind_person(Call&, PersonId const&);
// lookup_hash("phone", ...) of the telephone that a citizen's account was opened with; none of
// other accounts.
std::optional<std::string> phone_lookup_of(Call&, AccountId const&);
// Of an account that exists.
std::optional<Instant> opened_at(Call&, AccountId const&);

}  // namespace banshi::people
