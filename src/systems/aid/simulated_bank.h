#pragma once
// A bank for demonstrations and tests 模拟银行: takes a payment file and answers it, line by line.

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace banshi::aid {

// Pays every order on that day but those that are refused, by their number and with a reason.
// Refuses csv.* and answer.column as read_answer does.
Result<std::string> answered(std::string_view payment_file, Day,
                             std::map<std::string, std::string> const& refused);

}  // namespace banshi::aid
