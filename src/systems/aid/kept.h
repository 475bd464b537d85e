#pragma once
// What the aid keeps of a citizen, for the list of their own data.

#include "engines/people/holdings.h"

namespace banshi::aid {

std::vector<people::Holding> kept_families(Call&, people::Subject const&);

}  // namespace banshi::aid
