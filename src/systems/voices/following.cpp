#include "systems/voices/following.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/clock.h"
#include "engines/matters/privacy.h"
#include "engines/matters/telling.h"
#include "systems/voices/following_rows.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using matters::ClockKind;
using matters::Matter;
using matters::Outcome;
using matters::State;

Result<void> check_words(std::string const& words, char const* field = "words") {
    if (is_blank(words)) return Refusal{Why::invalid, "comment.missing", "", field};
    return {};
}

// Everybody sees it, and the authors are told.
Result<void> tell_progress(Call& call, Matter& matter, std::string const& words) {
    auto const masked = matters::masked_text(words, {}).text;
    TRY(matters::note(call, matter, matters::Verb::progress, masked));
    matters::tell_reporters(call, matter, "followed", {{"words", masked}});
    return {};
}

std::optional<matters::Answer> public_answer(Call& call, Matter const& matter) {
    std::optional<matters::Answer> latest;
    for (auto& answer : matters::answers_of(call, matter.id))
        if (answer.published_at) latest = std::move(answer);
    return latest;
}

void end_clock(Call& call, Matter& matter, std::optional<int> serial) {
    if (serial) matters::end_clock_by_serial(call, matter, *serial, call.now, "done");
}

}  // namespace

bool needs_review(Outcome outcome) {
    return outcome == Outcome::partly || outcome == Outcome::cannot_now;
}

Result<void> check_review_day(Call& call, std::optional<Day> const& wanted, char const* field) {
    auto const day = today(call);
    auto const months = call.district.policy<Settings>().book.rules_on(day).review_months;
    auto const latest = matters::months_after(day, months);
    if (wanted && *wanted > day && *wanted <= latest) return {};
    return Refusal{Why::invalid,
                   "review.day",
                   "",
                   field,
                   {{"months", std::to_string(months)}, {"latest", written(latest)}}};
}

Result<void> check_measures(Call& call, Outcome outcome,
                            std::vector<PromisedMeasure> const& measures) {
    if (!measures.empty() && outcome != Outcome::partly)
        return Refusal{Why::invalid, "measure.outcome", "", "measures"};
    for (auto const& measure : measures) {
        if (is_blank(measure.what)) return Refusal{Why::invalid, "measure.what", "", "measures"};
        if (measure.by_day <= today(call))
            return Refusal{Why::invalid, "measure.day", written(measure.by_day), "measures"};
        if (measure.unit) TRY(check_unit(call, *measure.unit, "measures"));
    }
    return {};
}

void keep_measures(Call& call, Taken const& both, std::vector<PromisedMeasure> const& measures) {
    auto const& [voice, matter] = both;
    int serial = 0;
    for (auto measure : rows::measures_of(call, voice.id)) {
        serial = measure.serial;
        if (measure.round != matter.round || measure.dropped_at) continue;
        measure.dropped_at = call.now;
        rows::update(call, measure);
    }
    for (auto const& [what, by_day, unit] : measures)
        rows::insert(call, rows::Measure{voice.id,
                                         ++serial,
                                         matter.round,
                                         matters::masked_text(what, {}).text,
                                         unit.value_or(matter.unit),
                                         by_day,
                                         {},
                                         {},
                                         {},
                                         ""});
}

void start_following(Call& call, Voice const& voice, Matter& matter) {
    auto const start = [&](ClockKind kind, Day day, OrgId const& unit) -> std::optional<int> {
        matters::start_clock_until(call, matter, kind, call.now, day, unit);
        auto const clocks = matters::clocks_of(call, matter.id);
        if (clocks.empty() || clocks.back().kind != kind) return {};
        return clocks.back().serial;
    };
    for (auto measure : rows::measures_of(call, voice.id)) {
        if (measure.round != matter.round || measure.dropped_at || measure.clock) continue;
        measure.clock = start(ClockKind::measure, measure.by_day, measure.unit);
        rows::update(call, measure);
    }
    if (voice.review_on) start(ClockKind::review, *voice.review_on, matter.unit);
    matters::note(call, matter, matters::Verb::recompute, "").value();
}

bool is_unsettled(Call& call, Voice const& voice, Matter const& matter) {
    if (matter.state != State::cleared || voice.solved_at) return false;
    if (voice.review_on) return true;
    return matter.round > 1 &&
           std::ranges::any_of(matters::evaluations_of(call, matter.id), [&](auto const& each) {
               return each.round == matter.round && each.rating == matters::Rating::dissatisfied;
           });
}

