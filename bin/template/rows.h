#pragma once
// The rows behind the cases. They decide nothing.

#include "systems/heating/heating.h"

namespace banshi::heating::rows {

int last_number(Call&);
void insert(Call&, Case const&);
Result<Case> find(Call&, int number);  // refuses heating.not_found
void clear(Call&, Case const&, std::string const& evidence);

}  // namespace banshi::heating::rows
