#pragma once

#include "systems/system.h"

namespace banshi::hall {

System system();

}  // namespace banshi::hall
