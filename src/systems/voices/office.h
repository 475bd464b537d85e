#pragma once
// What the office and the units do: screen, hand over, handle, answer, approve. Each deed names the
// version that it has seen (If-Match) and gives the voice back as it stands then.

#include "systems/voices/view.h"

namespace banshi::voices {

struct OnVoice {
    std::string number;
    std::optional<int> if_match;
};
struct OnVoiceWhy {
    std::string number;
    std::optional<int> if_match;
    std::string why;
};

enum class Decision {  // 审核
    file,              // 立案
    as_opinion,        // 转社情民意
    give_back,         // 退回修改, with points
    decline,           // 不予立案, with the reason
};
BOOST_DESCRIBE_ENUM(Decision, file, as_opinion, give_back, decline)
struct ScreenVoice {
    std::string number;
    std::optional<int> if_match;
    Decision decision;
    std::optional<std::string> reason;  // of the book's, to decline
    std::optional<std::string> words;
};
// Nobody screens an own item: screen.own.
Result<VoiceView> screen_voice(Call&, ScreenVoice const&);

struct HandOver {  // 交办: the clock of the lead unit starts on this day
    std::string number;
    std::optional<int> if_match;
    OrgId lead;
    std::optional<std::vector<OrgId>> joint;
    std::optional<std::string> why;
};
Result<VoiceView> hand_over_voice(Call&, HandOver const&);
Result<VoiceView> sign_voice(Call&, OnVoice const&);
Result<VoiceView> return_voice(Call&, OnVoiceWhy const&);

struct PauseVoice {  // 等待: its clocks stand still until it goes on
    std::string number;
    std::optional<int> if_match;
    std::string reason;  // of the rules
};
// By the unit; once a level is raised, by whoever approves its answers. Refuse pause.reason,
// pause.leader.
Result<VoiceView> pause_voice(Call&, PauseVoice const&);
Result<VoiceView> resume_voice(Call&, OnVoiceWhy const&);

struct ExtendVoice {  // 延期, in the unit of its limit: months of a proposal
    std::string number;
    std::optional<int> if_match;
    int count;
    std::string why;
};
Result<VoiceView> extend_voice(Call&, ExtendVoice const&);

enum class Contact {
    visit,    // 走访
    call,     // 电话
    meeting,  // 座谈
};
BOOST_DESCRIBE_ENUM(Contact, visit, call, meeting)
struct RecordContact {  // 沟通: the first author is spoken to before the answer
    std::string number;
    std::optional<int> if_match;
    Contact how;
    std::string words;
};
Result<VoiceView> record_contact(Call&, RecordContact const&);

struct AnswerJointPart {
    std::string number;
    std::optional<int> if_match;
    OrgId unit;
    std::string text;
};
Result<VoiceView> answer_joint_part(Call&, AnswerJointPart const&);

struct PromisedMeasure {  // 措施: what, by when, by whom
    std::string what;
    Day by_day;
    std::optional<OrgId> unit;  // else the lead unit
};
struct DraftAnswer {  // 答复拟稿
    std::string number;
    std::optional<int> if_match;
    matters::Outcome outcome;  // solved A, partly B, cannot_now C, explained D
    std::string text;
    std::optional<std::string> why_without_joint;
    std::optional<Day> review_on;                          // of B and C
    std::optional<std::vector<PromisedMeasure>> measures;  // of B
};
// Refuses answer.outcome, answer.own (its officer wrote the item), review.day, measure.outcome,
// measure.what, measure.day.
Result<VoiceView> draft_answer(Call&, DraftAnswer const&);
Result<VoiceView> send_back_draft(Call&, OnVoiceWhy const&);

struct ApproveAnswer {  // 审定: nothing is told before the moment of publication
    std::string number;
    std::optional<int> if_match;
    std::optional<Instant> publish_at;
    std::optional<std::string> why_no_contact;
};
// Refuses contact.missing.
Result<VoiceView> approve_answer(Call&, ApproveAnswer const&);

struct JoinVoices {  // 并案: one handling, an own answer and an own rating for each
    std::string number;
    std::optional<int> if_match;
    std::string into;
    std::string why;
};
Result<VoiceView> join_voices(Call&, JoinVoices const&);
// 撤销并案: as if it had run on by itself. An answer that was approved is theirs together: refuses
// merge.answered.
Result<VoiceView> part_voices(Call&, OnVoiceWhy const&);
bool may_part(Call&, Voice const&, matters::Matter const&);

}  // namespace banshi::voices
