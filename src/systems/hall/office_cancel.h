#pragma once
// The office takes bookings back 取消预约: a closure or new hours leave no time for them. Whoever
// was booked is told, may book again before others, and nothing counts against them.

#include <functional>

#include "systems/hall/manage.h"

namespace banshi::hall {

struct OfficeDeed {
    std::string id;
    std::string about;  // of its notices, so that they can be found again
    std::string reason;
};
Result<void> cancel_by_office(Call&, tickets::Ticket&, OfficeDeed const&);
// As the manager sees it before.
Result<std::vector<AffectedBooking>> affected(Call&, std::vector<tickets::Ticket> const&);
// Times that are kept now while somebody types, of those that are hit.
int count_holds(Call&, HallId const&, std::function<bool(tickets::Ticket const&)> const& hit);

}  // namespace banshi::hall
