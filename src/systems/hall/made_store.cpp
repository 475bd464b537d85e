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
    return call.tx.all<Row>(
        "SELECT t.hall, t.id FROM hall_bookings_made m "
        "JOIN tickets t ON t.district = m.district AND t.id = m.ticket "
        "WHERE m.district = ? AND m.account = ? "
        "UNION SELECT hall, id FROM tickets WHERE district = ? AND person = ? AND person <> '' "
        "ORDER BY id DESC LIMIT ?",
        call.district.name(), account, call.district.name(), person, limit);
}

}  // namespace banshi::hall::made
