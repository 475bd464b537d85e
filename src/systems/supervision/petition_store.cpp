#include "store/store.h"
#include "systems/supervision/petition_rows.h"

namespace banshi::supervision::rows {

void insert(Call& call, PetitionVisitRow const& v) {
    call.tx.run(
        "INSERT INTO petition_visits (district, matter, serial, at, channel, words, account, "
        "takes_back) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), v.matter, v.serial, v.at, v.channel, v.words, v.account,
        v.takes_back);
}

std::vector<PetitionVisitRow> petition_visits_of(Call& call, MatterId const& matter) {
    return call.tx.all<PetitionVisitRow>(
        "SELECT matter, serial, at, channel, words, account, takes_back FROM petition_visits "
        "WHERE district = ? AND matter = ? ORDER BY serial",
        call.district.name(), matter);
}

void insert(Call& call, PetitionPaperRow const& p) {
    call.tx.run(
        "INSERT INTO petition_papers (district, matter, serial, at, kind, file, words, account) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), p.matter, p.serial, p.at, p.kind, p.file, p.words, p.account);
}

std::vector<PetitionPaperRow> petition_papers_of(Call& call, MatterId const& matter) {
    return call.tx.all<PetitionPaperRow>(
        "SELECT matter, serial, at, kind, file, words, account FROM petition_papers "
        "WHERE district = ? AND matter = ? ORDER BY serial",
        call.district.name(), matter);
}

void insert(Call& call, PetitionDecision const& d) {
    call.tx.run(
        "INSERT INTO petition_decisions (district, matter, earlier, same, why, at, account) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), d.matter, d.earlier, d.same, d.why, d.at, d.account);
}

std::vector<PetitionDecision> petition_decisions_of(Call& call, MatterId const& matter) {
    return call.tx.all<PetitionDecision>(
        "SELECT matter, earlier, same, why, at, account FROM petition_decisions "
        "WHERE district = ? AND matter = ? ORDER BY at, earlier",
        call.district.name(), matter);
}

std::int64_t receptions_about(Call& call, MatterId const& matter) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM reception_visits "
            "WHERE district = ? AND matter = ? AND state = 'received'",
            call.district.name(), matter)
        .value();
}

}  // namespace banshi::supervision::rows
