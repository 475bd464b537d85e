#pragma once
// What the owner of a booking is told, and when. No name and no ID number stands in a notice.

#include "systems/hall/booking_view.h"

namespace banshi::hall {

void tell_booked(Call&, Wanted const&, tickets::Ticket const&);  // and two reminders before it
void tell_moved(Call&, Wanted const&, tickets::Ticket const&);   // with new reminders
void tell_cancelled(Call&, Wanted const&, tickets::Ticket const&);
// After a stay away: one more, and there is no booking for a while.
void tell_no_show(Call&, Wanted const&, tickets::Ticket const&);
// By the office; the notice belongs to the closure, to be withdrawn with it.
void tell_office_cancelled(Call&, Wanted const&, tickets::Ticket const&,
                           std::string const& about_closure, std::string const& reason);
void remind_anew(Call&, Wanted const&, tickets::Ticket const&);   // it is booked again after all
void tell_offered(Call&, Wanted const&, tickets::Ticket const&);  // a place for one in line

}  // namespace banshi::hall
