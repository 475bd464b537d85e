#pragma once
// Who a call passed over, as the event keeps it: "A021@2026-11-25T09:55:00+08:00=lacks_skill ...".

#include "engines/tickets/order.h"
#include "systems/hall/queue.h"

namespace banshi::hall {

std::string written_passed(std::vector<tickets::Passed> const&, Zone const&);
std::vector<PassedOver> read_passed(std::string_view);

}  // namespace banshi::hall
