#include "engines/tickets/tickets.h"
#include "systems/hall/holders.h"
#include "systems/hall/hours_deed.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

Result<HoldsExpired> expire_holds(Call& call, ExpireHolds const&) {
    HoldsExpired expired{0};
    for (auto const& hall : call.district.policy<Settings>().halls)
        for (auto& ticket : tickets::in_state(call, hall.id, State::held)) {
            if (ticket.until > call.now) continue;
            tickets::Happening happening{"expired", State::expired};
            happening.at = ticket.until;
            TRY(tickets::change(call, ticket, happening));
            ++expired.holds;
        }
    bookings::settle(call);
    holders::forget_passed(call);
    return expired;
}

Result<SlotsPlanned> plan_slots(Call& call, PlanSlots const&) {
    SlotsPlanned planned{0};
    for (auto const& hall : call.district.policy<Settings>().halls)
        planned.changed += plan_ahead(call, hall);
    for (auto const& hall : call.district.policy<Settings>().halls)
        bind_days_of_before(call, hall.id);
    return planned;
}

}  // namespace banshi::hall
