#include "systems/hall/limits.h"

#include "store/store.h"

namespace banshi::hall::limits {

std::vector<PersonId> suspects(Call& call, Day from, Day today, int least) {
    return call.tx.all<PersonId>(
        "SELECT person FROM tickets WHERE district = ? AND person > '' AND day >= ? "
        "AND (state IN ('no_show', 'cancelled') OR (state = 'booked' AND day < ?)) "
        "GROUP BY person HAVING COUNT(*) >= ? ORDER BY person",
        call.district.name(), from, today, least);
}

void note_lifted(Call& call, PersonId const& person, std::string const& reason) {
    call.tx.run(
        "INSERT INTO hall_lifted_limits (district, person, at, by_whom, reason) "
        "VALUES (?, ?, ?, ?, ?)",
        call.district.name(), person, call.now, call.actor.id(), reason);
}

std::optional<Instant> lifted_at(Call& call, PersonId const& person) {
    return call.tx.one<Instant>(
        "SELECT at FROM hall_lifted_limits WHERE district = ? AND person = ? "
        "ORDER BY at DESC LIMIT 1",
        call.district.name(), person);
}

}  // namespace banshi::hall::limits
