#pragma once
// The rows of visits held against the leaves of their events 账实核对: what was altered by hand in
// either is named with the row and the leaf.

#include "engines/record/owned.h"

namespace banshi::tickets {

// Reads all visits and their events once, in order; takes each leaf that an event answers for.
std::vector<record::Breach> check_rows(Transaction&, std::string const& district, record::Leaves&);

}  // namespace banshi::tickets
