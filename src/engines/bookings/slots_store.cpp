// The rows of slots: planned, listed, closed.

#include <algorithm>
#include <map>

#include "engines/bookings/bookings.h"
#include "store/store.h"

namespace banshi::bookings {

namespace {

struct Row {
    Instant start;
    Minutes length;
    int period;
    int capacity;
    int reserved;
    int taken;
    int inside;
    bool closed;
};

std::vector<Row> rows_between(Call& call, Line const& line, Instant from, Instant to) {
    return call.tx.all<Row>(
        "SELECT start, length, period, capacity, reserved, held + booked + cooling, inside, closed "
        "FROM slots WHERE district = ? AND hall = ? AND queue = ? AND start >= ? AND start < ? "
        "ORDER BY start",
        call.district.name(), line.hall, line.queue, from, to);
}

Planned planned_in(Row const& row) {
    return {{row.start, row.length, row.period}, row.capacity, row.reserved};
}

void put(Call& call, Line const& line, Planned const& slot) {
    call.tx.run(
        "INSERT INTO slots (district, hall, queue, start, length, period, capacity, "
        "reserved) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, hall, queue, start) DO UPDATE SET "
        "length = excluded.length, period = excluded.period, "
        "capacity = excluded.capacity, reserved = excluded.reserved",
        call.district.name(), line.hall, line.queue, slot.cell.start, slot.cell.length,
        slot.cell.period, slot.capacity, slot.reserved);
}

struct Passed {
    Instant start;
    bool inside;
};

void mark_closed(Call& call, HallId const& hall, Instant from, Instant to, bool closed) {
    call.tx.run(
        "UPDATE slots SET closed = ? WHERE district = ? AND hall = ? AND start < ? "
        "AND start + length * 60000000 > ? AND closed <> ?",
        closed, call.district.name(), hall, to, from, closed);
}

}  // namespace

int plan(Call& call, Line const& line, Instant from, Instant to, std::span<Planned const> planned) {
    std::map<Instant, Planned> before;
    for (auto const& row : rows_between(call, line, from, to)) before[row.start] = planned_in(row);
    std::vector<Planned> changed;
    for (auto const& slot : planned) {
        auto const known = before.extract(slot.cell.start);
        if (known.empty() || known.mapped() != slot) changed.push_back(slot);
    }
    for (auto const& [start, slot] : before)
        if (slot.capacity != 0) changed.push_back({slot.cell, 0, 0});
    for (auto const& slot : changed) put(call, line, slot);
    return static_cast<int>(changed.size());
}

std::vector<Offer> find_offers(Call& call, Line const& line, Instant from, Instant to) {
    std::vector<Offer> offers;
    for (auto const& row : rows_between(call, line, from, to))
        offers.push_back({{row.start, row.length, row.period},
                          row.capacity,
                          row.reserved,
                          row.taken,
                          row.inside,
                          row.closed});
    auto const passed = call.tx.all<Passed>(
        "SELECT start, CASE WHEN quota = 'internal' AND state = 'held' THEN 1 ELSE 0 END "
        "FROM places WHERE district = ? AND hall = ? AND queue = ? AND start >= ? AND start < ? "
        "AND until IS NOT NULL AND until <= ?",
        call.district.name(), line.hall, line.queue, from, to, call.now);
    for (auto const& each : passed) {
        auto const offer = std::ranges::lower_bound(
            offers, each.start, {}, [](auto const& some) { return some.cell.start; });
        offer->taken -= 1;
        offer->inside -= each.inside;
    }
    return offers;
}

std::vector<Overfull> find_overfull(Call& call, HallId const& hall, Instant from, Instant to) {
    return call.tx.all<Overfull>(
        "SELECT queue, start, capacity, booked FROM slots WHERE district = ? AND hall = ? "
        "AND start >= ? AND start < ? AND booked > capacity ORDER BY start, queue",
        call.district.name(), hall, from, to);
}

void close(Call& call, HallId const& hall, Instant from, Instant to) {
    mark_closed(call, hall, from, to, true);
}

void reopen(Call& call, HallId const& hall, Instant from, Instant to) {
    mark_closed(call, hall, from, to, false);
}

}  // namespace banshi::bookings
