#pragma once
// How the facts of each paper are read.

#include "store/store.h"
#include "systems/aid/bound.h"

namespace banshi::aid::rows {

// All of a district, and those of one number; lines of one number stand together.
struct Statements {
    Sql all, one;
};
Statements statements_of(Bound);

}  // namespace banshi::aid::rows
