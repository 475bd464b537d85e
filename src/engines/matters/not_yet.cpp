// Goes with lists_store.cpp and evaluations.cpp, which are on their way.
#include "engines/matters/evaluations.h"
#include "engines/matters/lists.h"

namespace banshi::matters {

static Refusal none() { return {Why::not_found, "evaluation.not_found"}; }

void ask_evaluations(Call&, Matter const&) {}
Result<Evaluation> find_evaluation(Call&, std::string const&) { return none(); }
Result<Evaluation> evaluate(Call&, Matter&, int, Judgement const&) { return none(); }
std::vector<Evaluation> evaluations_of(Call&, MatterId const&) { return {}; }
Page list_page(Call&, Filter const&, Sight const&, Order, std::optional<Place>, int) { return {}; }

}  // namespace banshi::matters
