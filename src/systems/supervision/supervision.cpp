#include "systems/supervision/supervision.h"

#include <algorithm>

#include "engines/people/place.h"

namespace banshi::supervision {

Result<matters::Matter> find_matter(Call& call, std::string const& number) {
    auto const by_id = matters::find(call, MatterId{number});
    auto const matter = by_id ? by_id : matters::find_by_number(call, number);
    if (matter && matter.value().book != book_name)
        return Refusal{Why::not_found, "matter.not_found", number, "number"};
    return matter;
}

std::vector<Unit> units_of(Call& call) {
    bool const english = call.language == Language::en;
    std::vector<Unit> units;
    for (auto const& unit : call.district.policy<Settings>().units)
        units.push_back({unit.id, english ? unit.name_en : unit.name});
    for (auto const& org : people::list_orgs(call, people::node(call.district)))
        if (org.kind == people::OrgKind::street)
            units.push_back({org.id, people::name_of(call, org.id, org.name)});
    return units;
}

std::string unit_name(Call& call, OrgId const& unit) {
    auto const units = units_of(call);
    auto const found = std::ranges::find(units, unit, &Unit::id);
    return found == units.end() ? unit.text : found->name;
}

std::string unit_node(Call& call, OrgId const& unit) {
    return people::node(call.district) + (unit.empty() ? "" : "/" + unit.text);
}

Result<void> check_unit(Call& call, OrgId const& unit, char const* field) {
    auto const units = units_of(call);
    if (std::ranges::find(units, unit, &Unit::id) != units.end()) return {};
    return Refusal{Why::invalid, "unit.not_found", unit.text, field};
}

}  // namespace banshi::supervision
