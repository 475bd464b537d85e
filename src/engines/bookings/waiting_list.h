#pragma once
// The waiting list 候补 of a full day: who joined first is offered a place first.

#include <optional>

#include "engines/bookings/bookings.h"

namespace banshi::bookings {

struct InLine {
    std::string id;
    ServiceId service;
    PersonId person;
};

// Says how many stand before this person, who keeps the place of a first joining.
int join(Call&, Line const&, ServiceId const&, Day, PersonId const&);
// The first who was offered nothing yet.
std::optional<InLine> first_in_line(Call&, Line const&, Day);
void mark_offered(Call&, InLine const&, TicketId const&);
// The person has an appointment now, or no wish for one.
void leave(Call&, HallId const&, ServiceId const&, Day, PersonId const&);

}  // namespace banshi::bookings
