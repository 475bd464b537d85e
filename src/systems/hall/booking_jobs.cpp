#include "systems/hall/booking_jobs.h"

#include "engines/tickets/tickets.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

Result<Swept> expire_holds(Call& call, Sweep const&) {
    Swept swept{0};
    for (auto const& hall : call.district.policy<Settings>().halls)
        for (auto& ticket : tickets::in_state(call, hall.id, State::held)) {
            if (ticket.until > call.now) continue;
            TRY(tickets::change(call, ticket,
                                {.kind = "expired",
                                 .to = State::expired,
                                 .reason = {},
                                 .passed = {},
                                 .window = {},
                                 .at = ticket.until}));
            ++swept.expired;
        }
    bookings::settle(call);
    return swept;
}

Result<Sweep> plan_slots(Call& call, Sweep const&) {
    for (auto const& hall : call.district.policy<Settings>().halls) plan_ahead(call, hall);
    return Sweep{};
}

}  // namespace banshi::hall
