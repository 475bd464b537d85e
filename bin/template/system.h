#pragma once

#include "systems/system.h"

namespace banshi::heating {

System system();

}  // namespace banshi::heating
