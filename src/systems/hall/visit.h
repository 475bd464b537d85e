#pragma once
// What the deeds of the queue share: making a number, showing a ticket to its owner.

#include "systems/hall/floor.h"

namespace banshi::hall {

// Gives the ticket its number and its place in the order; it is waiting from here on.
void place_in_order(Call&, Floor const&, ServiceSetting const&, tickets::Ticket&,
                    tickets::Place const&);
// When the hall closes today. Refuses ticket.hall_closed before it opens and after.
Result<Instant> within_hours(Call&, Floor const&);
// Refuses ticket.hall_closed and ticket.day_full, with what is possible instead.
Result<void> may_issue(Call&, Floor const&, ServiceSetting const&);
// 过号顺延 Refuses ticket.returns_used and ticket.hall_closed.
Result<void> put_back(Call&, Floor const&, tickets::Ticket&);

// Sends the slip to the hall's printer, if it has one; the outbox repeats what fails.
void print_slip(Call&, Floor const&, TicketView const&);

TicketView shown(Call&, Floor const&, tickets::Ticket const&);
std::string clock_of(Call const&, Instant);  // 09:30
std::vector<StopView> stops_shown(Call&, HallSetting const&, tickets::Ticket const&);
// Where the last event of the ticket stands in the public record.
RecordPlace record_place(Call&, tickets::Ticket const&);
// The leaf's place in the log; nothing while it waits for the sequencer.
std::optional<std::int64_t> seq_of(Call&, std::optional<std::int64_t> trace);
// The last signed head of the record.
RecordPlace head_shown(Call&);

}  // namespace banshi::hall
