#pragma once
// The entries 名单条目 of a draw as the public list has them.

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace banshi::draws {

// Without the blanks around it, in the composed form NFC, so that two that look the same are the
// same. Refuses entry.unreadable, and entry.id_number for what would tell who somebody is.
Result<std::string> entry_as_listed(std::string_view typed, Day today);

// As people copy them: in capitals, with blanks around it.
std::string hex_as_typed(std::string_view typed);

}  // namespace banshi::draws
