#pragma once
// The secret in the link of a ticket: whoever holds the link holds the ticket. Only a hash is kept.

#include <string>

#include "base/random.h"

namespace banshi::tickets {

std::string fresh_secret(Random&);  // 144 bits of chance, 24 characters for an address
std::string secret_hash(std::string const& secret);
bool opens(std::string const& hash, std::string const& secret);  // in constant time

}  // namespace banshi::tickets
