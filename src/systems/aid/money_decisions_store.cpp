#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/money_decisions.h"

namespace banshi::aid::rows {

void insert(Call& call, MoneyDecision const& d) {
    call.tx.run(
        "INSERT INTO aid_money_decisions (district, number, about, year, families, family, fen, "
        "reason, "
        "voters, at, by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), d.number, d.about, d.year, d.families, d.family, d.fen, d.reason,
        d.voters, d.at, call.actor.id());
    bind_row(call, Bound::money_decision, d.number);
}

std::vector<MoneyDecision> all_decisions(Call& call) {
    return call.tx.all<MoneyDecision>(
        "SELECT number, about, year, families, family, fen, reason, voters, at "
        "FROM aid_money_decisions WHERE district = ? ORDER BY number",
        call.district.name());
}

}  // namespace banshi::aid::rows
