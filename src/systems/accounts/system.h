#pragma once

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::accounts {

System system();
std::unique_ptr<record::Audit> audit();

}  // namespace banshi::accounts
