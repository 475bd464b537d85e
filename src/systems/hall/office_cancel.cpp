#include "systems/hall/office_cancel.h"

#include <algorithm>

#include "engines/bookings/use.h"
#include "systems/hall/booking_notices.h"
#include "systems/hall/closures.h"

namespace banshi::hall {

Result<void> cancel_by_office(Call& call, tickets::Ticket& ticket, OfficeDeed const& deed) {
    auto const visit = TRY(wanted_by(call, ticket));
    closures::add_cancelled(call, deed.id, {ticket.id, bookings::quota_of(call, ticket.id)});
    bookings::release(call, ticket.id, call.now);
    TRY(tickets::change(call, ticket,
                        {.kind = "office_cancelled",
                         .to = State::office_cancelled,
                         .reason = deed.reason,
                         .closure = deed.id}));
    tell_office_cancelled(call, visit, ticket, deed.about, deed.reason);
    return {};
}

Result<std::vector<AffectedBooking>> affected(Call& call,
                                              std::vector<tickets::Ticket> const& tickets) {
    std::vector<AffectedBooking> all;
    for (auto const& ticket : tickets) {
        auto const visit = TRY(wanted_by(call, ticket));
        auto const booking = shown(call, visit, ticket);
        all.push_back(
            {ticket.id, booking.reference, booking.start, booking.service_name, booking.name});
    }
    return all;
}

int count_holds(Call& call, HallId const& hall,
                std::function<bool(tickets::Ticket const&)> const& hit) {
    auto const held = tickets::in_state(call, hall, State::held);
    return static_cast<int>(std::ranges::count_if(
        held, [&](auto const& ticket) { return ticket.until > call.now && hit(ticket); }));
}

}  // namespace banshi::hall
