#pragma once
// The calling order 叫号顺序: one due time a ticket, one key to compare, one rule for who is next.
// A hall keeps it, the simulator runs it, and every call says with it who was passed over and why.

#include <boost/describe/enum.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace banshi::tickets {

// How a ticket came into the queue.
enum class Entry {
    booked,    // 预约
    walkin,    // 现场取号
    priority,  // 优先: elderly, disabled, soldiers, as the law and the district say
    late,      // 迟到: booked, but checked in after the grace
};
BOOST_DESCRIBE_ENUM(Entry, booked, walkin, priority, late)

// What a district may set about the order.
struct Rules {
    Minutes head_start{15};  // 预约提前量 H: none is first come first served, a day booked first
    Minutes early{30};       // check-in opens so long before the booked time
    Minutes grace{10};       // and is still in time so long after it
    int return_behind = 3;  // 过号顺延: a missed ticket returns behind so many
};

// The due time 应叫时刻 with the entry that gave it.
struct Place {
    Entry entry;
    Instant due;
    bool operator==(Place const&) const = default;
};

Instant check_in_opens(Rules const&, Instant booked_at);
// The last moment that is still in time.
Instant check_in_ends(Rules const&, Instant booked_at);

// A booking whose citizen is here now; one beyond the grace becomes late.
Place place_on_check_in(Rules const&, Instant booked_at, Instant now);
// A number drawn at the kiosk; only walkin and priority are drawn there.
Place place_on_issue(Rules const&, Entry, Instant now);

// The order is the order of keys. tie is the sequence of issue or check-in; return_number is 0
// until the ticket returns, then the number of that event.
struct Key {
    Instant due;
    std::int64_t tie = 0;
    std::int64_t return_number = 0;
    auto operator<=>(Key const&) const = default;
};

// 过号顺延: where a missed ticket stands after its return: directly behind the return_behind-th
// callable ticket of its queue and behind those that returned there earlier, never before its own
// place. callable: the keys of those that wait, in order. return_number: greater than any before.
Key key_on_return(Rules const&, Key own, std::span<Key const> callable, std::int64_t return_number);

// A ticket that waits, as far as the order looks at it.
struct Waiting {
    TicketId id;
    std::string number;
    ServiceId service;
    Entry entry;
    Key key;
};

enum class PassedBecause {
    lacks_skill,  // the window cannot do the service
    overridden,   // an official called another by name, with a written reason
};
BOOST_DESCRIBE_ENUM(PassedBecause, lacks_skill, overridden)

struct Passed {
    Waiting ticket;
    PassedBecause because;
};

// Who is called, and everybody with a smaller key who was not, in order.
struct Choice {
    Waiting ticket;
    std::vector<Passed> passed;
};

// The smallest key among those whose service the window can do; nothing when nobody is.
std::optional<Choice> next_for(std::span<ServiceId const> skills, std::span<Waiting const> waiting);
// "This one": what calling just this ticket passes over; nothing when it does not wait.
std::optional<Choice> choose(TicketId const&, std::span<ServiceId const> skills,
                             std::span<Waiting const> waiting);

}  // namespace banshi::tickets
