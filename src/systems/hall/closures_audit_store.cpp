// Closures that were confirmed and undone: each row beside its entries.

#include "engines/record/hash.h"
#include "store/store.h"
#include "systems/hall/closures.h"
#include "systems/hall/record_audit.h"

namespace banshi::hall {

namespace {

struct Stored {
    closures::Row row;
    std::string hall, by_whom;
    Instant at;
};

std::vector<Stored> all_closures(Call& call) {
    struct Read {
        std::string id, hall;
        Day day;
        Clock from, to;
        std::string reason;
        std::optional<Instant> undone_at;
        std::string by_whom;
        Instant at;
    };
    std::vector<Stored> all;
    call.tx.each<Read>(
        "SELECT id, hall, day, from_time, to_time, reason, undone_at, by_whom, at "
        "FROM hall_closures WHERE district = ? ORDER BY id",
        [&](Read const& read) {
            all.push_back({{read.id, read.day, read.from, read.to, read.reason, read.undone_at, 0},
                           read.hall,
                           read.by_whom,
                           read.at});
        },
        call.district.name());
    return all;
}

}  // namespace

void RecordAudit::compare_closures(Call& call, std::vector<record::Breach>& found) {
    // An entry of before binds that there is such a closure, and no more.
    auto const is = [](Published const& entry, record::Hash const& bound) {
        return entry.hash.empty() || entry.hash == hex(bound);
    };
    for (auto const& [row, hall, by_whom, at] : all_closures(call)) {
        auto const name = [&](char const* text, std::uint64_t seq) {
            found.push_back({text, seq, {{"hall", hall}, {"day", written(row.day)}}});
        };
        auto const confirmed = closures_.extract(row.id);
        auto const undone = undone_.extract(row.id);
        if (confirmed.empty()) {
            name("breach.closure_unlogged", 0);
            continue;
        }
        if (!is(confirmed.mapped(),
                closures::bound({hall}, row, by_whom, at, closures::cancelled_by(call, row.id))))
            name("breach.closure_differs", confirmed.mapped().seq);
        if (undone.empty() && row.undone_at) name("breach.closure_differs", confirmed.mapped().seq);
        if (!undone.empty() &&
            (!row.undone_at ||
             !is(undone.mapped(), closures::bound_undone(row.id, *row.undone_at))))
            name("breach.closure_differs", undone.mapped().seq);
    }
    for (auto const& [id, entry] : closures_) found.push_back({"breach.closure_gone", entry.seq});
}

}  // namespace banshi::hall
