#pragma once

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::aid {

System system();

// What the record must say of the money, and whether the rows agree with it.
std::unique_ptr<record::Audit> audit();

}  // namespace banshi::aid
