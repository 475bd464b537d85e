#include <fmt/format.h>

#include "engines/record/hash.h"
#include "store/store.h"
#include "systems/hall/record_audit.h"

namespace banshi::hall {

void RecordAudit::see(record::Seen const& entry) {
    tickets::HallAudit::see(entry);
    if (entry.kind != "rules.published") return;
    auto const page = record::text_field(entry.body, "page");
    if (!page.starts_with("hall/")) return;
    rules_[std::string(page)] = {entry.seq, std::string(record::text_field(entry.body, "hash"))};
}

std::vector<record::Breach> RecordAudit::compare(Call& call) {
    struct Row {
        std::string hall;
        int version;
        Day since;
        std::string rules;
    };
    auto found = tickets::HallAudit::compare(call);
    auto open = rules_;
    call.tx.each<Row>(
        "SELECT hall, version, since, rules FROM hall_rules WHERE district = ? "
        "AND confirmed_by IS NOT NULL ORDER BY hall, version",
        [&](Row const& row) {
            auto const page =
                fmt::format("hall/{}/{}/{}", row.hall, written(row.since), row.version);
            auto const logged = open.find(page);
            if (logged == open.end())
                found.push_back({"breach.rules_unlogged", 0, {{"page", page}}});
            else if (logged->second.hash != hex(record::sha256({row.rules})))
                found.push_back({"breach.rules_differ", logged->second.seq, {{"page", page}}});
            if (logged != open.end()) open.erase(logged);
        },
        call.district.name());
    for (auto const& [page, logged] : open)
        found.push_back({"breach.rules_gone", logged.seq, {{"page", page}}});
    return found;
}

}  // namespace banshi::hall
