#pragma once
// What the clock does for booking. Nothing waits for it: limits hold from their instant on.

#include "base/result.h"
#include "store/call.h"

namespace banshi::hall {

struct Sweep {};
struct Swept {
    int expired;
};
// Writes the end of holds that ran out, at the instant at which they did.
Result<Swept> expire_holds(Call&, Sweep const&);
// Makes the slots of the days that may be booked now, in every hall.
Result<Sweep> plan_slots(Call&, Sweep const&);

}  // namespace banshi::hall
