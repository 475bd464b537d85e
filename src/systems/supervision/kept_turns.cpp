// Turns at a reception day 接访登记 bear a telephone and no document: they are found by what is
// sealed in them.

#include "engines/people/keys.h"
#include "systems/supervision/kept.h"
#include "systems/supervision/reception_rows.h"

namespace banshi::supervision {

namespace {

std::vector<rows::Visit> turns_of(Call& call, people::Subject const& subject) {
    if (subject.phone_lookup.empty()) return {};
    auto turns = rows::visits_with_phone(call);
    std::erase_if(turns, [&](rows::Visit const& turn) {
        return people::lookup_hash("phone", people::unseal(turn.phone)) != subject.phone_lookup;
    });
    return turns;
}

bool is_over(Call& call, rows::Visit const& turn, rows::ReceptionDay const& day) {
    bool const comes = turn.state == "booked" || turn.state == "waiting";
    if (comes && call.now <= day.to) return false;
    if (!turn.matter) return true;
    auto const matter = matters::find(call, *turn.matter);
    return !matter || matters::type_of(matter.value().state) == matters::StateType::closed;
}

}  // namespace

std::vector<people::Holding> kept_turns(Call& call, people::Subject const& subject) {
    people::Holding holding{"turns", "turns", {}, {}};
    for (auto const& turn : turns_of(call, subject)) {
        auto const day = rows::find_reception(call, turn.reception);
        holding.things.push_back({turn.turn, turn.subject, turn.start.value_or(day->from)});
    }
    return {std::move(holding)};
}

void erase_turns(Call& call, people::Subject const& subject) {
    for (auto const& turn : turns_of(call, subject))
        if (is_over(call, turn, *rows::find_reception(call, turn.reception)))
            rows::forget_visitor(call, turn.id);
}

}  // namespace banshi::supervision
