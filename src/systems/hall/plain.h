#pragma once
// The ticket for a phone without scripts: plain HTML of what anybody may see of a number. It
// needs no secret and shows no person.

#include "systems/hall/queue.h"

namespace banshi::hall {

struct PlainTicket {
    HallId hall;
    TicketId ticket;
};
Result<File> plain_ticket(Call&, PlainTicket const&);

}  // namespace banshi::hall
