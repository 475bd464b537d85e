#pragma once
// The rights that a district's roles may give: those that the deeds of the program ask for.

#include "engines/people/policy.h"
#include "systems/system.h"

namespace banshi::cli {

// Refuses config.value at a right that no deed asks for, with its line in people.toml and the
// rights that are written nearly like it.
Result<void> check_rights(std::vector<people::Role> const&, std::vector<System> const&,
                          std::string_view toml, std::string const& file);

}  // namespace banshi::cli
