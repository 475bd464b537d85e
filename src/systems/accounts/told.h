#pragma once
// The owner of an account hears of changes to it, whoever made them; for this system alone.

#include "store/call.h"

namespace banshi::accounts {

// `change` is a sentence of [notice.account]. Nothing where no address is known.
void tell_owner(Call&, AccountId const&, std::string const& change);

}  // namespace banshi::accounts
