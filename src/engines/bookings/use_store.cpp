#include "engines/bookings/use.h"
#include "store/store.h"

namespace banshi::bookings {

std::vector<Used> find_used(Call& call, HallId const& hall, Instant from, Instant to) {
    return call.tx.all<Used>(
        "SELECT queue, start, capacity, booked FROM slots WHERE district = ? AND hall = ? "
        "AND start >= ? AND start < ? AND (capacity > 0 OR booked > 0) ORDER BY start, queue",
        call.district.name(), hall, from, to);
}

Quota quota_of(Call& call, TicketId const& ticket) {
    auto const inside = call.tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM places WHERE district = ? AND holder = ? AND quota = 'internal'",
        call.district.name(), ticket);
    return inside.value() > 0 ? Quota::internal : Quota::open;
}

}  // namespace banshi::bookings
