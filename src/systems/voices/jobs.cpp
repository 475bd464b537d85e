#include "systems/voices/jobs.h"

#include "engines/matters/clocks.h"
#include "engines/matters/counts.h"
#include "engines/matters/words.h"
#include "systems/route.h"
#include "systems/voices/following.h"
#include "systems/voices/inquiries.h"
#include "systems/voices/routes.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(PublishAnswers, (), ())
BOOST_DESCRIBE_STRUCT(AnswersPublished, (), (answers))
BOOST_DESCRIBE_STRUCT(KeepVoices, (), ())
BOOST_DESCRIBE_STRUCT(VoicesKept, (), (rows))

namespace {

constexpr int a_turn = 200;
constexpr int clocks_a_turn = 50;  // each is computed anew

// Those that were joined to it are answered with it.
void note_joined(Call& call, matters::Matter const& matter) {
    for (auto const& number : matters::merged_with(call, matter.id)) {
        auto const gone = matters::find_by_number(call, number);
        auto voice = gone ? rows::voice_of(call, gone.value().id) : std::nullopt;
        if (!voice || voice->answered_at) continue;
        voice->answered_at = call.now;
        if (matter.outcome == matters::Outcome::solved) voice->solved_at = call.now;
        rows::update(call, *voice);
    }
}

void note_publication(Call& call, Voice& voice, matters::Matter& matter) {
    voice.approved_at.reset();
    if (!voice.answered_at) voice.answered_at = call.now;
    if (matter.outcome == matters::Outcome::solved && !voice.solved_at) voice.solved_at = call.now;
    rows::update(call, voice);
    note_joined(call, matter);
    if (voice.review_on) start_following(call, voice, matter);
}

}  // namespace

Result<AnswersPublished> publish_answers(Call& call, PublishAnswers const&) {
    matters::publish_due(call, a_turn);
    AnswersPublished done{};
    for (auto& voice : rows::awaiting_publication(call, a_turn)) {
        auto matter = TRY(matters::find(call, voice.matter.value()));
        if (matter.state != matters::State::cleared) continue;
        note_publication(call, voice, matter);
        ++done.answers;
    }
    return done;
}

Result<VoicesKept> keep_voices(Call& call, KeepVoices const&) {
    VoicesKept kept{};
    kept.rows += matters::climb(call, a_turn);
    kept.rows += matters::recompute_missing(call, a_turn);
    kept.rows += matters::follow_calendar(call, clocks_a_turn);
    kept.rows += matters::fold_counts(call, a_turn);
    kept.rows += matters::fold_words(call, book_name);
    kept.rows += follow_handings(call, a_turn);
    return kept;
}

std::vector<Job> voice_jobs() {
    return {
        {.deed = deed(keep_clocks, "publish_answers", publish_answers, true), .every = Seconds{5}},
        {.deed = deed(keep_clocks, "keep_voices", keep_voices, true), .every = Seconds{10}}};
}

}  // namespace banshi::voices
