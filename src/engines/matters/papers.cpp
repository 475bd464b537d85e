#include "engines/matters/papers.h"

#include "engines/matters/clock_rows.h"
#include "engines/matters/evaluation_rows.h"
#include "engines/matters/rows.h"

namespace banshi::matters {

record::Hash papers_hash(std::string const& matter, std::string const& papers) {
    return record::sha256({record::listed("banshi-papers-v1", matter, papers)});
}

record::Hash papers_hash(Call& call, MatterId const& id) {
    std::string papers;
    for (auto const& answer : rows::answers_of(call, id)) papers += answer_text(answer);
    for (auto const& evaluation : rows::evaluations_of(call, id))
        if (evaluation.answered_at) papers += evaluation_text(evaluation);
    for (auto const& level : rows::levels_of(call, id)) papers += level_text(level);
    for (auto const& clock : rows::clocks_of(call, id)) papers += clock_text(clock);
    for (auto const& pause : rows::pauses_of(call, id)) papers += pause_text(pause);
    for (auto const& task : rows::tasks_of(call, id)) papers += task_text(task);
    return papers_hash(id.text, papers);
}

}  // namespace banshi::matters
