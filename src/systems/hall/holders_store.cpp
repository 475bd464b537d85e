#include "systems/hall/holders.h"

#include "store/store.h"

namespace banshi::hall::holders {

Kept kept_by(Call& call, std::string const& holder) {
    return call.tx
        .one<Kept>(
            "SELECT COUNT(*), MIN(until) FROM hall_holders "
            "WHERE district = ? AND holder = ? AND until > ?",
            call.district.name(), holder, call.now)
        .value();
}

void note(Call& call, std::string const& holder, TicketId const& ticket, Instant until) {
    call.tx.run("INSERT INTO hall_holders (district, ticket, holder, until) VALUES (?, ?, ?, ?)",
                call.district.name(), ticket, holder, until);
}

void extend(Call& call, TicketId const& ticket, Instant until) {
    call.tx.run("UPDATE hall_holders SET until = ? WHERE district = ? AND ticket = ?", until,
                call.district.name(), ticket);
}

void forget(Call& call, TicketId const& ticket) {
    call.tx.run("DELETE FROM hall_holders WHERE district = ? AND ticket = ?", call.district.name(),
                ticket);
}

void forget_passed(Call& call) {
    call.tx.run("DELETE FROM hall_holders WHERE district = ? AND until <= ?", call.district.name(),
                call.now);
}

}  // namespace banshi::hall::holders
