#pragma once
// The system 建言献策 for the list in cli/systems.cpp.

#include "systems/system.h"

namespace banshi::voices {

System system();

}  // namespace banshi::voices