void mark_solved(Call& call, Voice& voice, Matter const& matter) {
    auto const note = [&](Voice& each) {
        if (each.solved_at) return;
        each.solved_at = call.now;
        each.review_on.reset();
        rows::update(call, each);
    };
    note(voice);
    for (auto const& number : matters::merged_with(call, matter.id)) {
        auto const gone = matters::find_by_number(call, number);
        if (auto joined = gone ? rows::voice_of(call, gone.value().id) : std::nullopt)
            note(*joined);
    }
}

Result<VoiceView> prove_measure(Call& call, ProveMeasure const& form) {
    auto both = TRY(seen_at_desk(call, form.number));
    auto measures = rows::measures_of(call, both.voice.id);
    auto const found = std::ranges::find(measures, form.measure, &rows::Measure::serial);
    if (found == measures.end() || !found->clock)
        return Refusal{Why::not_found, "measure.not_found", form.number, "measure"};
    TRY(people::may(call, handle_voices, unit_node(call, found->unit)));
    TRY(matters::expect_version(call, both.matter, form.if_match));
    if (found->done_at) return Refusal{Why::conflict, "measure.done", form.number, "measure"};
    TRY(check_words(form.words));
    found->done_at = call.now;
    found->proof = matters::masked_text(form.words, {}).text;
    rows::update(call, *found);
    end_clock(call, both.matter, found->clock);
    TRY(tell_progress(call, both.matter, found->what + "：" + found->proof));
    return shown(call, both.voice);
}

Result<VoiceView> review_voice(Call& call, ReviewVoice const& form) {
    auto both = TRY(taken_at_desk(call, form, hand_over_voices));
    auto& [voice, matter] = both;
    if (matter.state != State::cleared || !voice.review_on || voice.solved_at)
        return Refusal{Why::conflict, "review.none", form.number};
    TRY(check_words(form.words));
    if (!form.solved) TRY(check_review_day(call, form.next_on, "next_on"));
    auto const serial = static_cast<int>(rows::reviews_of(call, voice.id).size()) + 1;
    auto const next = form.solved ? std::nullopt : form.next_on;
    rows::insert(call, rows::Review{voice.id, serial, call.now, call.actor.id(), form.solved,
                                    matters::masked_text(form.words, {}).text, next});
    matters::end_clock(call, matter, ClockKind::review, std::nullopt, call.now, "reviewed");
    voice.review_on = next;
    rows::update(call, voice);
    if (form.solved) mark_solved(call, voice, matter);
    if (next)
        matters::start_clock_until(call, matter, ClockKind::review, call.now, *next, matter.unit);
    TRY(tell_progress(call, matter, form.words));
    return shown(call, voice);
}

Result<VoiceView> correct_answer(Call& call, CorrectAnswer const& form) {
    auto both = TRY(taken_at_desk(call, form, approve_answers));
    auto const answer = public_answer(call, both.matter);
    if (!answer) return Refusal{Why::conflict, "answer.not_out", form.number};
    TRY(check_words(form.text, "text"));
    TRY(check_words(form.note, "note"));
    auto before = answer->text;
    int serial = 1;
    for (auto const& earlier : rows::corrections_of(call, both.matter.id)) {
        if (earlier.answer != answer->serial) continue;
        before = earlier.text;
        ++serial;
    }
    auto const text = matters::masked_text(form.text, {}).text;
    if (text == before) return Refusal{Why::invalid, "answer.same", form.number, "text"};
    rows::insert(call, rows::Correction{both.matter.id, answer->serial, serial, call.now,
                                        call.actor.id(), text, before, form.note});
    TRY(tell_progress(call, both.matter,
                      call.texts.say(call.language, "voices.corrected") + "：" + form.note));
    return shown(call, both.voice);
}

void add_following(Call& call, Voice const& voice, Matter const& matter, VoiceView& view) {
    bool const office = view.eye >= Eye::unit;
    for (auto const& m : rows::measures_of(call, voice.id))
        if (!m.dropped_at && (m.clock || office))
            view.measures.push_back(
                {m.serial, m.what, m.unit, unit_name(call, m.unit), m.by_day, m.done_at, m.proof});
    for (auto const& review : rows::reviews_of(call, voice.id))
        view.reviews.push_back({review.at, review.solved, review.words, review.next_on});
    for (auto const& correction : rows::corrections_of(call, matter.id))
        for (auto& answer : view.answers) {
            if (answer.serial != correction.answer) continue;
            answer.text = correction.text;
            answer.corrections.push_back({correction.at, correction.note, correction.text_before});
        }
    view.solved_at = voice.solved_at;
    view.promised =
        std::ranges::any_of(view.measures, [](auto const& each) { return !each.done_at; });
}

}  // namespace banshi::voices
