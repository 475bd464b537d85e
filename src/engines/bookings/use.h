#pragma once
// How much of the places is used: for rosters, closures and the figures of a city.

#include "engines/bookings/bookings.h"

namespace banshi::bookings {

struct Used {  // a slot with capacity or with bookings
    QueueId queue;
    Instant start;
    int capacity;
    int booked;
};
// In order of start and queue.
std::vector<Used> find_used(Call&, HallId const&, Instant from, Instant to);

// The quota from which the ticket has its places; open where it has none.
Quota quota_of(Call&, TicketId const&);

}  // namespace banshi::bookings
