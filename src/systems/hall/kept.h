#pragma once
// What the halls keep of a citizen, for the list of their own data.

#include "engines/people/holdings.h"

namespace banshi::hall {

std::vector<people::Holding> kept_visits(Call&, people::Subject const&);

}  // namespace banshi::hall
