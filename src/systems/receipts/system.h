#pragma once

#include "systems/system.h"

namespace banshi::receipts {

System system();

}  // namespace banshi::receipts
