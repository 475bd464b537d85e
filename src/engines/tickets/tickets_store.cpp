#include "engines/tickets/tickets.h"

#include <fmt/format.h>

#include <boost/algorithm/string/case_conv.hpp>

#include "base/check.h"
#include "engines/tickets/kept.h"
#include "engines/tickets/leaf.h"
#include "engines/tickets/passed.h"
#include "engines/tickets/secret.h"
#include "store/store.h"

namespace banshi::tickets {

namespace {

constexpr Words select_ticket{
    "SELECT id, hall, queue, service, person, state, entry, priority, day, booked_at, ends_at, "
    "slots, until, number, issued_at, due, tie, return_number, at_window, stop, calls, returns, "
    "moves, events, changed_at, secret_hash, trail, stops_hash FROM tickets "};

constexpr Words select_events{
    "SELECT ticket, sequence, at, since, kind, from_state, to_state, stop, service, at_window, "
    "actor, "
    "reason, due, passed, seq FROM ticket_events "};

void insert(Call& call, Ticket const& t) {
    call.tx.run(
        "INSERT INTO tickets (district, id, hall, queue, service, person, state, entry, priority, "
        "day, booked_at, ends_at, slots, until, number, issued_at, due, tie, return_number, "
        "at_window, "
        "stop, calls, returns, moves, events, changed_at, secret_hash, trail, stops_hash) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), t.id, t.hall, t.queue, t.service, t.person, t.state, t.entry,
        t.priority, t.day, t.booked_at, t.ends_at, t.slots, t.until, t.number, t.issued_at, t.due,
        t.tie, t.return_number, t.window, t.stop, t.calls, t.returns, t.moves, t.events,
        t.changed_at, t.secret_hash, t.trail, t.stops_hash);
}

void update(Call& call, Ticket const& t) {
    call.tx.run(
        "UPDATE tickets SET queue = ?, service = ?, person = ?, state = ?, entry = ?, "
        "priority = ?, day = ?, booked_at = ?, ends_at = ?, slots = ?, until = ?, number = ?, "
        "issued_at = ?, due = ?, tie = ?, return_number = ?, at_window = ?, stop = ?, calls = ?, "
        "returns = ?, moves = ?, events = ?, changed_at = ?, trail = ?, stops_hash = ? "
        "WHERE district = ? AND id = ?",
        t.queue, t.service, t.person, t.state, t.entry, t.priority, t.day, t.booked_at, t.ends_at,
        t.slots, t.until, t.number, t.issued_at, t.due, t.tie, t.return_number, t.window, t.stop,
        t.calls, t.returns, t.moves, t.events, t.changed_at, t.trail, t.stops_hash,
        call.district.name(), t.id);
}

Event event_of(Call& call, Ticket const& ticket, Happening const& happening,
               std::optional<State> from, Instant since) {
    auto const at = happening.of.value_or(Stage{ticket.stop, ticket.service, ticket.due});
    return {ticket.id,
            ticket.events,
            ticket.changed_at,
            since,
            happening.kind,
            from,
            happening.to,
            at.stop,
            at.service,
            happening.window ? happening.window : ticket.window,
            call.actor.id(),
            happening.reason,
            at.due,
            written_passed(happening.passed_over),
            std::nullopt};
}

// The event of a row as it stands now, with its leaf.
void append(Call& call, Ticket const& ticket, Happening const& happening, Event const& event) {
    std::optional<std::int64_t> trace;
    if (auto const leaf = append_leaf(call, ticket, happening)) trace = leaf->number;
    call.tx.run(
        "INSERT INTO ticket_events (district, ticket, sequence, hall, day, at, since, kind, "
        "from_state, to_state, stop, service, at_window, actor, reason, due, passed, seq) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), ticket.id, event.sequence, ticket.hall, ticket.day, event.at,
        event.since, event.kind, event.from, event.to, event.stop, event.service, event.window,
        event.actor, event.reason, event.due, event.passed, trace);
}

// Before the row is written.
void bind(Ticket& ticket, Event const& event) {
    if (has_leaf(event.kind)) ticket.trail = trail_after(ticket.trail, ticket, event);
}

Refusal not_found(TicketId const& id) { return {Why::not_found, "ticket.not_found", id.text}; }

}  // namespace

static void add_stop(Call& call, TicketId const& id, Stop const& stop) {
    call.tx.run(
        "INSERT INTO ticket_stops (district, ticket, stop, service, queue, at_window, clerk, "
        "served) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), id, stop.stop, stop.service, stop.queue, stop.window, stop.clerk,
        stop.served);
}

void create(Call& call, Ticket& ticket, std::string const& secret, std::vector<Stop> const& stops,
            Happening const& first) {
    auto const at = first.at.value_or(call.now);
    ticket.state = first.to;
    ticket.events = 1;
    ticket.changed_at = at;
    ticket.secret_hash = secret_hash(secret);
    ticket.stops_hash = hash_of_stops(stops);
    auto const event = event_of(call, ticket, first, std::nullopt, at);
    bind(ticket, event);
    insert(call, ticket);
    for (auto const& stop : stops) add_stop(call, ticket.id, stop);
    append(call, ticket, first, event);
    call.tx.announce("hall/" + ticket.hall.text);
}

Result<Ticket> find(Call& call, HallId const& hall, TicketId const& id) {
    auto ticket = call.tx.one<Ticket>(join<select_ticket, "WHERE district = ? AND id = ?">,
                                      call.district.name(), id);
    if (!ticket || ticket->hall != hall) return not_found(id);
    return std::move(*ticket);
}

Result<Ticket> open(Call& call, HallId const& hall, TicketId const& id, std::string const& secret) {
    auto ticket = TRY(find(call, hall, id));
    if (!opens(ticket.secret_hash, secret)) return not_found(id);
    return ticket;
}

Result<void> change(Call& call, Ticket& ticket, Happening const& happening) {
    auto const from = ticket.state;
    if (!may_go(from, happening.to))
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    auto const at = happening.at.value_or(call.now);
    auto const since = ticket.changed_at;
    ticket.state = happening.to;
    ticket.changed_at = at;
    ++ticket.events;
    auto const event = event_of(call, ticket, happening, from, since);
    bind(ticket, event);
    update(call, ticket);
    append(call, ticket, happening, event);
    call.tx.announce("hall/" + ticket.hall.text);
    return {};
}

std::vector<Event> events_of(Call& call, TicketId const& id) {
    return call.tx.all<Event>(
        join<select_events, "WHERE district = ? AND ticket = ? ORDER BY sequence">,
        call.district.name(), id);
}

std::vector<Event> events_on(Call& call, HallId const& hall, Day day, std::string const& kind) {
    return call.tx.all<Event>(join<select_events,
                                   "WHERE district = ? AND hall = ? AND day = ? AND kind = ? ORDER "
                                   "BY at, ticket, sequence">,
                              call.district.name(), hall, day, kind);
}

std::int64_t issued_on(Call& call, HallId const& hall, Day day, ServiceId const& service) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM ticket_events WHERE district = ? AND hall = ? AND day = ? "
            "AND kind = 'issued' AND service = ?",
            call.district.name(), hall, day, service)
        .value();
}

