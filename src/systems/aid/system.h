#pragma once

#include "systems/system.h"

namespace banshi::aid {

System system();

}  // namespace banshi::aid
