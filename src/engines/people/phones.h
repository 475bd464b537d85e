#pragma once
// For who takes back a whole list of persons: the phones that it brought go with it.

#include "engines/people/people.h"

namespace banshi::people {

// May be empty, as it may have been before.
void put_back_phone(Call&, PersonId const&, std::string const& phone);

}  // namespace banshi::people