std::vector<Stop> stops_of(Call& call, TicketId const& id) {
    return call.tx.all<Stop>(
        "SELECT stop, service, queue, at_window, clerk, served FROM ticket_stops "
        "WHERE district = ? AND ticket = ? ORDER BY stop",
        call.district.name(), id);
}

std::optional<Stop> served_stop(Call& call, TicketId const& id, std::optional<int> wanted) {
    std::optional<Stop> found;
    for (auto& stop : stops_of(call, id))
        if (stop.served && stop.stop == wanted.value_or(stop.stop)) found = std::move(stop);
    return found;
}

void plan_stops(Call& call, Ticket& ticket, std::vector<Stop> const& stops) {
    call.tx.run("DELETE FROM ticket_stops WHERE district = ? AND ticket = ? AND stop > ?",
                call.district.name(), ticket.id, ticket.stop);
    for (auto const& stop : stops) add_stop(call, ticket.id, stop);
    ticket.stops_hash = hash_of_stops(stops_of(call, ticket.id));
}

void mark_served(Call& call, Ticket& ticket, WindowId const& window) {
    call.tx.run(
        "UPDATE ticket_stops SET at_window = ?, clerk = ?, served = 1 "
        "WHERE district = ? AND ticket = ? AND stop = ?",
        window, call.actor.account, call.district.name(), ticket.id, ticket.stop);
    ticket.stops_hash = hash_of_stops(stops_of(call, ticket.id));
}

