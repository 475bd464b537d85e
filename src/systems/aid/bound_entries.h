#pragma once
// The entries behind bound.h, as the record holds them.

#include "systems/aid/bound.h"

namespace banshi::aid {

// A new column in what is bound is a new form: all rows are bound again, once.
constexpr int form_of_entries = 1;

constexpr char const* bound_kind = "aid.bound";
constexpr char const* bound_before_kind = "aid.bound_before";

record::Hash hash_of(ledger::Transfer const&, record::Salt const&);

}  // namespace banshi::aid
