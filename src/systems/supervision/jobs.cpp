#include "systems/supervision/jobs.h"

#include "engines/matters/clocks.h"
#include "systems/route.h"
#include "systems/supervision/routes.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ClimbLadders, (), ())
BOOST_DESCRIBE_STRUCT(RecomputeClocks, (), ())
BOOST_DESCRIBE_STRUCT(Climbed, (), (clocks))

// So many clocks a transaction, so that no other deed waits long.
constexpr int a_turn = 500;

Result<Climbed> climb_ladders(Call& call, ClimbLadders const&) {
    return Climbed{matters::climb(call, a_turn)};
}

Result<Climbed> recompute_clocks(Call& call, RecomputeClocks const&) {
    return Climbed{matters::recompute_missing(call, a_turn)};
}

std::vector<Job> matter_jobs() {
    return {
        {.deed = deed(inspect_matters, "climb_ladders", climb_ladders, true), .every = Seconds{10}},
        {.deed = deed(inspect_matters, "recompute_clocks", recompute_clocks, true),
         .every = Seconds{60}}};
}

}  // namespace banshi::supervision
