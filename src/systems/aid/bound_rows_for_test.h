#pragma once
// A row of each paper that entries bind.

namespace banshi {
class Transaction;
}

namespace banshi::aid {

void fill_bound_rows(Transaction&);

}  // namespace banshi::aid
