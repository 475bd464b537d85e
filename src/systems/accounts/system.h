#pragma once

#include "systems/system.h"

namespace banshi::accounts {

System system();

}  // namespace banshi::accounts
