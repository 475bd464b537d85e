#pragma once
// A booking as its owner or the desk sees it, and as files for the citizen.

#include "systems/hall/conduct.h"

namespace banshi::hall {

// By the secret of its link. Refuses ticket.not_found, and booking.walk_in for a number that was
// drawn at the hall.
Result<tickets::Ticket> opened(Call&, HallId const&, TicketId const&, std::string const& secret);
// A ticket that holds its places until then. create_held makes its row, with a stop a service.
tickets::Ticket fresh_ticket(Call&, Wanted const&, Instant start, Instant until);
void create_held(Call&, Wanted const&, tickets::Ticket&);

// The visit of a ticket with all its services, under the rules that are in force now.
Result<Wanted> wanted_by(Call&, tickets::Ticket const&);

// Their services, by name.
std::string names_of(Call const&, Wanted const&);
Booking shown(Call&, Wanted const&, tickets::Ticket const&);

// A limit passes at its instant, whether or not somebody has written that down.
State state_now(Call const&, tickets::Ticket const&);
// After the office cancelled: first choice of new places until then.
std::optional<Instant> rebook_until(tickets::Ticket const&);

}  // namespace banshi::hall
