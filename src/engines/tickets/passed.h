#pragma once
// Whom a call passed over, as the event keeps it in one column: "A021@1795395600=lacks_skill ...",
// the due time in seconds UTC.

#include "engines/tickets/order.h"

namespace banshi::tickets {

struct PassedNumber {
    std::string number;
    Instant due;
    PassedBecause because;
};

std::string written_passed(std::vector<Passed> const&);
// Throws std::runtime_error for what written_passed never writes.
std::vector<PassedNumber> read_passed(std::string_view);

}  // namespace banshi::tickets
