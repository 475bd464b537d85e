#include "systems/supervision/supervision.h"

namespace banshi::supervision {

Result<matters::Matter> find_matter(Call& call, std::string const& number) {
    auto const by_id = matters::find(call, MatterId{number});
    auto const matter = by_id ? by_id : matters::find_by_number(call, number);
    if (matter && matter.value().book != book_name)
        return Refusal{Why::not_found, "matter.not_found", number, "number"};
    return matter;
}

std::vector<Unit> units_of(Call& call) {
    return matters::units_of(call, call.district.policy<Settings>().units);
}

std::string unit_name(Call& call, OrgId const& unit) {
    return matters::unit_name(call, call.district.policy<Settings>().units, unit);
}

Result<void> check_unit(Call& call, OrgId const& unit, char const* field) {
    return matters::check_unit(call, call.district.policy<Settings>().units, unit, field);
}

}  // namespace banshi::supervision
