#pragma once
// Dates as people type them into tables: 2026-09-25, 2026/9/25, 2026.9.25, 2026年9月25日, 20260925,
// each with a time of day or without.

#include <string_view>

#include "base/result.h"
#include "documents/cell.h"

namespace banshi::documents {

// Refuses date.two_digits (26-09-25), date.impossible (2026-02-30) and date.unread.
Result<WallTime> read_written_date(std::string_view);

}  // namespace banshi::documents
