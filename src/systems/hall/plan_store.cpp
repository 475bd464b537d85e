#include "store/store.h"
#include "systems/hall/plan_rows.h"

namespace banshi::hall::plans {

std::vector<Instant> walkins(Call& call, HallId const& hall, QueueId const& queue, Day day) {
    return call.tx.all<Instant>(
        "SELECT issued_at FROM tickets WHERE district = ? AND hall = ? AND day = ? AND queue = ? "
        "AND entry IN ('walkin', 'priority') AND issued_at IS NOT NULL",
        call.district.name(), hall, day, queue);
}

std::vector<Instant> booked(Call& call, HallId const& hall, QueueId const& queue, Day day) {
    return call.tx.all<Instant>(
        "SELECT booked_at FROM tickets WHERE district = ? AND hall = ? AND day = ? AND queue = ? "
        "AND booked_at IS NOT NULL AND person IS NOT NULL AND state NOT IN ('held', 'expired', "
        "'cancelled', 'office_cancelled', 'no_show')",
        call.district.name(), hall, day, queue);
}

}  // namespace banshi::hall::plans
