#include "store/store.h"
#include "systems/hall/days.h"

namespace banshi::hall::days {

std::vector<Stretch> closed(Call& call, HallId const& hall, Day day) {
    return call.tx.all<Stretch>(
        "SELECT from_time, to_time FROM hall_closures "
        "WHERE district = ? AND hall = ? AND day = ? AND undone_at IS NULL ORDER BY from_time",
        call.district.name(), hall, day);
}

std::vector<Stretch> special(Call& call, HallId const& hall, Day day) {
    return call.tx.all<Stretch>(
        "SELECT from_time, to_time FROM hall_day_hours h WHERE district = ? AND hall = ? "
        "AND day = ? AND from_time < to_time AND version = (SELECT MAX(version) FROM "
        "hall_day_hours s WHERE s.district = h.district AND s.hall = h.hall AND s.day = h.day) "
        "ORDER BY from_time",
        call.district.name(), hall, day);
}

bool is_published(Call& call, HallId const& hall, Day day) {
    return call.tx
        .one<std::int64_t>(
            "SELECT day FROM hall_rosters WHERE district = ? AND hall = ? AND day = ?",
            call.district.name(), hall, day)
        .has_value();
}

std::vector<StoredShift> shifts(Call& call, HallId const& hall, Day day) {
    return call.tx.all<StoredShift>(
        "SELECT at_window, from_time, to_time, services, clerk FROM hall_shifts "
        "WHERE district = ? AND hall = ? AND day = ? ORDER BY LENGTH(at_window), at_window, "
        "from_time",
        call.district.name(), hall, day);
}

void publish(Call& call, HallId const& hall, Day day, std::vector<StoredShift> const& shifts) {
    call.tx.run("DELETE FROM hall_shifts WHERE district = ? AND hall = ? AND day = ?",
                call.district.name(), hall, day);
    for (auto const& shift : shifts)
        call.tx.run(
            "INSERT INTO hall_shifts (district, hall, day, at_window, from_time, to_time, "
            "services, "
            "clerk) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            call.district.name(), hall, day, shift.window, shift.from, shift.to, shift.services,
            shift.clerk);
    call.tx.run(
        "INSERT INTO hall_rosters (district, hall, day, by_whom, at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, hall, day) DO UPDATE SET by_whom = excluded.by_whom, at = "
        "excluded.at",
        call.district.name(), hall, day, call.actor.id(), call.now);
    announce(call, hall);
}

void announce(Call& call, HallId const& hall) { call.tx.announce("hall/" + hall.text); }

bool mark_ended(Call& call, HallId const& hall, Day day) {
    return call.tx.changed(
               "INSERT INTO hall_ended_days (district, hall, day, by_whom, at) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT (district, hall, day) DO NOTHING",
               call.district.name(), hall, day, call.actor.id(), call.now) > 0;
}

bool is_ended(Call& call, HallId const& hall, Day day) {
    return call.tx
        .one<Day>("SELECT day FROM hall_ended_days WHERE district = ? AND hall = ? AND day = ?",
                  call.district.name(), hall, day)
        .has_value();
}

std::optional<std::string> rules_on(Call& call, HallId const& hall, Day day) {
    return call.tx.one<std::string>(
        "SELECT rules FROM hall_rules WHERE district = ? AND hall = ? AND since <= ? "
        "AND confirmed_by IS NOT NULL ORDER BY since DESC, version DESC LIMIT 1",
        call.district.name(), hall, day);
}

}  // namespace banshi::hall::days
