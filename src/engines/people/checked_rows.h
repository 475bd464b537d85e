#pragma once
// The rows behind checked.h; for this engine alone.

#include "engines/people/checked.h"

namespace banshi::people::rows {

void put_check_code(Call&, std::string const& code, Instant until);  // of the actor's account
// Whose code it is, while it is good.
std::optional<AccountId> account_of_check(Call&, std::string const& code);
void put_checked(Call&, AccountId const&, Checked const&);
std::optional<Checked> find_checked(Call&, AccountId const&);
void delete_checks(Call&, PersonId const&);
void delete_other_checks(Call&, PersonId const&, AccountId const& but);

}  // namespace banshi::people::rows
