#pragma once

#include "systems/system.h"

namespace banshi::privacy {

System system();

}  // namespace banshi::privacy
