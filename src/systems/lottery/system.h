#pragma once
// The system 公开抽签 for the list in cli/systems.cpp.

#include "systems/system.h"

namespace banshi::lottery {

System system();

}  // namespace banshi::lottery
