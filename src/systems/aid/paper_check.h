#pragma once
// The papers beside the books 单据核对: a donation, an allocation, an order or a line of the bank
// says the same as the transfer that it stands for.

#include <string>
#include <vector>

#include "systems/aid/aid.h"

namespace banshi::aid {

// The numbers of those that do not.
std::vector<std::string> papers_that_differ(Call&);

}  // namespace banshi::aid
