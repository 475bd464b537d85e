#include "engines/bookings/waiting_list.h"
#include "store/store.h"

namespace banshi::bookings {

int join(Call& call, Line const& line, ServiceId const& service, Day day, PersonId const& person) {
    call.tx.run(
        "INSERT INTO waiting_list (district, id, hall, queue, service, day, person, joined_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, hall, service, day, person) DO NOTHING",
        call.district.name(), call.fresh<TicketId>(), line.hall, line.queue, service, day, person,
        call.now);
    auto const ahead = call.tx.one<int>(
        "SELECT count(*) FROM waiting_list WHERE district = ? AND hall = ? AND queue = ? "
        "AND day = ? AND offered IS NULL AND id < (SELECT id FROM waiting_list "
        "WHERE district = ? AND hall = ? AND service = ? AND day = ? AND person = ?)",
        call.district.name(), line.hall, line.queue, day, call.district.name(), line.hall, service,
        day, person);
    return ahead.value();
}

std::optional<InLine> first_in_line(Call& call, Line const& line, Day day) {
    return call.tx.one<InLine>(
        "SELECT id, service, person FROM waiting_list WHERE district = ? AND hall = ? "
        "AND queue = ? AND day = ? AND offered IS NULL ORDER BY id LIMIT 1",
        call.district.name(), line.hall, line.queue, day);
}

void mark_offered(Call& call, InLine const& first, TicketId const& ticket) {
    call.tx.run("UPDATE waiting_list SET offered = ? WHERE district = ? AND id = ?", ticket,
                call.district.name(), first.id);
}

void leave(Call& call, HallId const& hall, ServiceId const& service, Day day,
           PersonId const& person) {
    call.tx.run(
        "DELETE FROM waiting_list WHERE district = ? AND hall = ? AND service = ? AND day = ? "
        "AND person = ?",
        call.district.name(), hall, service, day, person);
}

}  // namespace banshi::bookings
