#pragma once
// What the clock does for supervision.

#include "base/result.h"
#include "store/call.h"

namespace banshi::supervision {

// 升级督办: the ladder of every book climbs, colours are told of. A server that slept catches up.
struct ClimbLadders {};
struct Climbed {
    int clocks;
    bool more;  // perhaps: this turn was full
};
Result<Climbed> climb_ladders(Call&, ClimbLadders const&);

// Clocks whose calendar has come.
struct RecomputeClocks {};
Result<Climbed> recompute_clocks(Call&, RecomputeClocks const&);

// What the deeds changed joins the totals 汇总.
struct FoldCounts {};
struct Folded {
    int rows;
    bool more;
};
Result<Folded> fold_counts(Call&, FoldCounts const&);

// New words join the index of words 检索.
struct FoldWords {};
Result<Folded> fold_words(Call&, FoldWords const&);

}  // namespace banshi::supervision
