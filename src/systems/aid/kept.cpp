#include "systems/aid/kept.h"

#include "systems/aid/campaign_rows.h"
#include "systems/aid/family_rows.h"

namespace banshi::aid {

std::vector<people::Holding> kept_families(Call& call, people::Subject const& subject) {
    people::Holding holding{"families", "books", {}, {}};
    if (subject.person.empty()) return {};
    for (auto const& campaign : rows::all_campaigns(call))
        if (auto const family = rows::family_of_person(call, campaign.number, subject.person))
            holding.things.push_back({family->number, campaign.name, family->at});
    return {std::move(holding)};
}

}  // namespace banshi::aid
