#pragma once
// Who keeps places while typing 暂占人: an account, else the network that the request came from. So
// many at once and no more: a place is for somebody who will come.

#include "engines/tickets/tickets.h"

namespace banshi::hall {

// Refuses booking.holds_most. The desk and its devices keep as many as they need.
Result<void> note_holder(Call&, tickets::Ticket const& held);

namespace holders {

struct Kept {
    int count;
    std::optional<Instant> first_ends;
};
Kept kept_by(Call&, std::string const& holder);
void note(Call&, std::string const& holder, TicketId const&, Instant until);
void extend(Call&, TicketId const&, Instant until);
void forget(Call&, TicketId const&);
void forget_passed(Call&);

}  // namespace holders
}  // namespace banshi::hall
