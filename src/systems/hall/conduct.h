#pragma once
// Who may book 预约资格: one booking a person, service and day, no overlaps, and a pause for those
// who stay away or cancel again and again.

#include "engines/tickets/tickets.h"
#include "systems/hall/availability.h"

namespace banshi::hall {

// What a person did with earlier bookings, as moments in order.
struct Conduct {
    std::vector<Instant> no_shows;       // 爽约
    std::vector<Instant> cancellations;  // by the citizen, not by the office
};
Conduct conduct_of(Zone const&, std::vector<tickets::Ticket> const& visits, Instant now);
// One more stay away blocks, and the person is warned of it.
bool is_last_warning(Conduct const&, Rules const&, Instant now);
// How many lie within the period of the limit.
int counted(std::vector<Instant> const&, Rules const&, Instant now);
// So many within the period block for as long, from the last of them on.
std::optional<Instant> blocked_until(Conduct const&, Rules const&, Instant now);

// All visits that the rules above look at, without those before a limit was lifted. Lock the person
// first, so that two deeds cannot both find nothing.
std::vector<tickets::Ticket> visits_of(Call&, PersonId const&, Rules const&);

// A stranger hears that it cannot be, the owner of the number also until when, or of which time.
enum class Asker { owner, stranger };

// booking.blocked.
Result<void> check_conduct(Call&, Wanted const&, std::vector<tickets::Ticket> const&, Asker);
// booking.duplicate_person, booking.overlap; `own` is the booking that asks.
Result<void> check_visits(Call&, Wanted const&, std::vector<tickets::Ticket> const&,
                          tickets::Ticket const& own, Instant start, Asker);

}  // namespace banshi::hall
