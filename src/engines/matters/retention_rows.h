#pragma once
// Whose personal data are kept still. For this engine alone.

#include "engines/matters/matter.h"

namespace banshi::matters::rows {

std::vector<MatterId> forgettable(Call&, std::string const& book, std::string const& kind,
                                  Instant before, int limit);
void forget_originals(Call&, MatterId const&);
void reword(Call&, Deed const&, std::string const& why);

}  // namespace banshi::matters::rows
