#include "engines/record/listed.h"
#include "store/store.h"
#include "systems/hall/rules_rows.h"

namespace banshi::hall::rules_rows {

record::Hash bound(Version const& version, std::string const& confirmed_by) {
    return record::sha256({record::listed("banshi-rules-v1", version.rules, version.proposed_by,
                                          confirmed_by, version.at)});
}

std::optional<Version> find_proposed(Call& call, HallId const& hall) {
    return call.tx.one<Version>(
        "SELECT version, since, rules, proposed_by, at FROM hall_rules r WHERE district = ? "
        "AND hall = ? AND confirmed_by IS NULL AND version = (SELECT MAX(version) FROM hall_rules "
        "l WHERE l.district = r.district AND l.hall = r.hall)",
        call.district.name(), hall);
}

void propose(Call& call, HallId const& hall, Day since, std::string const& rules) {
    call.tx.run(
        "INSERT INTO hall_rules (district, hall, version, since, rules, proposed_by, at) "
        "SELECT ?, ?, COALESCE(MAX(version), 0) + 1, CAST(? AS BIGINT), ?, ?, CAST(? AS BIGINT) "
        "FROM hall_rules WHERE district = ? AND hall = ?",
        call.district.name(), hall, since, rules, call.actor.id(), call.now, call.district.name(),
        hall);
    call.tx.announce("hall/" + hall.text);
}

void confirm(Call& call, HallId const& hall, int version) {
    call.tx.run(
        "UPDATE hall_rules SET confirmed_by = ? WHERE district = ? AND hall = ? AND version = ?",
        call.actor.id(), call.district.name(), hall, version);
    call.tx.announce("hall/" + hall.text);
}

std::int64_t count_booked(Call& call, HallId const& hall, Day from) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM tickets WHERE district = ? AND hall = ? AND state = 'booked' "
            "AND day >= ?",
            call.district.name(), hall, from)
        .value();
}

}  // namespace banshi::hall::rules_rows
