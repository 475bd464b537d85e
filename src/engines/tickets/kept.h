#pragma once
// What each leaf of a visit binds of its rows besides what it says openly: the person, the clerks,
// the stops, every event so far. The hash of the visit's secret, which only the row has, keeps the
// few possible values from being tried out.

#include <vector>

#include "engines/record/hash.h"
#include "engines/record/listed.h"

namespace banshi::tickets {

template <class Ticket>
record::Hash kept_hash(Ticket const& t) {
    return record::sha256({record::listed(
        "banshi-visit-v1", t.secret_hash, t.id, t.hall, t.queue, t.service, t.person, t.state,
        t.entry, t.priority, t.day, t.booked_at, t.ends_at, t.slots, t.until, t.number, t.issued_at,
        t.due, t.tie, t.return_number, t.window, t.stop, t.calls, t.returns, t.moves, t.events,
        t.changed_at, t.trail, t.stops_hash)});
}

// The trail with one more event, of a visit that stands at this hall and day now.
template <class Ticket, class Event>
std::string trail_after(std::string const& trail, Ticket const& t, Event const& e) {
    return hex(record::sha256({record::listed(
        "banshi-event-v1", trail, t.hall, t.day, e.sequence, e.at, e.since, e.kind, e.from, e.to,
        e.stop, e.service, e.window, e.actor, e.reason, e.due, e.passed)}));
}

template <class Stop>
std::string hash_of_stops(std::vector<Stop> const& stops) {
    std::string text = "banshi-stops-v1";
    for (auto const& s : stops)
        text = record::listed(std::move(text), s.stop, s.service, s.queue, s.window, s.clerk,
                              s.served);
    return hex(record::sha256({text}));
}

}  // namespace banshi::tickets
