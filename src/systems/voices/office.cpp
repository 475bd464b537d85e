#include "systems/voices/office.h"

#include <algorithm>

#include "systems/voices/desk.h"
#include "systems/voices/following.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using matters::Matter;
using matters::Outcome;

Result<void> check_outcome(Outcome outcome) {
    if (needs_review(outcome) || outcome == Outcome::solved || outcome == Outcome::explained)
        return {};
    return Refusal{Why::invalid, "answer.outcome", "", "outcome"};
}

bool contacted(Call& call, Matter const& matter) {
    return std::ranges::any_of(matters::deeds_of(call, matter.id), [&](matters::Deed const& deed) {
        return deed.verb == matters::Verb::visit && deed.round == matter.round &&
               deed.facts.find("\"contact\"") != deed.facts.npos;
    });
}

// The unit says what waits; once a level is raised its approver alone does.
struct Waiting {
    Taken both;
    bool leader;
};
template <class Form>
Result<Waiting> taken_to_wait(Call& call, Form const& form) {
    bool const leader = call.actor.holds(approve_answers, people::node(call.district));
    auto both = TRY(leader ? taken_at_desk(call, form, approve_answers)
                           : taken_at_desk(call, form, handle_voices, Where::unit));
    return Waiting{std::move(both), leader};
}

Result<void> decide(Call& call, Taken& both, ScreenVoice const& form) {
    auto const words = form.words.value_or("");
    switch (form.decision) {
        case Decision::give_back:
            return matters::ask_changes(call, both.matter, words);
        case Decision::decline:
            if (words.empty()) return Refusal{Why::invalid, "matter.reason_missing", "", "words"};
            return matters::decline(
                call, both.matter, form.reason.value_or(""),
                call.texts.say(call.language, "voices.declined", {{"words", words}}));
        case Decision::as_opinion:
            if (both.voice.kind != Kind::proposal)
                return Refusal{Why::invalid, "screen.opinion", "", "decision"};
            TRY(matters::regrade(call, both.matter, as_opinion_grade, words));
            break;
        case Decision::file:
            break;
    }
    TRY(matters::accept(call, both.matter));
    both.voice.filed_at = call.now;
    return {};
}

}  // namespace

Result<VoiceView> screen_voice(Call& call, ScreenVoice const& form) {
    auto both = TRY(taken_at_desk(call, form, screen_voices));
    if (wrote_it(call, both.voice)) return Refusal{Why::forbidden, "screen.own", form.number};
    TRY(decide(call, both, form));
    if (form.decision != Decision::give_back) both.voice.screened_at = call.now;
    rows::update(call, both.voice);
    return shown(call, both.voice);
}

Result<VoiceView> hand_over_voice(Call& call, HandOver const& form) {
    auto both = TRY(taken_at_desk(call, form, hand_over_voices));
    TRY(check_unit(call, form.lead, "lead"));
    auto const joint = form.joint.value_or(std::vector<OrgId>{});
    for (auto const& unit : joint) TRY(check_unit(call, unit, "joint"));
    TRY(matters::dispatch(call, both.matter, {form.lead, joint, form.why.value_or("")}));
    return shown(call, both.voice);
}

Result<VoiceView> sign_voice(Call& call, OnVoice const& form) {
    auto both = TRY(taken_at_desk(call, form, handle_voices, Where::unit));
    TRY(matters::sign(call, both.matter));
    return shown(call, both.voice);
}

Result<VoiceView> return_voice(Call& call, OnVoiceWhy const& form) {
    auto both = TRY(taken_at_desk(call, form, handle_voices, Where::unit));
    TRY(matters::give_back(call, both.matter, form.why));
    return shown(call, both.voice);
}

Result<VoiceView> pause_voice(Call& call, PauseVoice const& form) {
    auto [both, leader] = TRY(taken_to_wait(call, form));
    TRY(matters::wait(call, both.matter, form.reason, leader));
    return shown(call, both.voice);
}

Result<VoiceView> resume_voice(Call& call, OnVoiceWhy const& form) {
    auto [both, leader] = TRY(taken_to_wait(call, form));
    TRY(matters::resume(call, both.matter, form.why, leader));
    return shown(call, both.voice);
}

