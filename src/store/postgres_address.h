#pragma once
// How a PostgreSQL is reached.

#include <string>

namespace banshi {

// The address with what makes a fail-over short where it does not say otherwise: of several hosts
// only the one that takes writes, and a host that fell silent is given up within seconds.
std::string lasting_address(std::string const& url);

}  // namespace banshi
