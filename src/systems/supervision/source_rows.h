#pragma once
// What source_figures.cpp counts; for it alone.

#include "engines/matters/matter.h"

namespace banshi::supervision::rows {

struct SourceCount {
    std::string kind;
    std::string category;
    bool by_street;  // the street where it lies did it itself
    matters::State state;
    std::optional<matters::Outcome> outcome;
    std::int64_t n;
};
std::vector<SourceCount> source_counts(Call&);

// What cleared matters have built, by type.
struct SourceBuilt {
    std::string type;
    bool by_street;
    std::int64_t amount;
};
std::vector<SourceBuilt> source_built(Call&);

// The solved matter of this category that concerned most households; old ones alone.
struct OldProblem {
    std::int64_t households;
    Day since;
    Day registered;
};
std::optional<OldProblem> largest_old_problem(Call&, std::string const& category);

}  // namespace banshi::supervision::rows
