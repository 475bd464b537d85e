#include "systems/hall/applicant.h"

#include "store/store.h"

namespace banshi::hall::unproven {

void note(Call& call, TicketId const& ticket) {
    call.tx.run("INSERT INTO hall_unproven_bookings (district, ticket) VALUES (?, ?)",
                call.district.name(), ticket);
}

bool is_one(Call& call, TicketId const& ticket) {
    return call.tx
        .one<std::string>(
            "SELECT ticket FROM hall_unproven_bookings WHERE district = ? AND ticket = ?",
            call.district.name(), ticket)
        .has_value();
}

}  // namespace banshi::hall::unproven
