#pragma once
// Who takes a place that comes free on a full day 候补. Off unless the district wants it.

#include "systems/hall/booking_view.h"

namespace banshi::hall {

// Gives the places of a cancelled booking back and holds them for the first in line, who is told.
// False where there is nobody: then they cool down like all others.
bool offer_to_first(Call&, Wanted const&, tickets::Ticket const& given_up);

}  // namespace banshi::hall
