#pragma once
// Judged by the people 群众评: one link a reporter and round, one answer a link.

#include "engines/matters/matter.h"

namespace banshi::matters {

enum class Rating {
    satisfied,     // 满意
    basically,     // 基本满意
    dissatisfied,  // 不满意
};
BOOST_DESCRIBE_ENUM(Rating, satisfied, basically, dissatisfied)
inline bool is_content(Rating rating) { return rating != Rating::dissatisfied; }

struct Evaluation {  // 评价
    MatterId matter;
    int round;
    int reporter;
    Instant asked_at;
    Instant expires_at;
    std::optional<Instant> answered_at;
    std::optional<bool> solved;
    std::optional<Rating> rating;
    std::string reason;
    std::string channel;
    std::string recorded_by;
};

// Asks every reporter of this round; a notice brings the link. Safe to repeat.
void ask_evaluations(Call&, Matter const&);

// Unknown tokens refuse evaluation.not_found, old ones evaluation.expired (410).
Result<Evaluation> find_evaluation(Call&, std::string const& token);

struct Judgement {
    bool solved;
    Rating rating;
    std::string reason = {};
    std::string channel = "web";
};
// Keeps the answer, once: a second one gives the first back. "Not solved" needs a reason
// (evaluation.reason) and opens the matter again; the second time it raises level 3 instead and
// the leader decides.
Result<Evaluation> evaluate(Call&, Matter&, int reporter, Judgement const&);
std::vector<Evaluation> evaluations_of(Call&, MatterId const&);

// The matter was corrected: its answer is counted where it belongs now.
void recount_answer(Call&, Matter const& before, Matter const& after);

// What an older ledger says of a matter that came in cleared: the answers of its first reporters,
// in their order; they open nothing. And as if they had never been given.
void take_over_ratings(Call&, Matter const&, std::vector<Rating> const&, Instant at);
void give_back_ratings(Call&, Matter const&);

}  // namespace banshi::matters
