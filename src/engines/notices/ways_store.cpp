#include "engines/notices/outbox_rows.h"
#include "store/store.h"

namespace banshi::notices::rows {

std::vector<WayRow> list_ways(Call& call) {
    return call.tx.all<WayRow>(
        "SELECT way, sent_at, failed_at, trouble FROM outbox_ways WHERE district = ?",
        call.district.name());
}

void put_sent(Call& call, std::string const& way) {
    call.tx.run(
        "INSERT INTO outbox_ways (district, way, sent_at, trouble) VALUES (?, ?, ?, '') "
        "ON CONFLICT (district, way) DO UPDATE SET sent_at = excluded.sent_at",
        call.district.name(), way, call.now);
}

void put_failed(Call& call, std::string const& way, std::string const& trouble) {
    call.tx.run(
        "INSERT INTO outbox_ways (district, way, failed_at, trouble) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, way) DO UPDATE SET failed_at = excluded.failed_at, "
        "trouble = excluded.trouble",
        call.district.name(), way, call.now, trouble);
}

std::vector<Waiting> list_waiting(Call& call) {
    return call.tx.all<Waiting>(
        "SELECT channel, robot, COUNT(*), MIN(queued_at) FROM outbox "
        "WHERE district = ? AND state = 'queued' AND (due_at <= ? OR attempts > 0) "
        "GROUP BY channel, robot ORDER BY channel, robot",
        call.district.name(), call.now);
}

}  // namespace banshi::notices::rows
