#pragma once

#include "engines/record/audit.h"
#include "systems/system.h"

namespace banshi::hall {

System system();

// What the verification of the public record asks of this system's entries.
std::unique_ptr<record::Audit> audit();

}  // namespace banshi::hall