Result<VoiceView> extend_voice(Call& call, ExtendVoice const& form) {
    auto both = TRY(taken_at_desk(call, form, head_unit, Where::unit));
    TRY(matters::extend(call, both.matter, matters::ClockKind::step, form.count, form.why));
    return shown(call, both.voice);
}

Result<VoiceView> record_contact(Call& call, RecordContact const& form) {
    auto both = TRY(taken_at_desk(call, form, handle_voices, Where::unit));
    if (form.words.empty()) return Refusal{Why::invalid, "comment.missing", "", "words"};
    TRY(matters::note(call, both.matter, matters::Verb::visit, form.words,
                      {{"contact", boost::describe::enum_to_string(form.how, "")}}));
    return shown(call, both.voice);
}

Result<VoiceView> answer_joint_part(Call& call, AnswerJointPart const& form) {
    auto both = TRY(seen_at_desk(call, form.number));
    TRY(people::may(call, handle_voices, unit_node(call, form.unit)));
    TRY(matters::expect_version(call, both.matter, form.if_match));
    TRY(matters::answer_part(call, both.matter, form.unit, form.text));
    return shown(call, both.voice);
}

Result<VoiceView> draft_answer(Call& call, DraftAnswer const& form) {
    auto both = TRY(taken_at_desk(call, form, handle_voices, Where::unit));
    if (wrote_it(call, both.voice)) return Refusal{Why::forbidden, "answer.own", form.number};
    TRY(check_outcome(form.outcome));
    auto const promised = form.measures.value_or(std::vector<PromisedMeasure>{});
    if (needs_review(form.outcome)) TRY(check_review_day(call, form.review_on, "review_on"));
    TRY(check_measures(call, form.outcome, promised));
    TRY(matters::answer(call, both.matter,
                        {form.outcome, form.text, {}, form.why_without_joint.value_or("")}));
    both.voice.review_on = needs_review(form.outcome) ? form.review_on : std::nullopt;
    rows::update(call, both.voice);
    keep_measures(call, both, promised);
    return shown(call, both.voice);
}

Result<VoiceView> send_back_draft(Call& call, OnVoiceWhy const& form) {
    auto both = TRY(taken_at_desk(call, form, approve_answers));
    TRY(matters::send_back(call, both.matter, form.why));
    both.voice.approved_at.reset();
    rows::update(call, both.voice);
    return shown(call, both.voice);
}

Result<VoiceView> approve_answer(Call& call, ApproveAnswer const& form) {
    auto both = TRY(taken_at_desk(call, form, approve_answers));
    if (!contacted(call, both.matter) && form.why_no_contact.value_or("").empty())
        return Refusal{Why::invalid, "contact.missing", form.number, "why_no_contact"};
    TRY(matters::approve(call, both.matter, form.publish_at.value_or(call.now)));
    both.voice.approved_at = call.now;
    rows::update(call, both.voice);
    return shown(call, both.voice);
}

Result<VoiceView> join_voices(Call& call, JoinVoices const& form) {
    auto both = TRY(taken_at_desk(call, form, hand_over_voices));
    auto into = TRY(seen_at_desk(call, form.into));
    if (both.matter.state == matters::State::approved)
        return Refusal{
            Why::conflict, "merge.closed", form.number, "", {{"number", both.matter.number}}};
    TRY(matters::merge(call, into.matter, both.matter, form.why));
    return shown(call, both.voice);
}

bool may_part(Call& call, Voice const& voice, Matter const& matter) {
    return matters::after(matter.state, matters::Verb::unmerge) && !voice.answered_at &&
           matters::survivor(call, matter).value().state != matters::State::approved;
}

Result<VoiceView> part_voices(Call& call, OnVoiceWhy const& form) {
    auto both = TRY(taken_at_desk(call, form, hand_over_voices));
    auto& [voice, matter] = both;
    if (matter.merged_into && !may_part(call, voice, matter))
        return Refusal{Why::conflict, "merge.answered", form.number};
    TRY(matters::unmerge(call, matter, form.why));
    return shown(call, voice);
}

}  // namespace banshi::voices
