#include "engines/matters/retention_rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

std::vector<MatterId> forgettable(Call& call, std::string const& book, std::string const& kind,
                                  Instant before, int limit) {
    return call.tx.all<MatterId>(
        "SELECT m.id FROM matters m WHERE m.district = ? AND m.book = ? AND m.kind = ? "
        "AND m.state IN ('cleared', 'declined', 'merged', 'withdrawn') "
        "AND COALESCE(m.cleared_at, m.changed_at) < ? "
        "AND (EXISTS (SELECT 1 FROM matter_reporters r WHERE r.district = m.district "
        "AND r.matter = m.id AND (r.name <> '' OR r.phone <> '' OR r.email <> '' "
        "OR r.person IS NOT NULL)) "
        "OR EXISTS (SELECT 1 FROM matter_originals o WHERE o.district = m.district "
        "AND o.matter = m.id)) "
        "ORDER BY m.registered_at, m.id LIMIT ?",
        call.district.name(), book, kind, before, limit);
}

void forget_originals(Call& call, MatterId const& matter) {
    call.tx.run("DELETE FROM matter_originals WHERE district = ? AND matter = ?",
                call.district.name(), matter);
}

void reword(Call& call, Deed const& deed, std::string const& why) {
    call.tx.run(
        "UPDATE matter_deeds SET why = ? WHERE district = ? AND matter = ? AND sequence = ?", why,
        call.district.name(), deed.matter, deed.sequence);
}

}  // namespace banshi::matters::rows
