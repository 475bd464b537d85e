#pragma once
// What the clock does for the advice platform.

#include "base/result.h"
#include "store/call.h"

namespace banshi::voices {

// 按时公开: answers whose moment has come go out; what is not solved gets its day of review.
struct PublishAnswers {};
struct AnswersPublished {
    int answers;
};
Result<AnswersPublished> publish_answers(Call&, PublishAnswers const&);

// Ladders climb, totals and words are taken in: of all books, also where this system is alone.
struct KeepVoices {};
struct VoicesKept {
    int rows;
};
Result<VoicesKept> keep_voices(Call&, KeepVoices const&);

}  // namespace banshi::voices
