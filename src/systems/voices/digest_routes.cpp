#include "systems/route.h"
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

std::vector<Route> digest_routes() {
    std::string const digests = "/voice-digests", one = digests + "/{digest}";
    return {
        get(digests, see_voices, "list_digests", list_digests),
        creates(post(digests, screen_voices, "make_digest", make_digest)),
        get(one + "/paper", see_voices, "print_digest", print_digest),
        creates(post(one + "/instructions", hand_over_voices, "record_instruction",
                     record_instruction)),
        post(one + "/instructions/{instruction}/answer", see_voices, "answer_instruction",
             answer_instruction),
    };
}

}  // namespace banshi::voices
