#include "engines/matters/units.h"

#include <algorithm>

#include "engines/people/orgs.h"
#include "engines/people/place.h"

namespace banshi::matters {

namespace {

Unit unit_of(Call const& call, UnitSetting const& office) {
    return {office.id, call.language == Language::en ? office.name_en : office.name};
}

Unit unit_of(Call const& call, people::Org const& street) {
    return {street.id, people::name_of(call, street.id, street.name)};
}

std::optional<Unit> find_unit(Call& call, Offices const& offices, OrgId const& id) {
    auto const office = std::ranges::find(offices, id, &UnitSetting::id);
    if (office != offices.end()) return unit_of(call, *office);
    auto const org = people::find_org(call, id);
    if (org && org->kind == people::OrgKind::street) return unit_of(call, *org);
    return std::nullopt;
}

}  // namespace

std::vector<Unit> streets_of(Call& call) {
    std::vector<Unit> streets;
    for (auto const& org : people::list_streets(call)) streets.push_back(unit_of(call, org));
    return streets;
}

std::vector<Unit> units_of(Call& call, Offices const& offices) {
    std::vector<Unit> units;
    for (auto const& office : offices) units.push_back(unit_of(call, office));
    for (auto& street : streets_of(call)) units.push_back(std::move(street));
    return units;
}

std::string unit_name(Call& call, Offices const& offices, OrgId const& id) {
    auto const unit = find_unit(call, offices, id);
    return unit ? unit->name : id.text;
}

Result<void> check_unit(Call& call, Offices const& offices, OrgId const& id, char const* field) {
    if (find_unit(call, offices, id)) return {};
    return Refusal{Why::invalid, "unit.not_found", id.text, field};
}

std::string unit_node(Call const& call, OrgId const& unit) {
    return people::node(call.district) + (unit.empty() ? "" : "/" + unit.text);
}

}  // namespace banshi::matters
