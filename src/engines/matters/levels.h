#pragma once
// How a level comes to be, for the engine alone: its row, its sheet's number, its leaf, and those
// who hear of it.

#include "engines/matters/clocks.h"

namespace banshi::matters {

struct NewLevel {
    int clock;
    int level;
    Cause cause;
    Instant nominal;
    std::string why = {};
    std::optional<Day> new_last_day = {};
};
// Its row as it will stand, but for the sheet's number, those who are told and the leaf.
LevelRow drawn_level(Call&, Matter const&, NewLevel const&);
LevelRow put_level(Call&, Matter const&, NewLevel const&);

// The sentence [notice.matter.staff] `what`, once for each `once`.
void tell_staff(Call&, Matter const&, std::string const& what, std::vector<Told> const&,
                Facts facts, std::string const& once);

}  // namespace banshi::matters
