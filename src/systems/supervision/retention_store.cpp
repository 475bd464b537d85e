#include "store/store.h"
#include "systems/supervision/retention_rows.h"

namespace banshi::supervision::rows {

void forget_visitors(Call& call, MatterId const& matter) {
    call.tx.run(
        "UPDATE reception_visits SET name = '', phone = '' WHERE district = ? AND matter = ?",
        call.district.name(), matter);
}

void forget_details(Call& call, MatterId const& matter) {
    call.tx.run("DELETE FROM supervision_details WHERE district = ? AND matter = ?",
                call.district.name(), matter);
}

std::vector<MatterId> ended_with_traces(Call& call, std::string const& kind, Instant before,
                                        int limit) {
    return call.tx.all<MatterId>(
        "SELECT m.id FROM matters m WHERE m.district = ? AND m.book = 'supervision' "
        "AND m.kind = ? AND m.state IN ('cleared', 'declined', 'merged', 'withdrawn') "
        "AND COALESCE(m.cleared_at, m.changed_at) < ? "
        "AND (EXISTS (SELECT 1 FROM supervision_details d WHERE d.district = m.district "
        "AND d.matter = m.id) OR EXISTS (SELECT 1 FROM files f WHERE f.district = m.district "
        "AND f.about = 'report/' || m.id AND f.visibility = 'staff' AND f.removed_at IS NULL)) "
        "ORDER BY m.registered_at, m.id LIMIT ?",
        call.district.name(), kind, before, limit);
}

}  // namespace banshi::supervision::rows
