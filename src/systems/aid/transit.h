#pragma once
// Money on its way 在途: a bank may take a batch from the account in one sum and answer line by
// line later. Until then the sum stands in an account of its own, and each order is paid out of
// that.

#include "systems/aid/bank_lines.h"
#include "systems/aid/payments.h"

namespace banshi::aid {

// The batch whose number and sum the line has, where no order of it was answered yet.
std::optional<Batch> batch_taken(Call&, BankLine const&);
// Books the sum; gives its transfer. The holds of the orders move from the bank to the transit.
Result<std::int64_t> take_in_one_sum(Call&, Batch const&, Day);

bool is_through_transit(Call&, Order const&);
// The bank gives back what it did not, or could not, pay.
Result<std::int64_t> return_from_transit(Call&, Order const&, Day);

}  // namespace banshi::aid
