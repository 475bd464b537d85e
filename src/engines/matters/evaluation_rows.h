#pragma once
// The rows of evaluations.h. For this engine alone.

#include "engines/matters/evaluations.h"

namespace banshi::matters::rows {

// Only the hash of the token is kept.
void insert(Call&, Evaluation const&, std::string const& book, std::string const& token);
std::optional<Evaluation> find_evaluation(Call&, std::string const& token);
std::vector<Evaluation> evaluations_of(Call&, MatterId const&);
// The one that speaks for the matter in all figures.
struct CountedAnswer {
    OrgId unit;
    Rating rating;
    bool solved;
};
std::optional<CountedAnswer> counted_answer(Call&, MatterId const&);
// Keeps the answer and the unit that it judges.
void answer(Call&, Evaluation const&, OrgId const& unit, bool counted);

}  // namespace banshi::matters::rows
