#include "systems/route.h"
#include "systems/voices/enclosures.h"
#include "systems/voices/following.h"
#include "systems/voices/inquiries.h"
#include "systems/voices/letters.h"
#include "systems/voices/office.h"
#include "systems/voices/readers.h"
#include "systems/voices/routes.h"
#include "systems/voices/supports.h"
#include "systems/voices/versions.h"
#include "systems/voices/writing.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(AuthorView, (), (serial, name, confirmed, declined, rating, you))
BOOST_DESCRIBE_STRUCT(CorrectionShown, (), (at, note, before))
BOOST_DESCRIBE_STRUCT(AnswerShown, (),
                      (serial, round, outcome, text, answered_at, publish_at, published_at,
                       sent_back, corrections))
BOOST_DESCRIBE_STRUCT(InstructionView, (),
                      (serial, digest, number, leader, text, unit_name, last_day, at, answered_at,
                       answer, late))
BOOST_DESCRIBE_STRUCT(MeasureShown, (), (serial, what, unit, unit_name, by_day, done_at, proof))
BOOST_DESCRIBE_STRUCT(ReviewShown, (), (at, solved, words, next_on))
BOOST_DESCRIBE_STRUCT(PauseShown, (), (reason, since))
BOOST_DESCRIBE_STRUCT(StepShown, (), (at, verb, state, round, words, unit_name, reason))
BOOST_DESCRIBE_STRUCT(ReadingShown, (),
                      (serial, name, words, asked_at, given_at, opinion, released))
BOOST_DESCRIBE_STRUCT(PartShown, (), (unit, unit_name, lead, answer, open))
BOOST_DESCRIBE_STRUCT(Said, (), (problem, analysis, suggestion))
BOOST_DESCRIBE_STRUCT(PlaceShown, (), (street, street_name, words, latitude, longitude))
BOOST_DESCRIBE_STRUCT(VoiceView, (),
                      (voice, number, seen, version, kind, as_opinion, state, source, street,
                       street_name, sector, topic, topic_name, title, text, said, disclosure, place,
                       authors, submitted_at, filed_at, unit, unit_name, parts, last_day, days_left,
                       colour, paused, extension_most, extended, round, level, outcome, answers,
                       steps, review_on, measures, promised, reviews, solved_at, supervision,
                       merged_into, merged, supports, contacted, readings, instructions, files,
                       evidence, deeds, eye, now))
BOOST_DESCRIBE_STRUCT(OfVoice, (), (number))
BOOST_DESCRIBE_STRUCT(DraftVoice, (),
                      (kind, topic, title, problem, analysis, suggestion, disclosure, member, call,
                       street, place, latitude, longitude))
BOOST_DESCRIBE_STRUCT(AttachToVoice, (), (number, file))
BOOST_DESCRIBE_STRUCT(ReadVoiceFile, (), (number, file, preview))
BOOST_DESCRIBE_STRUCT(RemoveVoiceFile, (), (number, file, why))
BOOST_DESCRIBE_STRUCT(VersionShown, (), (version, until, title, problem, analysis, suggestion))
BOOST_DESCRIBE_STRUCT(VersionList, (), (versions))
BOOST_DESCRIBE_STRUCT(AmendVoice, (), (number, title, problem, analysis, suggestion))
BOOST_DESCRIBE_STRUCT(OfAuthor, (), (number, member))
BOOST_DESCRIBE_STRUCT(OfAuthorSerial, (), (number, author))
BOOST_DESCRIBE_STRUCT(AnswerInvitation, (), (number, agrees))
BOOST_DESCRIBE_STRUCT(WithdrawVoice, (), (number, why))
BOOST_DESCRIBE_STRUCT(FollowVoice, (), (number, phone))
BOOST_DESCRIBE_STRUCT(SupportVoice, (), (number, id_number))
BOOST_DESCRIBE_STRUCT(RateAnswer, (), (number, rating, reason))
BOOST_DESCRIBE_STRUCT(OnVoice, (), (number, if_match))
BOOST_DESCRIBE_STRUCT(OnVoiceWhy, (), (number, if_match, why))
BOOST_DESCRIBE_STRUCT(AskReader, (), (number, if_match, member, words))
BOOST_DESCRIBE_STRUCT(OfReader, (), (number, if_match, reader))
BOOST_DESCRIBE_STRUCT(GiveOpinion, (), (number, opinion))
BOOST_DESCRIBE_STRUCT(PauseVoice, (), (number, if_match, reason))
BOOST_DESCRIBE_STRUCT(ScreenVoice, (), (number, if_match, decision, reason, words))
BOOST_DESCRIBE_STRUCT(HandOver, (), (number, if_match, lead, joint, why))
BOOST_DESCRIBE_STRUCT(ExtendVoice, (), (number, if_match, count, why))
BOOST_DESCRIBE_STRUCT(RecordContact, (), (number, if_match, how, words))
BOOST_DESCRIBE_STRUCT(AnswerJointPart, (), (number, if_match, unit, text))
BOOST_DESCRIBE_STRUCT(PromisedMeasure, (), (what, by_day, unit))
BOOST_DESCRIBE_STRUCT(DraftAnswer, (),
                      (number, if_match, outcome, text, why_without_joint, review_on, measures))
