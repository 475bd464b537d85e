#pragma once
// The rows behind 我的预约: which bookings a citizen made while logged in. They decide nothing.

#include <vector>

#include "store/call.h"

namespace banshi::hall::made {

void note(Call&, TicketId const&);
struct Row {
    HallId hall;
    TicketId ticket;
};
// By the actor, for this day and later, the next first.
std::vector<Row> from(Call&, Day, int limit);
// What an account booked and how a person came, whenever that was: the newest first.
std::vector<Row> ever(Call&, AccountId const&, PersonId const&, int limit);

}  // namespace banshi::hall::made
