#pragma once
// Rows of many matters at once. For this engine alone.

#include "engines/matters/clocks.h"

namespace banshi::matters::rows {

// In the order of their serials.
std::vector<RunningClock> running_clocks_of(Call&, std::vector<MatterId> const&);

struct MatterPause {
    MatterId matter;
    std::string reason;
    Instant from;
    std::optional<Instant> to;
};
std::vector<MatterPause> pauses_of(Call&, std::vector<MatterId> const&);

struct LatestWords {
    MatterId matter;
    std::string why;
};
std::vector<LatestWords> latest_progress_of(Call&, std::vector<MatterId> const&);

}  // namespace banshi::matters::rows
