#pragma once
// Whether the keys of the installation are those of the database: a kept word tells before
// anything is sealed with others.

#include <optional>
#include <string>

#include "base/random.h"

namespace banshi {
class Transaction;
}

namespace banshi::people {

// Nothing where no keys were marked yet: a database of an older program, or a fresh one.
std::optional<bool> marked_keys_fit(Transaction&, std::string const& city);
void mark_keys(Transaction&, std::string const& city, Random&);

}  // namespace banshi::people
