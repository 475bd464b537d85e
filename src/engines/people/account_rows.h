#pragma once
// The rows behind accounts.h and sessions.h; for this engine alone.

#include "engines/people/accounts.h"
#include "engines/people/contacts.h"

namespace banshi::people::rows {

struct AccountRow {
    AccountId id;
    AccountKind kind = AccountKind::staff;
    std::string login;  // of a citizen: keyed hash of the phone
    std::string name;
    std::string password = {};
    bool active = true;
    int failures = 0;  // wrong passwords since failing_since
    std::optional<Instant> failing_since = {};
    int locks = 0;  // in a row
    std::optional<Instant> locked_until = {};
    std::optional<Instant> last_log_in = {};
    PersonId person = {};
};

std::optional<AccountRow> find_account(Call&, AccountId const&);
std::optional<AccountRow> find_account(Call&, std::string const& login);
std::vector<AccountRow> list_accounts(Call&, AccountKind);
// Those of staff and devices that no entry of the record stands for.
std::vector<AccountId> list_unbound(Call&);
void set_bound(Call&, AccountId const&);
std::optional<Instant> opened_at(Call&, AccountId const&);
// False when the login is taken.
bool insert_account(Call&, AccountRow const&);
void update_account(Call&, AccountRow const&);

// A login that was tried and that nobody has.
struct UnknownLogin {
    std::string login;  // keyed hash
    int failures = 0;
    std::optional<Instant> failing_since = {};
    int locks = 0;
    std::optional<Instant> locked_until = {};
};
std::optional<UnknownLogin> find_unknown_login(Call&, int place);
// Whatever stood in the place goes.
void put_unknown_login(Call&, int place, UnknownLogin const&);

struct RoleRow {
    AccountId account;
    std::string role;
    std::string node;
};
std::vector<RoleAt> list_roles(Transaction&, District const&, AccountId const&);
std::vector<RoleRow> list_all_roles(Call&);
void replace_roles(Call&, AccountId const&, std::vector<RoleAt> const&);

// Both sealed, or empty.
std::optional<Contact> find_contact(Call&, AccountId const&);
void put_contact(Call&, AccountId const&, Contact const&);

struct SessionRow {
    std::string token;  // hash
    AccountId account;
    std::string csrf;
    Instant opened_at;
    Instant seen_at;
    Instant idles_at;
    Instant ends_at;
};
struct SessionOfAccount {
    AccountId account;
    AccountKind kind;
    std::string name;
    PersonId person;
    bool active;
    std::string csrf;
    Instant seen_at;
    Instant idles_at;
    Instant ends_at;
};
std::optional<SessionOfAccount> find_session(Transaction&, District const&,
                                             std::string const& token);
void insert_session(Call&, SessionRow const&);
// Moves the end of idleness along with the moment it was seen.
void move_session(Transaction&, District const&, std::string const& token, Instant seen_at,
                  Instant seen_before);
void delete_session(Call&, std::string const& token);
void delete_sessions(Call&, AccountId const&);
void delete_sessions_ended(Call&, Instant before, int limit);

struct CodeRow {
    std::string phone_lookup;
    std::string code;  // keyed hash; empty once used
    Instant sent_at;
    Instant ends_at;
    int tries;
    Day day;
    int sent_today;
};
std::optional<CodeRow> find_code(Call&, std::string const& phone_lookup);
void put_code(Call&, CodeRow const&);
void delete_codes_ended(Call&, Instant before, int limit);

}  // namespace banshi::people::rows
