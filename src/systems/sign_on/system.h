#pragma once

#include "systems/system.h"

namespace banshi::sign_on {

System system();

}  // namespace banshi::sign_on
