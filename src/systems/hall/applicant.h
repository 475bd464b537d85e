#pragma once
// Who asks for an appointment 申请人: a number, a name and a phone that anybody can type. Only who
// proves to be the owner of the number hears what it is booked for, and changes its phone.

#include "systems/hall/conduct.h"

namespace banshi::hall {

struct Applicant {
    PersonId person;
    std::vector<tickets::Ticket> visits;  // those of visits_of
    Asker asker;
};
// Finds or makes the person and locks it. An owner is who names the phone that is known with the
// number, has logged in as this person, or stands at the desk. Refuses person.*.
Result<Applicant> applicant(Call&, Wanted const&, std::string const& name,
                            std::string const& id_number, std::string const& phone);

namespace unproven {  // bookings of strangers

void note(Call&, TicketId const&);
bool is_one(Call&, TicketId const&);

}  // namespace unproven
}  // namespace banshi::hall
