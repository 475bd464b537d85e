#pragma once
// For System::figures.

#include <boost/json.hpp>

#include "systems/system.h"

namespace banshi::aid {

json::array source_figures(Call&);

}  // namespace banshi::aid
