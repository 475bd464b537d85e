#pragma once
// The logs as public clients read them (C2SP tlog-checkpoint, tlog-tiles, tlog-proof): the city's
// own at /log/..., that of a district at /log/{district}/... and /{district}/log/...

#include "systems/system.h"

namespace banshi::receipts {

Face log_face();

}  // namespace banshi::receipts
