#include "systems/route.h"
#include "systems/voices/calls.h"
#include "systems/voices/digests.h"
#include "systems/voices/routes.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(MakeDigest, (), (title, words, numbers))
BOOST_DESCRIBE_STRUCT(DigestItem, (), (serial, number, title, state))
BOOST_DESCRIBE_STRUCT(InstructionView, (),
                      (serial, digest, number, leader, text, unit_name, last_day, at, answered_at,
                       answer, late))
BOOST_DESCRIBE_STRUCT(DigestView, (), (digest, name, title, words, at, items, instructions))
BOOST_DESCRIBE_STRUCT(ListDigests, (), ())
BOOST_DESCRIBE_STRUCT(DigestList, (), (digests))
BOOST_DESCRIBE_STRUCT(OfDigest, (), (digest))
BOOST_DESCRIBE_STRUCT(RecordInstruction, (), (digest, item, leader, text, unit, last_day))
BOOST_DESCRIBE_STRUCT(AnswerInstruction, (), (digest, instruction, words))
BOOST_DESCRIBE_STRUCT(PostCall, (), (topic, title, text, from, to))
BOOST_DESCRIBE_STRUCT(OpinionCall, (),
                      (call, topic, topic_name, title, text, from, to, open, received, answered,
                       solved))
BOOST_DESCRIBE_STRUCT(EndCall, (), (call, to))
BOOST_DESCRIBE_STRUCT(ListCalls, (), ())
BOOST_DESCRIBE_STRUCT(CallList, (), (calls))
BOOST_DESCRIBE_STRUCT(OfCall, (), (call))
BOOST_DESCRIBE_STRUCT(CallPage, (), (call, voices))
BOOST_DESCRIBE_STRUCT(VoiceRow, (),
                      (voice, number, title, kind, source, street_name, topic_name, unit_name,
                       state, outcome, submitted_at, filed_at, due, colour, to_read, asked))

std::vector<Route> digest_routes() {
    std::string const digests = "/voice-digests", one = digests + "/{digest}",
                      calls = "/voice-calls";
    return {
        get(digests, see_voices, "list_digests", list_digests),
        creates(post(digests, screen_voices, "make_digest", make_digest)),
        get(one + "/paper", see_voices, "print_digest", print_digest),
        creates(post(one + "/instructions", hand_over_voices, "record_instruction",
                     record_instruction)),
        post(one + "/instructions/{instruction}/answer", see_voices, "answer_instruction",
             answer_instruction),
        get(calls, anyone, "list_opinion_calls", list_opinion_calls),
        creates(post(calls, screen_voices, "post_opinion_call", post_opinion_call)),
        get(calls + "/{call}", anyone, "see_opinion_call", see_opinion_call),
        post(calls + "/{call}/end", screen_voices, "end_opinion_call", end_opinion_call),
    };
}

}  // namespace banshi::voices
