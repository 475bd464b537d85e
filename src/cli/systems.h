#pragma once
// Which offices this program runs. A ninth one costs its folder and a line in systems.cpp.

#include <vector>

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::cli {

std::vector<System> systems();

// What the verification asks of the entries of this system.
record::Audits audits_of(System const&);

}  // namespace banshi::cli
