#include "systems/hall/limits.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/people/people.h"
#include "systems/hall/conduct.h"

namespace banshi::hall {

namespace {

std::optional<LimitedPerson> limited(Call& call, PersonId const& person, Rules const& rules) {
    auto const& zone = call.district.zone();
    auto const conduct = conduct_of(zone, visits_of(call, person, rules), call.now);
    auto const end = blocked_until(conduct, rules, call.now);
    if (!end) return std::nullopt;
    auto const masked = people::masked(call, person);
    return LimitedPerson{person,
                         masked.name,
                         masked.id_number,
                         masked.phone,
                         counted(conduct.no_shows, rules, call.now),
                         counted(conduct.cancellations, rules, call.now),
                         zone.day_of(*end)};
}

Result<Rules> may_lift(Call& call, HallId const& hall) {
    auto const found = TRY(find_hall(call, hall));
    TRY(people::may(call, lift_limits, people::node(call.district, hall)));
    return rules_now(call, found.id);
}

LimitedPersons all_limited(Call& call, Rules const& rules) {
    auto const today = call.district.zone().day_of(call.now);
    auto const from = today - std::chrono::days{2 * rules.block_days};
    auto const least = std::min(rules.block_no_shows, rules.block_cancellations);
    LimitedPersons all;
    for (auto const& person : limits::suspects(call, from, today, least))
        if (auto shown = limited(call, person, rules)) all.persons.push_back(std::move(*shown));
    std::ranges::stable_sort(all.persons, std::greater{}, &LimitedPerson::until);
    return all;
}

}  // namespace

Result<LimitedPersons> list_limited(Call& call, ListLimited const& form) {
    return all_limited(call, TRY(may_lift(call, form.hall)));
}

Result<LimitedPersons> lift_limit(Call& call, LiftLimit const& form) {
    auto const rules = TRY(may_lift(call, form.hall));
    if (is_blank(form.reason))
        return Refusal{Why::invalid, "limit.reason_missing", form.person.text, "reason"};
    people::lock(call, form.person);
    if (!limited(call, form.person, rules))
        return Refusal{Why::conflict, "limit.not_limited", form.person.text};
    limits::note_lifted(call, form.person, form.reason);
    return all_limited(call, rules);
}

}  // namespace banshi::hall
