#include "store/store.h"
#include "systems/hall/figures.h"

namespace banshi::hall::figures {

std::vector<Group> groups(Call& call, HallId const& hall, Day from, Day to) {
    // A booking begins with the name: places that were only held are none.
    return call.tx.all<Group>(
        "SELECT service, day, state, entry, CASE WHEN number IS NULL THEN 0 ELSE 1 END AS "
        "numbered, "
        "CASE WHEN booked_at IS NOT NULL AND person IS NOT NULL THEN 1 ELSE 0 END AS booked, "
        "COUNT(*) FROM tickets WHERE district = ? AND hall = ? AND day >= ? AND day <= ? "
        "GROUP BY service, day, state, entry, numbered, booked",
        call.district.name(), hall, from, to);
}

std::vector<Visit> visits(Call& call, HallId const& hall, Day from, Day to) {
    return call.tx.all<Visit>(
        "SELECT e.service, e.day, t.entry, t.issued_at, "
        "MIN(CASE WHEN e.kind = 'called' THEN e.at ELSE NULL END), "
        "CAST(SUM(CASE WHEN e.from_state = 'waiting' THEN e.at - e.since ELSE 0 END) AS BIGINT), "
        "CAST(SUM(CASE WHEN e.from_state = 'serving' THEN e.at - e.since ELSE 0 END) AS BIGINT), "
        "MAX(CASE WHEN e.kind IN ('served', 'stop_served', 'transferred') THEN 1 ELSE 0 END) "
        "FROM ticket_events e JOIN tickets t ON t.district = e.district AND t.id = e.ticket "
        "WHERE e.district = ? AND e.hall = ? AND e.day >= ? AND e.day <= ? "
        "AND t.number IS NOT NULL AND t.day >= ? AND t.day <= ? "
        "AND e.kind NOT IN ('held', 'hold_extended', 'booked', 'moved', 'person_corrected') "
        "GROUP BY e.ticket, e.stop, e.service, e.day, t.entry, t.issued_at",
        call.district.name(), hall, from, to, from, to);
}

ByRule called_by_rule(Call& call, HallId const& hall) {
    return call.tx
        .one<ByRule>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN e.reason = '' THEN 1 ELSE 0 END), 0) "
            "FROM ticket_events e JOIN tickets t ON t.district = e.district AND t.id = e.ticket "
            "WHERE e.district = ? AND e.hall = ? AND e.to_state = 'called' AND e.kind = 'called' "
            "AND t.entry = 'booked'",
            call.district.name(), hall)
        .value();
}

}  // namespace banshi::hall::figures
