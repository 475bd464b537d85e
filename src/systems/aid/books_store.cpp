#include "store/store.h"
#include "systems/aid/books_rows.h"

namespace banshi::aid::rows {

std::int64_t next(Call& call, std::string const& series) {
    return call.tx
        .one<std::int64_t>(
            "INSERT INTO aid_series (district, series, last) VALUES (?, ?, 1) "
            "ON CONFLICT (district, series) DO UPDATE SET last = aid_series.last + 1 "
            "RETURNING last",
            call.district.name(), series)
        .value();
}

void announce_money(Call& call) { call.tx.announce("aid/money"); }

}  // namespace banshi::aid::rows
