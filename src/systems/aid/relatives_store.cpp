#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/relatives.h"

namespace banshi::aid::rows {

void insert_relative(Call& call, std::string const& who, std::string const& family) {
    call.tx.run(
        "INSERT INTO aid_relatives (district, who, family, at, by_whom) VALUES (?, ?, ?, ?, ?)",
        call.district.name(), who, family, call.now, call.actor.id());
    bind_row(call, Bound::relative, family);
}

std::vector<std::string> families_related_to(Call& call, std::string const& who) {
    return call.tx.all<std::string>(
        "SELECT family FROM aid_relatives WHERE district = ? AND who = ? ORDER BY family",
        call.district.name(), who);
}

}  // namespace banshi::aid::rows
