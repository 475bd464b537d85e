#pragma once
// The logs of the city, read from end to end.

#include "cli/environment.h"

namespace banshi::cli {

// Prints what was looked at and the first breaches; an empty district stands for all. Says
// whether there was none.
bool verify_logs(Environment const&, City const&, Store&, std::string const& district);

}  // namespace banshi::cli
