#include "store/store.h"
#include "systems/supervision/retention_rows.h"

namespace banshi::supervision::rows {

void forget_visitors(Call& call, MatterId const& matter) {
    call.tx.run(
        "UPDATE reception_visits SET name = '', phone = '' WHERE district = ? AND matter = ?",
        call.district.name(), matter);
}

}  // namespace banshi::supervision::rows
