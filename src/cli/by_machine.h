#pragma once
// Deeds that a command does in place of a person: through the use case of the system, with the one
// right that it asks for.

#include "cli/environment.h"

namespace banshi::cli {

// Whoever acts where no person does; holds no right.
Actor const& machine();

// Nothing where no system of the district has it.
Deed const* deed_of(CityDistrict const&, std::string_view verb);

Result<Answer> done_by_machine(Deed const&, Environment const&, City const&, District const&,
                               Transaction&, json::object const& form);

}  // namespace banshi::cli
