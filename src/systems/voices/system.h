#pragma once
// The system 建言献策 for the list in cli/systems.cpp.

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::voices {

System system();

// What the verification of the public record asks of this system's entries.
std::unique_ptr<record::Audit> audit();
std::unique_ptr<record::Audit> support_audit();

}  // namespace banshi::voices
