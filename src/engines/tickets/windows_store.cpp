#include "engines/tickets/windows.h"
#include "store/store.h"

namespace banshi::tickets {

namespace {

constexpr Words select_window{
    "SELECT id, staff_state, clerk, clerk_name, since, heard_at, emergency_at FROM windows "};

}  // namespace

void establish_window(Call& call, HallId const& hall, WindowId const& window) {
    call.tx.run(
        "INSERT INTO windows (district, hall, id, staff_state, clerk_name, since, heard_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (district, hall, id) DO NOTHING",
        call.district.name(), hall, window, StaffState::off, "", call.now, call.now);
}

void set_skills(Call& call, HallId const& hall, WindowId const& window,
                std::vector<Skill> const& skills) {
    call.tx.run("DELETE FROM window_skills WHERE district = ? AND hall = ? AND at_window = ?",
                call.district.name(), hall, window);
    for (auto const& skill : skills)
        call.tx.run(
            "INSERT INTO window_skills (district, hall, at_window, service, queue) "
            "VALUES (?, ?, ?, ?, ?)",
            call.district.name(), hall, window, skill.service, skill.queue);
    call.tx.announce("hall/" + hall.text);
}

Result<Window> find_window(Call& call, HallId const& hall, WindowId const& id) {
    auto window =
        call.tx.one<Window>(join<select_window, "WHERE district = ? AND hall = ? AND id = ?">,
                            call.district.name(), hall, id);
    if (!window) return Refusal{Why::not_found, "window.not_found", id.text};
    return std::move(*window);
}

std::vector<Window> windows_of(Call& call, HallId const& hall) {
    return call.tx.all<Window>(
        join<select_window, "WHERE district = ? AND hall = ? ORDER BY LENGTH(id), id">,
        call.district.name(), hall);
}

std::vector<Skill> skills_of(Call& call, HallId const& hall) {
    return call.tx.all<Skill>(
        "SELECT at_window, service, queue FROM window_skills WHERE district = ? AND hall = ? "
        "ORDER BY at_window, service",
        call.district.name(), hall);
}

void save(Call& call, HallId const& hall, Window const& window) {
    call.tx.run(
        "UPDATE windows SET staff_state = ?, clerk = ?, clerk_name = ?, since = ?, heard_at = ?, "
        "emergency_at = ? WHERE district = ? AND hall = ? AND id = ?",
        window.staff_state, window.clerk, window.clerk_name, window.since, window.heard_at,
        window.emergency_at, call.district.name(), hall, window.id);
    call.tx.announce("hall/" + hall.text);
}

void note_heartbeat(Call& call, HallId const& hall, Window const& window) {
    call.tx.run("UPDATE windows SET heard_at = ? WHERE district = ? AND hall = ? AND id = ?",
                window.heard_at, call.district.name(), hall, window.id);
}

std::vector<Measure> measures_of(Call& call, HallId const& hall) {
    return call.tx.all<Measure>(
        "SELECT service, cases, seconds, shown, booked FROM service_measures "
        "WHERE district = ? AND hall = ?",
        call.district.name(), hall);
}

namespace {

struct Served {
    ServiceId service;
    std::int64_t cases;
    std::int64_t seconds;
};
struct Came {
    ServiceId service;
    std::int64_t shown;
    std::int64_t booked;
};

// Seconds in the state that each event of serving ended, over the stops that were finished.
std::vector<Served> served_since(Call& call, HallId const& hall, Day from) {
    return call.tx.all<Served>(
        "SELECT service, SUM(CASE WHEN kind = 'served' THEN 1 ELSE 0 END), "
        "CAST(SUM(at - since) / 1000000 AS BIGINT) FROM ticket_events "
        "WHERE district = ? AND hall = ? AND day >= ? AND from_state = 'serving' GROUP BY service",
        call.district.name(), hall, from);
}

std::vector<Came> came_since(Call& call, HallId const& hall, Day from, Day before) {
    return call.tx.all<Came>(
        "SELECT service, SUM(CASE WHEN state = 'no_show' THEN 0 ELSE 1 END), COUNT(*) FROM tickets "
        "WHERE district = ? AND hall = ? AND day >= ? AND day < ? AND booked_at IS NOT NULL "
        "AND state NOT IN ('held', 'expired', 'cancelled', 'office_cancelled') GROUP BY service",
        call.district.name(), hall, from, before);
}

void keep_measure(Call& call, HallId const& hall, Measure const& measure) {
    call.tx.run(
        "INSERT INTO service_measures (district, hall, service, cases, seconds, shown, booked) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (district, hall, service) DO UPDATE SET "
        "cases = excluded.cases, seconds = excluded.seconds, shown = excluded.shown, "
        "booked = excluded.booked",
        call.district.name(), hall, measure.service, measure.cases, measure.seconds, measure.shown,
        measure.booked);
}

}  // namespace

void measure(Call& call, HallId const& hall, Day today) {
    std::map<std::string, Measure> measures;
    // Cleared at once, or while the clock was set back: a case still takes a second, for every
    // estimate divides by this mean.
    auto const mean = [](std::int64_t seconds, std::int64_t cases) {
        return cases > 0 ? std::max<std::int64_t>(1, seconds / cases) : 0;
    };
    for (auto const& [service, cases, seconds] :
         served_since(call, hall, today - std::chrono::days{30}))
        measures[service.text] = {service, cases, mean(seconds, cases), 0, 0};
    for (auto const& [service, shown, booked] :
         came_since(call, hall, today - std::chrono::days{90}, today)) {
        auto& each = measures[service.text];
        each.service = service;
        each.shown = shown;
        each.booked = booked;
    }
    for (auto const& [service, each] : measures) keep_measure(call, hall, each);
}

}  // namespace banshi::tickets
