#pragma once
// Who takes a place that comes free on a full day 候补. Off unless the district wants it.

#include "systems/hall/availability.h"

namespace banshi::hall {

// The places that a cancelled booking gave back, held for the first in line for ten minutes.
// Says whether there was somebody; else they cool down like all others.
std::optional<tickets::Ticket> offer_to_first(Call&, Wanted const&, tickets::Ticket const& given_up);

}  // namespace banshi::hall
