#pragma once
// The rows of matters held against the leaves of their deeds 账实核对: what was altered by hand in
// either is named with the row and the leaf.

#include "engines/record/owned.h"

namespace banshi::matters {

// Reads deeds, matters and levels once each, in order; takes each leaf that a row answers for.
std::vector<record::Breach> check_rows(Transaction&, std::string const& district, record::Leaves&);

}  // namespace banshi::matters
