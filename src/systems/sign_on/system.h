#pragma once

#include "systems/system.h"

namespace banshi::sign_on {

System system();

// The files of secrets that the district's settings name.
std::vector<std::string> secrets_of(District const&);

}  // namespace banshi::sign_on
