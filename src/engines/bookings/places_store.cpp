// Taking places and giving them back. Every change of a count is one guarded update of the row,
// in ascending order of the slots; nothing is checked first and written later.

#include <algorithm>
#include <set>

#include "engines/bookings/bookings.h"
#include "store/store.h"

namespace banshi::bookings {

namespace {

enum class Standing { held, booked, cooling };
BOOST_DESCRIBE_ENUM(Standing, held, booked, cooling)

struct Had {  // a place that somebody has
    HallId hall;
    QueueId queue;
    Instant start;
    Quota quota;
    Standing standing;
    Slot slot() const { return {{hall, queue}, start}; }
};

struct Change {  // of the counts of one slot
    int held = 0;
    int booked = 0;
    int cooling = 0;
    int inside = 0;
    Change& operator+=(Change const& more) {
        held += more.held, booked += more.booked, cooling += more.cooling, inside += more.inside;
        return *this;
    }
};

Change one(Standing standing, Quota quota, int by) {
    bool const inside = quota == Quota::internal && standing != Standing::cooling;
    return {standing == Standing::held ? by : 0, standing == Standing::booked ? by : 0,
            standing == Standing::cooling ? by : 0, inside ? by : 0};
}

void count(Call& call, Slot const& slot, Change const& by) {
    call.tx.run(
        "UPDATE slots SET held = held + ?, booked = booked + ?, cooling = cooling + ?, "
        "inside = inside + ? "
        "WHERE district = ? AND hall = ? AND queue = ? AND start = ?",
        by.held, by.booked, by.cooling, by.inside, call.district.name(), slot.line.hall,
        slot.line.queue, slot.start);
}

// Writes off what has passed in one slot; says whether that freed anything.
bool settle(Call& call, Slot const& slot) {
    auto const passed = call.tx.all<Had>(
        "DELETE FROM places WHERE district = ? AND hall = ? AND queue = ? AND start = ? "
        "AND until IS NOT NULL AND until <= ? RETURNING hall, queue, start, quota, state",
        call.district.name(), slot.line.hall, slot.line.queue, slot.start, call.now);
    if (passed.empty()) return false;
    Change sum;
    for (auto const& each : passed) sum += one(each.standing, each.quota, -1);
    count(call, slot, sum);
    return true;
}

std::optional<Cell> take_counted(Call& call, Slot const& slot, Quota quota, Standing as) {
    auto const by = one(as, quota, 1);
    return call.tx.one<Cell>(
        "UPDATE slots SET held = held + ?, booked = booked + ?, inside = inside + ? "
        "WHERE district = ? AND hall = ? AND queue = ? AND start = ? AND closed = 0 "
        "AND capacity - held - booked - cooling "
        "- CASE WHEN ? = 'open' AND reserved > inside THEN reserved - inside ELSE 0 END >= 1 "
        "RETURNING start, length, period",
        by.held, by.booked, by.inside, call.district.name(), slot.line.hall, slot.line.queue,
        slot.start, quota);
}

// Counts may be behind the clock, never before it: only when they say "full" is it worth looking
// for limits that have passed.
std::optional<Cell> take(Call& call, Slot const& slot, Quota quota, Standing as) {
    auto cell = take_counted(call, slot, quota, as);
    if (!cell && settle(call, slot)) cell = take_counted(call, slot, quota, as);
    return cell;
}

struct Seen {
    Instant start;
    Minutes length;
    int period;
    int closed;
};

std::optional<Seen> see(Call& call, Slot const& slot) {
    return call.tx.one<Seen>(
        "SELECT start, length, period, closed FROM slots "
        "WHERE district = ? AND hall = ? AND queue = ? AND start = ?",
        call.district.name(), slot.line.hall, slot.line.queue, slot.start);
}

Refusal why_not(Call& call, Slot const& slot, Instant first) {
    auto const seen = see(call, slot);
    if (!seen && slot.start == first)
        return {Why::invalid, "booking.no_such_time", slot.line.queue.text, "start"};
    if (seen && seen->closed != 0) return {Why::conflict, "booking.closed", slot.line.queue.text};
    return {Why::conflict, "booking.slot_taken", slot.line.queue.text};
}

Result<void> one_visit(std::vector<Cell> cells) {
    std::ranges::sort(cells, {}, &Cell::start);
    auto const whole = visit(cells, cells.front().start, static_cast<int>(cells.size()));
    if (whole.empty()) return Refusal{Why::conflict, "booking.slot_taken", "not one visit"};
    return {};
}

void keep(Call& call, std::string const& holder, Slot const& slot, Quota quota, Standing as,
          std::optional<Instant> until) {
    call.tx.run(
        "INSERT INTO places (district, holder, hall, queue, start, quota, state, until) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), holder, slot.line.hall, slot.line.queue, slot.start, quota, as,
        until);
}

std::vector<Had> places_of(Call& call, TicketId const& ticket) {
    return call.tx.all<Had>(
        "SELECT hall, queue, start, quota, state FROM places "
        "WHERE district = ? AND holder = ? ORDER BY hall, queue, start",
        call.district.name(), ticket);
}

void give_back(Call& call, TicketId const& ticket, Had const& had, Instant free_again) {
    call.tx.run("DELETE FROM places WHERE district = ? AND holder = ? AND queue = ? AND start = ?",
                call.district.name(), ticket, had.queue, had.start);
    auto change = one(had.standing, had.quota, -1);
    if (free_again > call.now) {
        change += one(Standing::cooling, had.quota, 1);
        keep(call, call.fresh<TicketId>().text, had.slot(), had.quota, Standing::cooling,
             free_again);
    }
    count(call, had.slot(), change);
}

std::vector<Slot> ascending(std::vector<Slot> slots) {
    std::ranges::sort(slots);
    slots.erase(std::ranges::unique(slots).begin(), slots.end());
    return slots;
}

Instant first_start(std::vector<Slot> const& slots) {
    return std::ranges::min_element(slots, {}, &Slot::start)->start;
}

}  // namespace

Result<void> hold(Call& call, TicketId const& ticket, std::vector<Slot> slots, Quota quota,
                  Instant until) {
    slots = ascending(std::move(slots));
    std::vector<Cell> cells;
    for (auto const& slot : slots) {
        auto const cell = take(call, slot, quota, Standing::held);
        if (!cell) return why_not(call, slot, first_start(slots));
        cells.push_back(*cell);
        keep(call, ticket.text, slot, quota, Standing::held, until);
    }
    return one_visit(std::move(cells));
}

Result<void> extend_hold(Call& call, TicketId const& ticket, Instant until) {
    auto const rows = call.tx.changed(
        "UPDATE places SET until = ? WHERE district = ? AND holder = ? "
        "AND state = 'held' AND until > ?",
        until, call.district.name(), ticket, call.now);
    if (rows == 0) return Refusal{Why::too_late, "booking.hold_expired", ticket.text};
    return {};
}

Result<void> book(Call& call, TicketId const& ticket) {
    auto places = call.tx.all<Had>(
        "UPDATE places SET state = 'booked', until = NULL WHERE district = ? AND holder = ? "
        "AND state = 'held' AND until > ? RETURNING hall, queue, start, quota, state",
        call.district.name(), ticket, call.now);
    if (places.empty()) return Refusal{Why::too_late, "booking.hold_expired", ticket.text};
    std::ranges::sort(places, {}, &Had::slot);
    for (auto const& had : places) {
        auto const rows = call.tx.changed(
            "UPDATE slots SET held = held - 1, booked = booked + 1 "
            "WHERE district = ? AND hall = ? AND queue = ? AND start = ? AND closed = 0",
            call.district.name(), had.hall, had.queue, had.start);
        if (rows == 0) return Refusal{Why::conflict, "booking.closed", ticket.text};
    }
    return {};
}

void release(Call& call, TicketId const& ticket, Instant free_again) {
    for (auto const& had : places_of(call, ticket)) give_back(call, ticket, had, free_again);
}

Result<void> move(Call& call, TicketId const& ticket, std::vector<Slot> slots, Quota quota,
                  Instant free_again) {
    slots = ascending(std::move(slots));
    std::map<Slot, std::optional<Had>> touched;  // new ones and old ones, in ascending order
    for (auto const& slot : slots) touched[slot];
    for (auto const& had : places_of(call, ticket)) touched[had.slot()] = had;
    std::vector<Cell> cells;
    for (auto const& [slot, had] : touched) {
        bool const wanted = std::ranges::binary_search(slots, slot);
        if (had && !wanted) {
            give_back(call, ticket, *had, free_again);
        } else if (had) {
            auto const seen = see(call, slot).value();
            cells.push_back({seen.start, seen.length, seen.period});
        } else {
            auto const cell = take(call, slot, quota, Standing::booked);
            if (!cell) return why_not(call, slot, first_start(slots));
            cells.push_back(*cell);
            keep(call, ticket.text, slot, quota, Standing::booked, std::nullopt);
        }
    }
    return one_visit(std::move(cells));
}

void restore(Call& call, TicketId const& ticket, std::vector<Slot> slots, Quota quota) {
    for (auto const& slot : ascending(std::move(slots))) {
        keep(call, ticket.text, slot, quota, Standing::booked, std::nullopt);
        count(call, slot, one(Standing::booked, quota, 1));
    }
}

void settle(Call& call) {
    auto const passed = call.tx.all<Had>(
        "SELECT hall, queue, start, quota, state FROM places "
        "WHERE district = ? AND until IS NOT NULL AND until <= ? ORDER BY hall, queue, start",
        call.district.name(), call.now);
    std::set<Slot> slots;
    for (auto const& each : passed) slots.insert(each.slot());
    for (auto const& slot : slots) settle(call, slot);
}

}  // namespace banshi::bookings
