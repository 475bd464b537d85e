#pragma once
// The running numbers of papers, and who watches.

#include <cstdint>
#include <string>

#include "store/call.h"

namespace banshi::aid::rows {

std::int64_t next(Call&, std::string const& series);
// Pages that watch the money look again.
void announce_money(Call&);

}  // namespace banshi::aid::rows
