#pragma once
// Tickets 号 as rows: one entity for a whole visit, booked or walk-in, with its stops and its
// events. Functions say what they do to rows; who may do it and when is decided by the system.

#include <vector>

#include "base/result.h"
#include "engines/tickets/order.h"
#include "engines/tickets/state.h"
#include "store/call.h"

namespace banshi::tickets {

struct Ticket {
    TicketId id;
    HallId hall;
    QueueId queue;
    ServiceId service;
    std::optional<PersonId> person;
    State state;
    std::optional<Entry> entry;
    std::optional<std::string> priority;
    Day day;
    std::optional<Instant> booked_at;
    std::optional<Instant> ends_at;
    int slots;
    std::optional<Instant> until;
    std::optional<std::string> number;
    std::optional<Instant> issued_at;
    std::optional<Instant> due;
    std::int64_t tie;
    std::int64_t return_number;
    std::optional<WindowId> window;
    int stop;
    int calls;
    int returns;
    int moves;
    int events;
    Instant changed_at;
    std::string secret_hash;
    std::string trail;       // binds the events so far that have a leaf
    std::string stops_hash;  // binds its stops; empty in rows of before

    Key key() const { return {due.value(), tie, return_number}; }
};

// Where a visit stood when something happened: it may stand elsewhere since.
struct Stage {
    int stop;
    ServiceId service;
    std::optional<Instant> due;
};

// What happened, for the event that goes with every change.
struct Happening {
    std::string kind;  // "called"; the leaf of the public record follows from it
    State to;
    std::string reason = {};
    std::vector<Passed> passed_over = {};  // of a call
    std::optional<WindowId> window = {};   // when the ticket is at none, or no longer
    std::string closure = {};              // that cancelled a booking
    std::optional<Instant> at = {};        // a limit that passed before now was written
    std::optional<Stage> of = {};          // of a stop that is done, when the next one is set
};

struct Event {
    TicketId ticket;
    int sequence;
    Instant at;
    Instant since;
    std::string kind;
    std::optional<State> from;
    State to;
    int stop;
    ServiceId service;
    std::optional<WindowId> window;
    std::string actor;
    std::string reason;
    std::optional<Instant> due;
    std::string passed;
    std::optional<std::int64_t> seq;
};

struct Stop {
    int stop;
    ServiceId service;
    QueueId queue;
    std::optional<WindowId> window;
    std::optional<AccountId> clerk;
    bool served;
};

// ---- one ticket

// A new row with its first event. `secret` opens it later; only its hash is kept.
void create(Call&, Ticket&, std::string const& secret, std::vector<Stop> const& stops,
            Happening const& first);
// Refuses ticket.not_found.
Result<Ticket> find(Call&, HallId const&, TicketId const&);
// By the secret of its link; a wrong one refuses ticket.not_found as well.
Result<Ticket> open(Call&, HallId const&, TicketId const&, std::string const& secret);
// Moves the ticket on and appends the event and the leaf; refuses ticket.wrong_state where its
// way does not lead there. All fields of `ticket` are written.
Result<void> change(Call&, Ticket& ticket, Happening const&);

std::vector<Event> events_of(Call&, TicketId const&);
std::vector<Stop> stops_of(Call&, TicketId const&);
// The last one that was served, or the wanted one if it was.
std::optional<Stop> served_stop(Call&, TicketId const&, std::optional<int> wanted = {});
// What is still to be done after the stop where it is, in place of what was planned there. The
// change that follows binds it, as with the next one.
void plan_stops(Call&, Ticket&, std::vector<Stop> const&);
// The stop where it is, by who is at the window.
void mark_served(Call&, Ticket&, WindowId const&);

// ---- many tickets

// Waiting, in the order of the key.
std::vector<Ticket> waiting(Call&, HallId const&);
// All of the hall in one state, oldest change first.
std::vector<Ticket> in_state(Call&, HallId const&, State);
// Bookings of the day that did not check in yet.
std::vector<Ticket> booked_on(Call&, HallId const&, Day);
// In this state and of this day or an earlier one.
std::vector<Ticket> open_until(Call&, HallId const&, State, Day);
// Days up to this one that have visits which did not end, the earliest first.
std::vector<Day> days_with_open(Call&, HallId const&, Day);
std::optional<Ticket> at_window(Call&, HallId const&, WindowId const&);
// As people type it: small letters will do.
std::optional<Ticket> by_number(Call&, HallId const&, std::string const& number, Day);
// All visits of a person from the day on, in every hall of the district.
std::vector<Ticket> of_person(Call&, PersonId const&, Day from);
// A page of the day's visits, by id.
std::vector<Ticket> of_days(Call&, HallId const&, Day from, Day to, TicketId const& after,
                            int limit);
// Numbers drawn at the hall, without the booked ones.
std::int64_t issued_on(Call&, HallId const&, Day, ServiceId const&);
// One call of a number, with what the board and the order's reasons need.
struct CallRow {
    TicketId ticket;
    int sequence;
    std::string number;
    QueueId queue;
    std::optional<std::string> priority;
    Entry entry;
    Instant issued_at;
    Day day;  // of the number
    Instant due;
    Instant at;
    WindowId window;
    int calls;
    std::string reason;
    std::string passed;
    std::optional<std::int64_t> seq;
};
// Calls and recalls made on this day, the newest first; some of numbers that waited over midnight.
std::vector<CallRow> latest_calls(Call&, HallId const&, Day, int limit);
// First calls made on this day, by time; numbers that waited over midnight among them.
std::vector<CallRow> calls_of_day(Call&, HallId const&, Day);
std::optional<Event> last_at_window(Call&, HallId const&, WindowId const&, Day);
// The last stop that was finished there.
std::optional<Event> last_served_at(Call&, HallId const&, WindowId const&, Day);
std::int64_t served_at(Call&, HallId const&, WindowId const&, Day);
struct DayCounts {
    std::int64_t issued;
    std::int64_t served;  // on this day, numbers that waited over midnight among them
};
DayCounts counts_of_day(Call&, HallId const&, Day);
// Events of a kind on a day, by time.
std::vector<Event> events_on(Call&, HallId const&, Day, std::string const& kind);

// ---- the queue and its numbers

void establish_queue(Call&, HallId const&, QueueId const&);
// Takes the queue's lock until the transaction ends, and its next turn: 1, 2, 3 ...
std::int64_t lock_queue(Call&, HallId const&, QueueId const&);
// A001 ... A999, A1000 ...; the counter's row stays locked until the transaction ends.
std::string next_number(Call&, HallId const&, Day, std::string const& prefix);
// Takes so many numbers ahead; gives the last of them.
std::int64_t reserve_numbers(Call&, HallId const&, Day, std::string const& prefix, int count);
std::string written_number(std::string const& prefix, std::int64_t number);

}  // namespace banshi::tickets
