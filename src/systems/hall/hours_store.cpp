#include "store/store.h"
#include "systems/hall/hours_rows.h"

namespace banshi::hall::hours_rows {

namespace {

constexpr Words weeks{
    "SELECT version, since, week, reason, by_whom, at FROM hall_hours h "
    "WHERE district = ? AND hall = ? "};
// The last word on its day, which left a week.
constexpr Words that_stand{
    "AND week <> '' AND version = (SELECT MAX(version) FROM hall_hours s WHERE "
    "s.district = h.district AND s.hall = h.hall AND s.since = h.since) "};
constexpr Words last_of_day{
    "version = (SELECT MAX(version) FROM hall_day_hours s WHERE s.district = h.district "
    "AND s.hall = h.hall AND s.day = h.day) "};

}  // namespace

std::optional<Version> find_on(Call& call, HallId const& hall, Day day) {
    return call.tx.one<Version>(
        join<weeks, that_stand, "AND since <= ? ORDER BY since DESC LIMIT 1">, call.district.name(),
        hall, day);
}

std::vector<Version> list_after(Call& call, HallId const& hall, Day day) {
    return call.tx.all<Version>(join<weeks, that_stand, "AND since > ? ORDER BY since">,
                                call.district.name(), hall, day);
}

std::vector<Version> list_decided(Call& call, HallId const& hall, int limit) {
    return call.tx.all<Version>(join<weeks, "ORDER BY version DESC LIMIT ?">, call.district.name(),
                                hall, limit);
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
    days::announce(call, hall);
    return version;
}

std::vector<SpecialPeriod> list_special(Call& call, HallId const& hall, Day from) {
    return call.tx.all<SpecialPeriod>(
        join<"SELECT day, from_time, to_time, reason FROM hall_day_hours h "
             "WHERE district = ? AND hall = ? AND day >= ? AND from_time < to_time AND ",
             last_of_day, "ORDER BY day, from_time">,
        call.district.name(), hall, from);
}

std::vector<DayDecided> list_days_decided(Call& call, HallId const& hall, int limit) {
    return call.tx.all<DayDecided>(
        "SELECT DISTINCT day, version, reason, by_whom, at FROM hall_day_hours "
        "WHERE district = ? AND hall = ? ORDER BY at DESC, day DESC, version DESC LIMIT ?",
        call.district.name(), hall, limit);
}

std::vector<days::Stretch> periods_of(Call& call, HallId const& hall, Day day, int version) {
    return call.tx.all<days::Stretch>(
        "SELECT from_time, to_time FROM hall_day_hours WHERE district = ? AND hall = ? "
        "AND day = ? AND version = ? AND from_time < to_time ORDER BY from_time",
        call.district.name(), hall, day, version);
}

int add_day(Call& call, HallId const& hall, Day day, std::vector<days::Stretch> const& periods,
            std::string const& reason) {
    auto const last = call.tx.one<std::int64_t>(
        "SELECT COALESCE(MAX(version), 0) FROM hall_day_hours WHERE district = ? AND hall = ? "
        "AND day = ?",
        call.district.name(), hall, day);
    auto const version = static_cast<int>(last.value()) + 1;
    auto const add = [&](days::Stretch const& period) {
        call.tx.run(
            "INSERT INTO hall_day_hours (district, hall, day, version, from_time, to_time, reason, "
            "by_whom, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            call.district.name(), hall, day, version, period.from, period.to, reason,
            call.actor.id(), call.now);
    };
    for (auto const& period : periods) add(period);
    if (periods.empty()) add({});
    days::announce(call, hall);
    return version;
}

std::vector<DayOfBefore> days_of_before(Call& call, HallId const& hall) {
    return call.tx.all<DayOfBefore>(
        join<"SELECT DISTINCT day, reason FROM hall_day_hours h WHERE district = ? AND hall = ? "
             "AND version = 0 AND ",
             last_of_day, "ORDER BY day">,
        call.district.name(), hall);
}

}  // namespace banshi::hall::hours_rows
