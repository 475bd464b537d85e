#include <map>

#include "engines/notices/notices.h"
#include "engines/people/people.h"
#include "systems/accounts/accounts.h"

namespace banshi::accounts {

using namespace std::chrono_literals;

namespace {

constexpr int looks_a_page = 50;
constexpr auto kept_notices = 24h * 30;
constexpr int most_forgotten = 5'000;  // a run; the rest the next day

}  // namespace

Result<AccessLog> list_access_log(Call& call, ListAccessLog const& form) {
    auto found = people::list_access(call, form.before, looks_a_page + 1);
    AccessLog log;
    if (found.size() > looks_a_page) {
        found.pop_back();
        log.next = found.back().at;
    }
    for (auto const& access : found) {
        auto const person = people::masked(call, access.person);
        log.looks.push_back(
            {access.at, access.account_name, person.name, person.id_number, access.reason});
    }
    return log;
}

Result<OrgTree> see_org_tree(Call& call, SeeOrgTree const& form) {
    OrgTree tree;
    auto const below = form.below.value_or(people::node(call.district));
    for (auto const& org : people::list_orgs(call, below))
        tree.orgs.push_back({org.path, org.kind, people::name_of(call, org.id, org.name)});
    return tree;
}

Result<StreetList> list_streets(Call& call, ListStreets const&) {
    StreetList list;
    if (!call.district.has<people::Place>()) return list;
    auto const& place = call.district.policy<people::Place>();
    std::map<std::string, std::size_t> at;
    for (auto const& [code, name, kind, parent] : place.below) {
        if (kind == people::OrgKind::street) {
            at[code] = list.streets.size();
            list.streets.push_back({OrgId{code}, people::name_of(call, {code}, name), {}});
        } else if (auto const street = at.find(parent); street != at.end()) {
            list.streets[street->second].communities.push_back(
                {OrgId{code}, people::name_of(call, {code}, name)});
        }
    }
    if (place.map) list.map = MapShown{place.map->coordinates, place.map->review_number};
    return list;
}

Result<Forgotten> forget_old(Call& call, ForgetOld const&) {
    people::forget_ended(call, most_forgotten);
    notices::forget_old(call, call.now - kept_notices, most_forgotten);
    return Forgotten{};
}

}  // namespace banshi::accounts
