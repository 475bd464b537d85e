#pragma once
// The two back ends, for open.cpp.

#include "store/store.h"

namespace banshi {

std::unique_ptr<Store> open_sqlite(StoreSettings const&, bool emptied);
std::unique_ptr<Store> open_postgres(StoreSettings const&, bool emptied);

}  // namespace banshi
