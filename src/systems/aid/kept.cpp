#include "systems/aid/kept.h"

#include "engines/people/keys.h"
#include "systems/aid/campaign_rows.h"
#include "systems/aid/donor_rows.h"
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

// A donor bears a telephone and no document.
static std::vector<Donor> donors_of(Call& call, people::Subject const& subject) {
    if (subject.phone_lookup.empty()) return {};
    auto donors = rows::donors_with_phone(call);
    std::erase_if(donors, [&](Donor const& donor) {
        return people::lookup_hash("phone", people::unseal(donor.phone)) != subject.phone_lookup;
    });
    return donors;
}

std::vector<people::Holding> kept_donors(Call& call, people::Subject const& subject) {
    people::Holding holding{"donors", "donors", {}, {}};
    for (auto const& donor : donors_of(call, subject))
        holding.things.push_back({donor.number, donor.name, donor.at});
    return {std::move(holding)};
}

void erase_donors(Call& call, people::Subject const& subject) {
    for (auto donor : donors_of(call, subject)) {
        donor.phone.clear();
        if (donor.kind == DonorKind::person) {
            donor.anonymous = true;
            if (!rows::is_in_books(call, donor.number)) donor.name.clear();
        }
        rows::forget(call, donor);
    }
}

}  // namespace banshi::aid
