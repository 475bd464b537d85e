#pragma once
// Questions of a category 附加问题, and what may be answered to them.

#include "systems/supervision/open311_settings.h"

namespace banshi::supervision {

bool fits(Question const&, std::string const& value);

}  // namespace banshi::supervision
