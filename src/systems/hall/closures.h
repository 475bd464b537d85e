#pragma once
// The rows behind closures 停办. They decide nothing.

#include "engines/bookings/bookings.h"
#include "engines/record/hash.h"
#include "systems/hall/days.h"

namespace banshi::hall::closures {

struct Row {
    std::string id;
    Day day;
    Clock from;
    Clock to;
    std::string reason;
    std::optional<Instant> undone_at;
    std::int64_t cancelled;  // bookings
};
void add(Call&, HallId const&, Row const&);
void mark_undone(Call&, HallId const&, std::string const& id);
std::optional<Row> find(Call&, HallId const&, std::string const& id);
// The latest day first.
std::vector<Row> list(Call&, HallId const&, int limit);
// Those of these days, both included, that were not undone.
std::vector<Row> list_in_force(Call&, HallId const&, Day from, Day to);

struct Cancelled {
    TicketId ticket;
    bookings::Quota quota;
};
void add_cancelled(Call&, std::string const& closure, Cancelled const&);
std::vector<Cancelled> cancelled_by(Call&, std::string const& closure);

// What its entry binds: all of the row but whether it was undone, which has an entry of its own.
record::Hash bound(HallId const&, Row const&, std::string const& by_whom, Instant at,
                   std::vector<Cancelled> const&);
record::Hash bound_undone(std::string const& id, Instant undone_at);

}  // namespace banshi::hall::closures
