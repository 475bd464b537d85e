#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/gap.h"

namespace banshi::aid::rows {

void insert_promise(Call& call, PublishPromise const& promise) {
    call.tx.run(
        "INSERT INTO aid_promises (district, year, families, at, by_whom) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, year) DO UPDATE SET families = excluded.families, "
        "at = excluded.at, by_whom = excluded.by_whom",
        call.district.name(), promise.year, promise.families, call.now, call.actor.id());
    bind_row(call, Bound::promise, std::to_string(promise.year));
}

std::optional<int> promise_of(Call& call, int year) {
    return call.tx.one<int>("SELECT families FROM aid_promises WHERE district = ? AND year = ?",
                            call.district.name(), year);
}

}  // namespace banshi::aid::rows
