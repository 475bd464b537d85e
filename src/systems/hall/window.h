#pragma once
// What the deeds at a window share.

#include "systems/hall/visit.h"

namespace banshi::hall {

struct AtWork {  // a window with the floor around it
    Floor floor;
    tickets::Window window;
};
// The window, and whether the caller may work there: refuses window.not_found, right.missing.
Result<AtWork> at_work(Call&, HallId const&, WindowId const&, Right const&);
// The same for who works there: refuses window.taken while another does.
Result<AtWork> at_own_window(Call&, HallId const&, WindowId const&);
// The same for a deed of calling: refuses window.closed unless somebody works there.
Result<AtWork> at_open_window(Call&, HallId const&, WindowId const&);
// Refuses ticket.wrong_state or window.other_ticket unless it is at this window in one of the
// states.
Result<tickets::Ticket> at_this_window(Call&, HallId const&, WindowId const&, TicketId const&,
                                       std::vector<State> const&);
// The kind of the last step, while it may still be taken back.
std::optional<std::string> step_to_undo(Call&, HallId const&, WindowId const&);
WindowView view_of(Call&, HallId const&, WindowId const&);
void set_staff_state(Call&, HallId const&, tickets::Window&, StaffState);
// A ticket that was called but not begun goes back to its old place.
Result<void> give_back_called(Call&, Floor const&, WindowId const&, std::string const& why);

}  // namespace banshi::hall
