#pragma once
// The system 督查督办 for the list in cli/systems.cpp.

#include "systems/system.h"

namespace banshi::supervision {

System system();

}  // namespace banshi::supervision