std::vector<Ticket> waiting(Call& call, HallId const& hall) {
    return call.tx.all<Ticket>(
        join<select_ticket,
             "WHERE district = ? AND hall = ? AND state = ? ORDER BY due, tie, return_number">,
        call.district.name(), hall, State::waiting);
}

std::vector<Ticket> in_state(Call& call, HallId const& hall, State state) {
    return call.tx.all<Ticket>(
        join<select_ticket,
             "WHERE district = ? AND hall = ? AND state = ? ORDER BY changed_at, id">,
        call.district.name(), hall, state);
}

std::vector<Ticket> booked_on(Call& call, HallId const& hall, Day day) {
    return call.tx.all<Ticket>(
        join<select_ticket,
             "WHERE district = ? AND hall = ? AND day = ? AND state = ? ORDER BY booked_at, id">,
        call.district.name(), hall, day, State::booked);
}

std::vector<Ticket> open_until(Call& call, HallId const& hall, State state, Day day) {
    return call.tx.all<Ticket>(
        join<select_ticket,
             "WHERE district = ? AND hall = ? AND state = ? AND day <= ? ORDER BY changed_at, id">,
        call.district.name(), hall, state, day);
}

// The signs keep SQLite from the index by day, which would lead it through all that ever was.
std::vector<Day> days_with_open(Call& call, HallId const& hall, Day last) {
    return call.tx.all<Day>(
        "SELECT DISTINCT +day FROM tickets WHERE district = ? AND hall = ? AND +day <= ? AND state "
        "IN ('booked', 'waiting', 'called', 'serving', 'parked', 'missed') ORDER BY 1",
        call.district.name(), hall, last);
}

std::optional<Ticket> at_window(Call& call, HallId const& hall, WindowId const& window) {
    for (auto const state : {State::called, State::serving})
        for (auto& ticket : in_state(call, hall, state))
            if (ticket.window == window) return ticket;
    return std::nullopt;
}

std::optional<Ticket> by_number(Call& call, HallId const& hall, std::string const& number,
                                Day day) {
    return call.tx.one<Ticket>(
        join<select_ticket, "WHERE district = ? AND hall = ? AND number = ? AND day = ?">,
        call.district.name(), hall, boost::algorithm::to_upper_copy(number), day);
}

std::vector<Ticket> of_person(Call& call, PersonId const& person, Day from) {
    return call.tx.all<Ticket>(
        join<select_ticket, "WHERE district = ? AND person = ? AND day >= ? ORDER BY day, id">,
        call.district.name(), person, from);
}

std::vector<Ticket> of_days(Call& call, HallId const& hall, Day from, Day to, TicketId const& after,
                            int limit) {
    return call.tx.all<Ticket>(
        join<select_ticket,
             "WHERE district = ? AND hall = ? AND day >= ? AND day <= ? AND id > ? "
             "ORDER BY id LIMIT ?">,
        call.district.name(), hall, from, to, after, limit);
}

void establish_queue(Call& call, HallId const& hall, QueueId const& queue) {
    call.tx.run(
        "INSERT INTO queues (district, hall, id, turns) VALUES (?, ?, ?, 0) "
        "ON CONFLICT (district, hall, id) DO NOTHING",
        call.district.name(), hall, queue);
}

std::int64_t lock_queue(Call& call, HallId const& hall, QueueId const& queue) {
    auto const turn = call.tx.one<std::int64_t>(
        "UPDATE queues SET turns = turns + 1 WHERE district = ? AND hall = ? AND id = ? "
        "RETURNING turns",
        call.district.name(), hall, queue);
    CHECK(turn);  // every queue of the settings is established at start
    return *turn;
}

std::int64_t reserve_numbers(Call& call, HallId const& hall, Day day, std::string const& prefix,
                             int count) {
    auto const last = call.tx.one<std::int64_t>(
        "INSERT INTO ticket_numbers (district, hall, day, prefix, last) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, hall, day, prefix) DO UPDATE "
        "SET last = ticket_numbers.last + excluded.last RETURNING last",
        call.district.name(), hall, day, prefix, count);
    return last.value();
}

std::string written_number(std::string const& prefix, std::int64_t number) {
    return fmt::format("{}{:03}", prefix, number);
}

std::string next_number(Call& call, HallId const& hall, Day day, std::string const& prefix) {
    return written_number(prefix, reserve_numbers(call, hall, day, prefix, 1));
}

}  // namespace banshi::tickets
