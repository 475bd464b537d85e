#pragma once
// What comes after an answer 后续跟踪: measures that were promised are proved, what is not solved
// is looked at again on its day, and what was wrong is corrected where everybody can see it. Days
// that pass climb the ladder.

#include "systems/voices/desk.h"
#include "systems/voices/office.h"

namespace banshi::voices {

struct ProveMeasure {
    std::string number;
    std::optional<int> if_match;
    int measure;
    std::string words;  // what was done, for everybody
};
// By the unit that promised it. Refuses measure.not_found, measure.done.
Result<VoiceView> prove_measure(Call&, ProveMeasure const&);

struct ReviewVoice {  // 复核
    std::string number;
    std::optional<int> if_match;
    bool solved;
    std::string words;
    std::optional<Day> next_on;  // where it is not solved yet
};
// Refuses review.none, review.day.
Result<VoiceView> review_voice(Call&, ReviewVoice const&);

struct CorrectAnswer {  // 更正
    std::string number;
    std::optional<int> if_match;
    std::string text;
    std::string note;  // why, for everybody
};
// Of an answer that is public. Refuses answer.not_out, answer.same.
Result<VoiceView> correct_answer(Call&, CorrectAnswer const&);

// ---- for the deeds around them

bool needs_review(matters::Outcome);
// After today and within the months of the rules.
Result<void> check_review_day(Call&, std::optional<Day> const&, char const* field);
Result<void> check_measures(Call&, matters::Outcome, std::vector<PromisedMeasure> const&);
// Those of a draft that was written anew before are dropped.
void keep_measures(Call&, Taken const&, std::vector<PromisedMeasure> const&);
// The answer is public: from now on their days count, and the day of review.
void start_following(Call&, Voice const&, matters::Matter&);
// Not solved, or answered twice and its authors still dissatisfied: supervision may go on with it.
bool is_unsettled(Call&, Voice const&, matters::Matter const&);
// Solved, once, with all that were joined to it.
void mark_solved(Call&, Voice&, matters::Matter const&);

void add_following(Call&, Voice const&, matters::Matter const&, VoiceView&);

}  // namespace banshi::voices
