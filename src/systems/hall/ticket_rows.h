#pragma once
// The rows behind the lists of tickets. They decide nothing.

#include "systems/hall/report.h"

namespace banshi::hall {

BOOST_DESCRIBE_ENUM(Among, booked, issued, called, still_open)

namespace lists {

struct Row {
    TicketId id;
    std::string number;
    Day day;
    ServiceId service;
    std::optional<Entry> entry;
    State state;
    std::optional<PersonId> person;
    std::optional<Instant> booked_at;
    std::optional<Instant> issued_at;
    std::optional<Instant> called_at;  // the first call
    std::optional<WindowId> window;
    std::chrono::microseconds waited;
    std::chrono::microseconds served;
};

// Where a page begins: after this ticket of this day.
struct Place {
    Day day;
    TicketId ticket;
};
std::vector<Row> page(Call&, ListTickets const&, Place const& after, int limit);
std::optional<Row> find(Call&, HallId const&, TicketId const&);

}  // namespace lists
}  // namespace banshi::hall
