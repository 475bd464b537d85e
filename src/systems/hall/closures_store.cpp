#include "engines/record/listed.h"
#include "store/store.h"
#include "systems/hall/closures.h"

namespace banshi::hall::closures {

void add(Call& call, HallId const& hall, Row const& row) {
    call.tx.run(
        "INSERT INTO hall_closures (district, id, hall, day, from_time, to_time, reason, by_whom, "
        "at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), row.id, hall, row.day, row.from, row.to, row.reason, call.actor.id(),
        call.now);
    call.tx.announce("hall/" + hall.text);
}

void mark_undone(Call& call, HallId const& hall, std::string const& id) {
    call.tx.run("UPDATE hall_closures SET undone_at = ? WHERE district = ? AND id = ?", call.now,
                call.district.name(), id);
    call.tx.announce("hall/" + hall.text);
}

namespace {

constexpr Words select{
    "SELECT id, day, from_time, to_time, reason, undone_at, (SELECT COUNT(*) FROM "
    "hall_closure_bookings b WHERE b.district = c.district AND b.closure = c.id) "
    "FROM hall_closures c "};

}  // namespace

std::optional<Row> find(Call& call, HallId const& hall, std::string const& id) {
    return call.tx.one<Row>(join<select, "WHERE district = ? AND hall = ? AND id = ?">,
                            call.district.name(), hall, id);
}

std::vector<Row> list(Call& call, HallId const& hall, int limit) {
    return call.tx.all<Row>(
        join<select, "WHERE district = ? AND hall = ? ORDER BY day DESC, id DESC LIMIT ?">,
        call.district.name(), hall, limit);
}

std::vector<Row> list_in_force(Call& call, HallId const& hall, Day from, Day to) {
    return call.tx.all<Row>(
        join<select,
             "WHERE district = ? AND hall = ? AND day >= ? AND day <= ? AND undone_at IS NULL "
             "ORDER BY day, from_time">,
        call.district.name(), hall, from, to);
}

void add_cancelled(Call& call, std::string const& closure, Cancelled const& cancelled) {
    call.tx.run(
        "INSERT INTO hall_closure_bookings (district, closure, ticket, quota) "
        "VALUES (?, ?, ?, ?)",
        call.district.name(), closure, cancelled.ticket, cancelled.quota);
}

std::vector<Cancelled> cancelled_by(Call& call, std::string const& closure) {
    return call.tx.all<Cancelled>(
        "SELECT ticket, quota FROM hall_closure_bookings WHERE district = ? AND closure = ? "
        "ORDER BY ticket",
        call.district.name(), closure);
}

record::Hash bound(HallId const& hall, Row const& row, std::string const& by_whom, Instant at,
                   std::vector<Cancelled> const& cancelled) {
    auto text =
        record::listed("banshi-closure-v1", hall, row.id, row.day, row.from.since_midnight.count(),
                       row.to.since_midnight.count(), row.reason, by_whom, at);
    for (auto const& each : cancelled) text = record::listed(text, each.ticket, each.quota);
    return record::sha256({text});
}

record::Hash bound_undone(std::string const& id, Instant undone_at) {
    return record::sha256({record::listed("banshi-closure-undone-v1", id, undone_at)});
}

}  // namespace banshi::hall::closures
