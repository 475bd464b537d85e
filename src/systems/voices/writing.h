#pragma once
// What the authors do 建言: write, sign together, hand in, amend until it is screened, judge the
// answer. A draft is theirs alone.

#include "systems/voices/view.h"

namespace banshi::voices {

struct DraftVoice {
    Kind kind;
    std::string topic;
    std::string title;
    std::string problem;
    std::optional<std::string> analysis;
    std::string suggestion;
    std::optional<Disclosure> disclosure;  // else the abstract
    std::optional<std::string> member;     // in which role, of somebody who has two
    std::optional<std::string> call = {};  // for opinions, that it answers
    std::optional<OrgId> street = {};      // 地点: where it is ...
    std::optional<std::string> place = {};
    std::optional<std::int64_t> latitude = {};  // WGS 84, ten-millionths of a degree
    std::optional<std::int64_t> longitude = {};
};
// Refuses voice.place, place.half, place.outside.
Result<VoiceView> draft_voice(Call&, DraftVoice const&);
// For this member; whether the asker may is asked before.
Result<Voice> drafted_for(Call&, Member const&, DraftVoice const&);
// Registered without a number: that comes with the filing. The row is to be kept by the caller.
Result<void> hand_in(Call&, Voice&);

// A new version. Before it was handed in, while it waits for its screening, and where it came back.
struct AmendVoice {
    std::string number;
    std::string title;
    std::string problem;
    std::optional<std::string> analysis;
    std::string suggestion;
};
Result<VoiceView> amend_voice(Call&, AmendVoice const&);

// 联名: whoever is named agrees first. Refuse author.named, author.not_found.
struct OfAuthor {
    std::string number;
    std::string member;
};
Result<VoiceView> invite_author(Call&, OfAuthor const&);
struct OfAuthorSerial {
    std::string number;
    int author;
};
Result<VoiceView> remove_author(Call&, OfAuthorSerial const&);
struct AnswerInvitation {
    std::string number;
    bool agrees;
};
Result<VoiceView> answer_invitation(Call&, AnswerInvitation const&);

// Refuses author.waiting and author.declined with the name.
Result<VoiceView> submit_voice(Call&, OfVoice const&);

struct WithdrawVoice {
    std::string number;
    std::string why;
};
// Of a draft: thrown away. Later, until its answer is public: once all its authors have asked
// for it.
Result<VoiceView> withdraw_voice(Call&, WithdrawVoice const&);

struct FollowVoice {  // 关注
    std::string number;
    std::string phone;  // that of the log-in
};
// By whoever has logged in, of what everybody reads: each public step comes as a message.
Result<VoiceView> follow_voice(Call&, FollowVoice const&);
Result<VoiceView> unfollow_voice(Call&, OfVoice const&);

struct RateAnswer {  // 评价
    std::string number;
    matters::Rating rating;
    std::optional<std::string> reason;
};
// Where the first author or the greater part of the authors is dissatisfied, it is done again,
// once.
Result<VoiceView> rate_answer(Call&, RateAnswer const&);

}  // namespace banshi::voices
