#include "systems/privacy/audit.h"

#include "engines/people/people.h"
#include "systems/privacy/certificate.h"
#include "systems/privacy/system.h"

namespace banshi::privacy {

using record::Breach;
using record::text_field;

void ErasureAudit::see(record::Seen const& seen) {
    if (seen.kind != record::ErasureGranted::kind) return;
    said_.insert_or_assign(std::string(text_field(seen.body, "n")),
                           Said{seen.seq, std::string(text_field(seen.body, "h"))});
}

std::vector<Breach> ErasureAudit::compare(Call& call) {
    auto const& district = call.district.name();
    auto const size = record::tip(call.tx, district).size;
    for (auto const& [kind, body] : record::waiting_entries(call.tx, district))
        see({size, kind, {}, body});
    std::vector<Breach> found;
    for (auto const& one : rows::granted(call)) {
        auto const number = number_of(one);
        auto const said = said_.extract(number);
        if (said.empty()) {
            found.push_back({"breach.row_without_leaf", 0, {{"number", number}}});
            continue;
        }
        auto const& [seq, hash] = said.mapped();
        if (hash != hex(fingerprint_of(call, one)))
            found.push_back({"breach.erasure_differs", seq, {{"number", number}}});
        if (!people::masked(call, one.person).name.empty())
            found.push_back({"breach.erasure_undone", seq, {{"number", number}}});
    }
    for (auto const& [number, said] : said_)
        found.push_back({"breach.leaf_without_row", said.seq, {{"number", number}}});
    return found;
}

std::unique_ptr<record::Audit> audit() { return std::make_unique<ErasureAudit>(); }

}  // namespace banshi::privacy
