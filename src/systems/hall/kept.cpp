#include "systems/hall/kept.h"

#include "systems/hall/booking_view.h"
#include "systems/hall/made.h"

namespace banshi::hall {

static people::Thing thing_of(Call& call, tickets::Ticket const& ticket) {
    // A hall or a service that the settings name no more is told by what it was called there.
    auto const visit = wanted_by(call, ticket);
    auto const words =
        visit ? names_of(call, visit.value()) + "　" + name_of(call, visit.value().hall)
              : ticket.service.text;
    return {ticket.number.value_or(""), words,
            ticket.booked_at.value_or(ticket.issued_at.value_or(ticket.changed_at))};
}

std::vector<people::Holding> kept_visits(Call& call, people::Subject const& subject) {
    constexpr int most = 200;
    people::Holding visits{"visits", "books", {}, {}};
    for (auto const& row : made::ever(call, subject.account, subject.person, most))
        if (auto const ticket = tickets::find(call, row.hall, row.ticket))
            visits.things.push_back(thing_of(call, ticket.value()));
    return {std::move(visits)};
}

}  // namespace banshi::hall
