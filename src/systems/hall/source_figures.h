#pragma once
// For System::figures.

#include <boost/json.hpp>

#include "systems/system.h"

namespace banshi::hall {

json::array source_figures(Call&);

}  // namespace banshi::hall
