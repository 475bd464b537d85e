#pragma once
// The folder of the data, before it is used: whoever may not read or write it, or has none yet, is
// told so and what to do.

#include <system_error>

#include "cli/environment.h"

namespace banshi::cli {

// Says what is wrong and throws Stopped.
void check_data(Environment const&);
// A file or a folder that the machine refused, in the words of whoever has to mend it.
int tell_trouble(Environment const&, std::error_code const&, std::string const& path);

// Whether the installed keys open what the database has sealed; true where nothing is sealed yet.
bool keys_fit(Store&, std::string const& url);
// The same without a store, of a copy: by any text that looks sealed.
bool keys_open(std::string const& url);

}  // namespace banshi::cli
