#include "systems/aid/facts.h"

#include <algorithm>

#include "base/check.h"
#include "base/shape.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(FamilyFacts, (),
                      (members, income_fen, disabled_or_ill, pupils, workers, housing, evidence))

Result<void> check_facts(FamilyFacts const& facts) {
    constexpr int most_members = 30;
    constexpr std::int64_t most_income = 100'000'000;
    if (facts.members < 1 || facts.members > most_members)
        return Refusal{Why::invalid, "family.members", "", "members"};
    if (facts.income_fen < 0 || facts.income_fen > most_income)
        return Refusal{Why::invalid, "family.income", "", "income_fen"};
    auto const within = [&](int persons) { return persons >= 0 && persons <= facts.members; };
    if (!within(facts.disabled_or_ill))
        return Refusal{Why::invalid, "family.persons", "", "disabled_or_ill"};
    if (!within(facts.pupils)) return Refusal{Why::invalid, "family.persons", "", "pupils"};
    if (!within(facts.workers)) return Refusal{Why::invalid, "family.persons", "", "workers"};
    return {};
}

std::string facts_text(FamilyFacts const& facts) {
    return json::serialize(shape::write(facts, Zone("UTC")));
}

FamilyFacts read_facts(std::string const& text) {
    auto facts = shape::read<FamilyFacts>(json::parse(text).as_object(), shape::Source::json);
    CHECK(facts);
    return facts.value();
}

}  // namespace banshi::aid
