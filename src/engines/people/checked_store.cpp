#include "engines/people/checked_rows.h"
#include "store/store.h"

namespace banshi::people::rows {

void put_check_code(Call& call, std::string const& code, Instant until) {
    call.tx.run(
        "INSERT INTO account_checks (district, account, code, code_ends, person, checked_by) "
        "VALUES (?, ?, ?, ?, '', '') ON CONFLICT (district, account) "
        "DO UPDATE SET code = excluded.code, code_ends = excluded.code_ends",
        call.district.name(), call.actor.account, code, until);
}

std::optional<AccountId> account_of_check(Call& call, std::string const& code) {
    return call.tx.one<AccountId>(
        "SELECT account FROM account_checks WHERE district = ? AND code = ? AND code_ends > ?",
        call.district.name(), code, call.now);
}

void put_checked(Call& call, AccountId const& account, Checked const& checked) {
    call.tx.run(
        "UPDATE account_checks SET code = '', person = ?, checked_at = ?, checked_by = ?, "
        "ends_at = ? WHERE district = ? AND account = ?",
        checked.person, checked.at, call.actor.account, checked.until, call.district.name(),
        account);
}

std::optional<Checked> find_checked(Call& call, AccountId const& account) {
    return call.tx.one<Checked>(
        "SELECT person, checked_at, ends_at FROM account_checks "
        "WHERE district = ? AND account = ? AND ends_at > ?",
        call.district.name(), account, call.now);
}

void delete_checks(Call& call, PersonId const& person) {
    call.tx.run("DELETE FROM account_checks WHERE district = ? AND person = ?",
                call.district.name(), person);
}

void delete_other_checks(Call& call, PersonId const& person, AccountId const& but) {
    call.tx.run("DELETE FROM account_checks WHERE district = ? AND person = ? AND account <> ?",
                call.district.name(), person, but);
}

}  // namespace banshi::people::rows
