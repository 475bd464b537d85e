#include "systems/supervision/jobs.h"

#include "engines/matters/clocks.h"
#include "engines/matters/counts.h"
#include "engines/matters/words.h"
#include "systems/route.h"
#include "systems/supervision/routes.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ClimbLadders, (), ())
BOOST_DESCRIBE_STRUCT(RecomputeClocks, (), ())
BOOST_DESCRIBE_STRUCT(Climbed, (), (clocks, more))
BOOST_DESCRIBE_STRUCT(FoldCounts, (), ())
BOOST_DESCRIBE_STRUCT(FoldWords, (), ())
BOOST_DESCRIBE_STRUCT(Folded, (), (rows, more))

// So many clocks a transaction, so that no other deed waits long.
constexpr int a_turn = 500;
constexpr int clocks_a_turn = 50;  // each is computed anew
constexpr int changes_a_turn = 1000;

Result<Climbed> climb_ladders(Call& call, ClimbLadders const&) {
    auto const clocks = matters::climb(call, a_turn);
    return Climbed{clocks, clocks >= a_turn};
}

Result<Climbed> recompute_clocks(Call& call, RecomputeClocks const&) {
    auto const missing = matters::recompute_missing(call, a_turn);
    auto const followed = matters::follow_calendar(call, clocks_a_turn);
    return Climbed{missing + followed, missing >= a_turn || followed >= clocks_a_turn};
}

Result<Folded> fold_counts(Call& call, FoldCounts const&) {
    auto const rows = matters::fold_counts(call, changes_a_turn);
    return Folded{rows, rows >= changes_a_turn};
}

Result<Folded> fold_words(Call& call, FoldWords const&) {
    Folded folded{};
    for (auto const& book : call.district.policy<matters::Books>().all)
        folded.rows += matters::fold_words(call, book.name);
    folded.more = folded.rows > 0;
    return folded;
}

std::vector<Job> matter_jobs() {
    return {
        {.deed = deed(inspect_matters, "climb_ladders", climb_ladders, true), .every = Seconds{10}},
        {.deed = deed(inspect_matters, "recompute_clocks", recompute_clocks, true),
         .every = Seconds{60}},
        {.deed = deed(inspect_matters, "fold_counts", fold_counts, true), .every = Seconds{3}},
        {.deed = deed(inspect_matters, "fold_words", fold_words, true), .every = Seconds{1}}};
}

}  // namespace banshi::supervision
