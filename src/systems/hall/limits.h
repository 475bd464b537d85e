#pragma once
// Who may not book for a while 限制预约, as the desk sees it; and lifting that with a reason.

#include "systems/hall/booking.h"

namespace banshi::hall {

struct ListLimited {  // 限制名单
    HallId hall;
};
struct LimitedPerson {
    PersonId person;
    std::string name;  // masked, as are all three
    std::string id_number;
    std::string phone;
    int no_shows;
    int cancellations;
    Day until;
};
struct LimitedPersons {
    std::vector<LimitedPerson> persons;
};
struct LiftLimit {  // 解除限制
    HallId hall;
    PersonId person;
    std::string reason;
};
Result<LimitedPersons> list_limited(Call&, ListLimited const&);
Result<LimitedPersons> lift_limit(Call&, LiftLimit const&);

namespace limits {

// Persons with at least so many bookings from the day on that ended badly, or may have.
std::vector<PersonId> suspects(Call&, Day from, Day today, int least);
void note_lifted(Call&, PersonId const&, std::string const& reason);
std::optional<Instant> lifted_at(Call&, PersonId const&);  // the last time

}  // namespace limits
}  // namespace banshi::hall
