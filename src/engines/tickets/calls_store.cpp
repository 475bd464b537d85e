// Reading the calls of a day, for the board, for the reasons of the order, for a window.

#include "engines/tickets/tickets.h"
#include "store/store.h"

namespace banshi::tickets {

namespace {

// The event keeps the due at the time of the call; the ticket keeps what never changes.
constexpr Words select_call{
    "SELECT e.ticket, e.sequence, t.number, t.queue, t.priority, t.entry, t.issued_at, t.day, "
    "e.due, e.at, e.at_window, t.calls, e.reason, e.passed, e.seq FROM ticket_events e "
    "JOIN tickets t ON t.district = e.district AND t.id = e.ticket "};

constexpr Words select_event{
    "SELECT ticket, sequence, at, since, kind, from_state, to_state, stop, service, at_window, "
    "actor, reason, due, passed, seq FROM ticket_events "};

constexpr std::chrono::days one_day{1};

// What was done at a window on a day, with numbers of that day and with those that waited over the
// midnight before it.
constexpr Words at_window_on{
    "WHERE district = ? AND hall = ? AND day IN (?, ?) AND at_window = ? AND at >= ? AND at < ? "};

}  // namespace

std::vector<CallRow> latest_calls(Call& call, HallId const& hall, Day day, int limit) {
    return call.tx.all<CallRow>(
        join<select_call,
             "WHERE e.district = ? AND e.hall = ? AND e.day IN (?, ?) AND e.to_state = 'called' "
             "AND e.at >= ? ORDER BY e.at DESC, e.seq DESC, e.ticket DESC LIMIT ?">,
        call.district.name(), hall, day, day - one_day, call.district.zone().midnight(day), limit);
}

std::vector<CallRow> calls_of_day(Call& call, HallId const& hall, Day day) {
    auto const& zone = call.district.zone();
    return call.tx.all<CallRow>(
        join<select_call,
             "WHERE e.district = ? AND e.hall = ? AND e.day IN (?, ?) AND e.kind = 'called' "
             "AND e.at >= ? AND e.at < ? ORDER BY e.at, e.seq, e.ticket">,
        call.district.name(), hall, day, day - one_day, zone.midnight(day),
        zone.midnight(day + one_day));
}

std::optional<Event> last_at_window(Call& call, HallId const& hall, WindowId const& window,
                                    Day day) {
    auto const& zone = call.district.zone();
    return call.tx.one<Event>(
        join<select_event, at_window_on, "ORDER BY at DESC, sequence DESC LIMIT 1">,
        call.district.name(), hall, day, day - one_day, window, zone.midnight(day),
        zone.midnight(day + one_day));
}

std::optional<Event> last_served_at(Call& call, HallId const& hall, WindowId const& window,
                                    Day day) {
    auto const& zone = call.district.zone();
    return call.tx.one<Event>(join<select_event, at_window_on,
                                   "AND kind = 'served' ORDER BY at DESC, sequence DESC LIMIT 1">,
                              call.district.name(), hall, day, day - one_day, window,
                              zone.midnight(day), zone.midnight(day + one_day));
}

std::int64_t served_at(Call& call, HallId const& hall, WindowId const& window, Day day) {
    auto const& zone = call.district.zone();
    return call.tx
        .one<std::int64_t>(join<"SELECT COUNT(*) FROM ticket_events ", at_window_on,
                                "AND kind IN ('served', 'stop_served', 'transferred')">,
                           call.district.name(), hall, day, day - one_day, window,
                           zone.midnight(day), zone.midnight(day + one_day))
        .value();
}

DayCounts counts_of_day(Call& call, HallId const& hall, Day day) {
    auto const& zone = call.district.zone();
    return call.tx
        .one<DayCounts>(
            "SELECT COALESCE(SUM(CASE WHEN day = ? AND number IS NOT NULL THEN 1 ELSE 0 END), 0), "
            "COALESCE(SUM(CASE WHEN state = 'served' AND changed_at >= ? AND changed_at < ? "
            "THEN 1 ELSE 0 END), 0) FROM tickets "
            "WHERE district = ? AND hall = ? AND day IN (?, ?)",
            day, zone.midnight(day), zone.midnight(day + one_day), call.district.name(), hall, day,
            day - one_day)
        .value();
}

}  // namespace banshi::tickets
