#pragma once
// Empty databases, for tests: whatever was there is gone.

#include "store/session.h"

namespace banshi {

void empty(Session& session);  // not a table
void empty_and_migrate(Session& session);

}  // namespace banshi
