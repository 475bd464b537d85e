#pragma once
// Places 名额 that can be counted and cannot be sold twice. The engine knows slots, holds and
// limits of time; who may book, and why, is the office's business and comes in as values.
//
// A limit of time holds from its instant on: a hold or a cooling place that has passed counts as
// free in every function here, whether or not its row has been settled.

#include <boost/describe/enum.hpp>
#include <span>
#include <vector>

#include "base/result.h"
#include "engines/bookings/grid.h"
#include "store/call.h"

namespace banshi::bookings {

enum class Quota {
    open,      // 公众名额
    internal,  // 内部名额: may use open places too, not the reverse
};
BOOST_DESCRIBE_ENUM(Quota, open, internal)

struct Line {  // where places are counted: a queue of a hall
    HallId hall;
    QueueId queue;
    auto operator<=>(Line const&) const = default;
};
struct Slot {  // names one
    Line line;
    Instant start;
    auto operator<=>(Slot const&) const = default;
};

struct Planned {
    Cell cell;
    int capacity;
    int reserved;  // of the capacity, for internal bookings only
    bool operator==(Planned const&) const = default;
};
// Makes the slots of a day or changes their capacity; those no longer planned keep their bookings
// and offer nothing. Nobody is thrown out. Safe to repeat; says how many rows changed.
int plan(Call&, Line const&, Instant from, Instant to, std::span<Planned const>);

struct Offer {  // a slot as it can be had now
    Cell cell;
    int capacity;
    int reserved;
    int taken;  // held, booked and cooling, without those whose limit has passed
    int inside;
    bool closed;
    // Below zero where the roster was cut under what is booked.
    int free(Quota) const;
};
// In order of start.
std::vector<Offer> find_offers(Call&, Line const&, Instant from, Instant to);

// Overfull slots 冲突: booked beyond their capacity.
struct Overfull {
    QueueId queue;
    Instant start;
    int capacity;
    int taken;
};
std::vector<Overfull> find_overfull(Call&, HallId const&, Instant from, Instant to);

// Takes one place in each slot until then, or none at all. Refuses booking.slot_taken,
// booking.closed, and booking.no_such_time where no slot begins. The slots of one line must be
// one visit: without a gap, in one period.
Result<void> hold(Call&, TicketId const&, std::vector<Slot>, Quota, Instant until);
// Refuses booking.hold_expired. So does book, which also refuses booking.closed.
Result<void> extend_hold(Call&, TicketId const&, Instant until);
Result<void> book(Call&, TicketId const&);
// Gives all its places back, free again from then on; nothing when it has none.
void release(Call&, TicketId const&, Instant free_again);
// Books the new slots and gives the others back, in one go: a refusal leaves all as it was.
Result<void> move(Call&, TicketId const&, std::vector<Slot>, Quota, Instant free_again);
// Books again what was released, over capacity if need be: a closure undone.
void restore(Call&, TicketId const&, std::vector<Slot>, Quota);

// Offers nothing more in the slots of the hall that begin or last between the two, or does again.
void close(Call&, HallId const&, Instant from, Instant to);
void reopen(Call&, HallId const&, Instant from, Instant to);

// Writes off all limits that have passed, so that counts are small again. Changes no answer.
void settle(Call&);

}  // namespace banshi::bookings
