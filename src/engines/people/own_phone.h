#pragma once
// What a citizen's log-in proves: the telephone that it was made with.

#include <string>

#include "store/call.h"

namespace banshi::people {

// Whether the asker is a citizen who has logged in with this telephone, in its usual form.
bool is_own_phone(Call&, std::string const& phone);

}  // namespace banshi::people
