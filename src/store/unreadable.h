#pragma once
// Rows that somebody changed by hand, read by those who look for just that.

#include <functional>
#include <optional>
#include <string>

namespace banshi {

// What kept `look` from reading on: a word that no column may hold, a broken document. Nothing
// where it came to its end. A fault of the database itself is thrown on.
std::optional<std::string> unreadable(std::function<void()> const& look);

}  // namespace banshi
