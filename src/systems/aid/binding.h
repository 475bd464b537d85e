#pragma once
// A deed of the aid ends with one entry for all rows that it wrote, each as it stands then.

#include "systems/system.h"

namespace banshi::aid {

Deed binding(Deed);

// Once, when the program is first started with this form of entries: all rows that are there.
// From then on a row without an entry was written by hand, whatever date it bears.
void bind_rows_of_before(Call&);

}  // namespace banshi::aid
