#include "store/store.h"
#include "systems/hall/made.h"

namespace banshi::hall::made {

void note(Call& call, TicketId const& ticket) {
    call.tx.run(
        "INSERT INTO hall_bookings_made (district, account, ticket) VALUES (?, ?, ?) "
        "ON CONFLICT (district, account, ticket) DO NOTHING",
        call.district.name(), call.actor.account, ticket);
}

std::vector<Row> from(Call& call, Day day, int limit) {
    return call.tx.all<Row>(
        "SELECT t.hall, t.id FROM hall_bookings_made m "
        "JOIN tickets t ON t.district = m.district AND t.id = m.ticket "
        "WHERE m.district = ? AND m.account = ? AND t.day >= ? ORDER BY t.booked_at, t.id LIMIT ?",
        call.district.name(), call.actor.account, day, limit);
}

std::vector<Row> ever(Call& call, AccountId const& account, PersonId const& person, int limit) {
    struct Visit {
        HallId hall;
        TicketId ticket;
        Day day;
    };
    std::vector<Row> rows;
    call.tx.each<Visit>(
        "SELECT t.hall, t.id, t.day FROM hall_bookings_made m "
        "JOIN tickets t ON t.district = m.district AND t.id = m.ticket "
        "WHERE m.district = ? AND m.account = ? "
        "UNION SELECT hall, id, day FROM tickets "
        "WHERE district = ? AND person = ? AND person <> '' ORDER BY day DESC, id DESC LIMIT ?",
        [&](Visit const& visit) {
            rows.push_back({visit.hall, visit.ticket});
        },
        call.district.name(), account, call.district.name(), person, limit);
    return rows;
}

}  // namespace banshi::hall::made
