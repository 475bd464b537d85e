#pragma once
// What the aid keeps of a citizen, for the list of their own data.

#include "engines/people/holdings.h"

namespace banshi::aid {

std::vector<people::Holding> kept_families(Call&, people::Subject const&);
std::vector<people::Holding> kept_donors(Call&, people::Subject const&);
// The telephone goes, and the public sees the name no more. The books keep it where money came or
// is promised: receipts are kept for 30 years (会计档案管理办法).
void erase_donors(Call&, people::Subject const&);

}  // namespace banshi::aid
