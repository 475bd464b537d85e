#pragma once
// Whose data it is, and all of it; for the other files of this system.

#include "engines/people/holdings.h"
#include "systems/privacy/privacy.h"

namespace banshi::privacy {

// Refuses session.missing.
Result<people::Subject> subject_of(Call&);
MyData my_data(Call&, people::Subject const&);
std::optional<ErasureShown> erasure_of(Call&, AccountId const&);

}  // namespace banshi::privacy
