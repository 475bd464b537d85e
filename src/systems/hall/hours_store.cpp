#include "store/store.h"
#include "systems/hall/hours_rows.h"

namespace banshi::hall::hours_rows {

std::optional<Version> find_on(Call& call, HallId const& hall, Day day) {
    return call.tx.one<Version>(
        "SELECT version, since, week, reason FROM hall_hours WHERE district = ? AND hall = ? "
        "AND since <= ? ORDER BY since DESC, version DESC LIMIT 1",
        call.district.name(), hall, day);
}

std::vector<Version> list_after(Call& call, HallId const& hall, Day day) {
    return call.tx.all<Version>(
        "SELECT version, since, week, reason FROM hall_hours h WHERE district = ? AND hall = ? "
        "AND since > ? AND version = (SELECT MAX(version) FROM hall_hours s WHERE "
        "s.district = h.district AND s.hall = h.hall AND s.since = h.since) ORDER BY since",
        call.district.name(), hall, day);
}

int add(Call& call, HallId const& hall, Day since, std::string const& week,
        std::string const& reason) {
    auto const last =
        call.tx.one<std::int64_t>("SELECT COUNT(*) FROM hall_hours WHERE district = ? AND hall = ?",
                                  call.district.name(), hall);
    auto const version = static_cast<int>(last.value()) + 1;
    call.tx.run(
        "INSERT INTO hall_hours (district, hall, version, since, week, reason, by_whom, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), hall, version, since, week, reason, call.actor.id(), call.now);
    call.tx.announce("hall/" + hall.text);
    return version;
}

std::vector<SpecialPeriod> list_special(Call& call, HallId const& hall, Day from) {
    return call.tx.all<SpecialPeriod>(
        "SELECT day, from_time, to_time, reason FROM hall_special_days "
        "WHERE district = ? AND hall = ? AND day >= ? ORDER BY day, from_time",
        call.district.name(), hall, from);
}

}  // namespace banshi::hall::hours_rows
