#include "systems/aid/relatives.h"

#include <algorithm>

#include "systems/aid/family_rows.h"
#include "systems/aid/fund_rows.h"

namespace banshi::aid {

Result<RelativeDeclared> declare_relative(Call& call, DeclareRelative const& form) {
    auto const who = form.who.value_or(call.actor.id());
    TRY(may(call, who == call.actor.id() ? see_aid : run_campaign));
    if (who.empty()) return Refusal{Why::invalid, "relative.who_missing", {}, "who"};
    if (form.family.empty()) return Refusal{Why::invalid, "fund.family_missing", {}, "family"};
    if (!rows::find_family(call, form.family) && !rows::find_fund(call, form.family))
        return Refusal{Why::not_found, "family.not_found", form.family, "family"};
    if (!is_relative(call, who, form.family)) rows::insert_relative(call, who, form.family);
    auto const families = families_related_to(call, who);
    return RelativeDeclared{static_cast<int>(families.size())};
}

bool is_relative(Call& call, std::string const& who, std::string const& family) {
    return std::ranges::count(families_related_to(call, who), family) > 0;
}

std::vector<std::string> families_related_to(Call& call, std::string const& who) {
    return rows::families_related_to(call, who);
}

}  // namespace banshi::aid
