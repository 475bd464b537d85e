#pragma once
// What the office of supervision keeps of a citizen, for the list of their own data.

#include "engines/people/holdings.h"

namespace banshi::supervision {

std::vector<people::Holding> kept_reports(Call&, people::Subject const&);
// Their name and telephone go from what has ended, and they follow nothing any more.
void erase_reports(Call&, people::Subject const&);

}  // namespace banshi::supervision
