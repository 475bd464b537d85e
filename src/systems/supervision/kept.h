#pragma once
// What the office of supervision keeps of a citizen, for the list of their own data: problems,
// and turns at a reception day.

#include "engines/people/holdings.h"

namespace banshi::supervision {

std::vector<people::Holding> kept_reports(Call&, people::Subject const&);
// Their name and telephone go from what has ended, and they follow nothing any more.
void erase_reports(Call&, people::Subject const&);
std::vector<people::Holding> kept_turns(Call&, people::Subject const&);
// The same of turns that are over, unless a problem that came of one is still being worked on.
void erase_turns(Call&, people::Subject const&);

}  // namespace banshi::supervision
