#pragma once
// What the office of supervision keeps of a citizen, for the list of their own data.

#include "engines/people/holdings.h"

namespace banshi::supervision {

std::vector<people::Holding> kept_reports(Call&, people::Subject const&);

}  // namespace banshi::supervision
