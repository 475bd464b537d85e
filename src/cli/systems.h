#pragma once
// Which offices this program runs. A ninth one costs its folder and a line in systems.cpp.

#include <vector>

#include "systems/system.h"

namespace banshi::cli {

std::vector<System> systems();

}  // namespace banshi::cli
