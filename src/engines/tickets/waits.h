#pragma once
// What a simulation says about waits that it saw.

#include <span>

#include "engines/tickets/simulate.h"

namespace banshi::tickets {

// In the order of calling, so that neighbours depend on each other and far ones hardly.
Waits summed_up(std::span<double const> minutes, double target_minutes);

}  // namespace banshi::tickets
