#pragma once
// What the clock does for supervision.

#include "base/result.h"
#include "store/call.h"

namespace banshi::supervision {

// 升级督办: the ladder of every book climbs, colours are told of. A server that slept catches up.
struct ClimbLadders {};
struct Climbed {
    int clocks;
};
Result<Climbed> climb_ladders(Call&, ClimbLadders const&);

// Clocks whose calendar has come.
struct RecomputeClocks {};
Result<Climbed> recompute_clocks(Call&, RecomputeClocks const&);

}  // namespace banshi::supervision
