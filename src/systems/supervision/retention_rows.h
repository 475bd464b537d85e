#pragma once
// What is kept of people beside the reporters of a matter; for retention*.cpp alone.

#include "systems/supervision/retention.h"

namespace banshi::supervision::rows {

void forget_visitors(Call&, MatterId const&);
void forget_details(Call&, MatterId const&);
// Ended before that moment and still with answers to questions, or photos that nobody published:
// also of those who never gave a name. The oldest first; at most so many.
std::vector<MatterId> ended_with_traces(Call&, std::string const& kind, Instant before, int limit);

}  // namespace banshi::supervision::rows
