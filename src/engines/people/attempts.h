#pragma once
// Wrong passwords and wrong codes of an account, counted together; for this engine alone.

#include "engines/people/account_rows.h"

namespace banshi::people {

// Refuses account.locked.
Result<void> may_try(Call&, rows::AccountRow const&);
// Counts one more failure; the last of them locks the account, each time for longer. Gives the
// refusal `text`, or account.locked; both keep the count (Refusal::keeps).
Refusal count_failure(Call&, rows::AccountRow, std::string const& text, std::string const& field);
// The same for a login that nobody has, at the same cost: nobody learns which logins exist. The
// counts are bounded; with very many of such names at once some begin anew.
Refusal refuse_nobody(Call&, std::string const& login, std::string_view password);
// After a log-in that was right in all its parts.
void settle(rows::AccountRow&);
Result<void> check_password(Call&, rows::AccountRow const&, std::string_view password,
                            std::string const& field);

}  // namespace banshi::people
