#include "store/store.h"
#include "systems/heating/rows.h"

namespace banshi::heating::rows {

int last_number(Call& call) {
    auto const last = call.tx.one<int>(
        "SELECT number FROM heating_cases WHERE district = ? ORDER BY number DESC LIMIT 1",
        call.district.name());
    return last.value_or(0);
}

void insert(Call& call, Case const& one) {
    call.tx.run(
        "INSERT INTO heating_cases (district, number, title, state, registered_by, at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        call.district.name(), one.number, one.title, one.state, one.registered_by, call.now);
}

Result<Case> find(Call& call, int number) {
    auto const found = call.tx.one<Case>(
        "SELECT number, title, state, registered_by FROM heating_cases "
        "WHERE district = ? AND number = ?",
        call.district.name(), number);
    if (!found) return Refusal{Why::not_found, "heating.not_found", std::to_string(number)};
    return *found;
}

void clear(Call& call, Case const& one, std::string const& evidence) {
    call.tx.run("UPDATE heating_cases SET state = ? WHERE district = ? AND number = ?", one.state,
                call.district.name(), one.number);
    call.tx.run(
        "INSERT INTO heating_clearances (district, number, evidence, by_whom, at) "
        "VALUES (?, ?, ?, ?, ?)",
        call.district.name(), one.number, evidence, call.actor.id(), call.now);
}

}  // namespace banshi::heating::rows
