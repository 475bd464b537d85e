#pragma once
// What receptions keep of people; for retention*.cpp alone.

#include "systems/supervision/retention.h"

namespace banshi::supervision::rows {

void forget_visitors(Call&, MatterId const&);

}  // namespace banshi::supervision::rows
