#pragma once
// The system 督查督办 for the list in cli/systems.cpp.

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::supervision {

System system();

// What the verification of the public record asks of this system's entries.
std::unique_ptr<record::Audit> audit();

}  // namespace banshi::supervision
