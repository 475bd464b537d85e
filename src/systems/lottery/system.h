#pragma once
// The system 公开抽签 for the list in cli/systems.cpp.

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::lottery {

System system();

// What the verification of the public record asks of the draws.
std::unique_ptr<record::Audit> audit();

}  // namespace banshi::lottery
