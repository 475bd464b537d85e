#pragma once
// For who takes back a whole list of persons: the phones that it brought go with it, and whoever
// is known from it alone.

#include "engines/people/people.h"

namespace banshi::people {

// May be empty, as it may have been before.
void put_back_phone(Call&, PersonId const&, std::string const& phone);

// The deed at this moment made the person, and no deed has named them since: nothing else in the
// house can refer to them.
bool named_only_at(Call&, PersonId const&, Instant);

}  // namespace banshi::people
