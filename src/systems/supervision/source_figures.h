#pragma once
// For System::figures: the figures that the source names of supervision, each counted from the
// matters themselves when somebody asks, never from a total that is kept.

#include <boost/json.hpp>

#include "systems/system.h"

namespace banshi::supervision {

json::array source_figures(Call&);

}  // namespace banshi::supervision