BOOST_DESCRIBE_STRUCT(ApproveAnswer, (), (number, if_match, publish_at, why_no_contact))
BOOST_DESCRIBE_STRUCT(JoinVoices, (), (number, if_match, into, why))
BOOST_DESCRIBE_STRUCT(ProveMeasure, (), (number, if_match, measure, words))
BOOST_DESCRIBE_STRUCT(ReviewVoice, (), (number, if_match, solved, words, next_on))
BOOST_DESCRIBE_STRUCT(CorrectAnswer, (), (number, if_match, text, note))
BOOST_DESCRIBE_STRUCT(HandToSupervision, (), (number, if_match, category, why))

namespace {

std::string const one = "/voices/{number}";

}  // namespace

std::vector<Route> writing_routes() {
    return {
        creates(post("/voices", anyone, "draft_voice", draft_voice)),
        live("matter/{number}", get(one, anyone, "see_voice", see_voice)),
        get(one + "/paper", anyone, "print_voice", print_voice),
        get(one + "/letter", anyone, "print_answer", print_answer),
        get(one + "/versions", anyone, "list_versions", list_versions),
        prepared(files::develop_ahead,
                 creates(upload(one + "/files", anyone, "attach_to_voice", attach_to_voice))),
        get(one + "/files/{file}", anyone, "read_voice_file", read_voice_file),
        post(one + "/files/{file}/removal", anyone, "remove_voice_file", remove_voice_file),
        post(one + "/text", anyone, "amend_voice", amend_voice),
        post(one + "/authors", anyone, "invite_author", invite_author),
        post(one + "/authors/{author}/removal", anyone, "remove_author", remove_author),
        post(one + "/invitation", anyone, "answer_invitation", answer_invitation),
        post(one + "/submission", anyone, "submit_voice", submit_voice),
        post(one + "/withdrawal", anyone, "withdraw_voice", withdraw_voice),
        post(one + "/following", anyone, "follow_voice", follow_voice),
        post(one + "/unfollowing", anyone, "unfollow_voice", unfollow_voice),
        post(one + "/support", anyone, "support_voice", support_voice),
        post(one + "/support/end", anyone, "unsupport_voice", unsupport_voice),
        post(one + "/rating", anyone, "rate_answer", rate_answer),
    };
}

std::vector<Route> office_routes() {
    return {
        post(one + "/screening", screen_voices, "screen_voice", screen_voice),
        post(one + "/readers", screen_voices, "ask_reader", ask_reader),
        post(one + "/readers/{reader}/release", screen_voices, "release_reader", release_reader),
        post(one + "/opinion", anyone, "give_opinion", give_opinion),
        post(one + "/hand-over", hand_over_voices, "hand_over_voice", hand_over_voice),
        post(one + "/signature", handle_voices, "sign_voice", sign_voice),
        post(one + "/return", handle_voices, "return_voice", return_voice),
        post(one + "/pause", see_voices, "pause_voice", pause_voice),
        post(one + "/resumption", see_voices, "resume_voice", resume_voice),
        post(one + "/extension", head_unit, "extend_voice", extend_voice),
        post(one + "/contacts", handle_voices, "record_contact", record_contact),
        post(one + "/part", handle_voices, "answer_joint_part", answer_joint_part),
        post(one + "/draft", handle_voices, "draft_answer", draft_answer),
        post(one + "/sending-back", approve_answers, "send_back_draft", send_back_draft),
        post(one + "/approval", approve_answers, "approve_answer", approve_answer),
        post(one + "/merger", hand_over_voices, "join_voices", join_voices),
        post(one + "/separation", hand_over_voices, "part_voices", part_voices),
        post(one + "/proof", handle_voices, "prove_measure", prove_measure),
        post(one + "/review", hand_over_voices, "review_voice", review_voice),
        post(one + "/correction", approve_answers, "correct_answer", correct_answer),
        post(one + "/supervision", hand_over_voices, "hand_to_supervision", hand_to_supervision),
    };
}

}  // namespace banshi::voices
