#pragma once
// The transportation problem behind pairing_plan.h, by shortest augmenting paths.

#include "systems/aid/pairing_plan.h"

namespace banshi::aid {

// What a fen costs that a family lacks: more than any way through the graph.
inline constexpr std::int64_t lacking_cost = 1'000'000;
inline constexpr std::int64_t no_arc = -1;

struct Transport {
    std::vector<Fen> supply, demand;
    std::vector<std::vector<std::int64_t>> cost;  // by donor and family; no_arc: forbidden
};
struct Flow {
    std::vector<std::vector<Fen>> fen;  // by donor and family
    Certificate certificate;
};
Flow least_cost(Transport const&);
// The same sums on fewer arcs: no cycle stays, so arcs < donors + families.
void cut_cycles(std::vector<std::vector<Fen>>& fen);

}  // namespace banshi::aid
