// The link that asks how it was 评价链接.

#include "systems/supervision/filing.h"

namespace banshi::supervision {

namespace {

EvaluationView view_of(Call& call, matters::Matter const& matter,
                       matters::Evaluation const& evaluation) {
    EvaluationView view{};
    view.number = matter.number;
    view.title = matter.title;
    for (auto const& answer : matters::answers_of(call, matter.id))
        if (answer.round == evaluation.round && answer.published_at) {
            view.answer = answer.text;
            view.outcome = answer.outcome;
        }
    view.until = evaluation.expires_at;
    view.solved = evaluation.solved;
    view.rating = evaluation.rating;
    view.reason = evaluation.reason;
    return view;
}

}  // namespace

Result<EvaluationView> see_evaluation_link(Call& call, OfEvaluation const& form) {
    auto const evaluation = TRY(matters::find_evaluation(call, form.token));
    auto const matter = TRY(matters::find(call, evaluation.matter));
    return view_of(call, matter, evaluation);
}

Result<EvaluationView> evaluate_matter(Call& call, Evaluate const& form) {
    auto const asked = TRY(matters::find_evaluation(call, form.token));
    auto matter = TRY(matters::find(call, asked.matter));
    auto const kept = TRY(matters::evaluate(call, matter, asked.reporter,
                                            {form.solved, form.rating, form.reason.value_or("")}));
    return view_of(call, matter, kept);
}

}  // namespace banshi::supervision
