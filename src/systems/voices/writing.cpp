#include "systems/voices/writing.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/points.h"
#include "engines/matters/privacy.h"
#include "engines/people/people.h"
#include "systems/voices/call_rows.h"
#include "systems/voices/calls.h"
#include "systems/voices/citizens.h"
#include "systems/voices/judging.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using matters::Matter;
using matters::State;

constexpr std::size_t title_most = 120, text_most = 20000, place_most = 600;

Result<void> check_text(std::string const& title, std::string const& problem,
                        std::string const& suggestion) {
    if (is_blank(title) || title.size() > title_most)
        return Refusal{Why::invalid, "voice.title", "", "title"};
    if (is_blank(problem) || problem.size() > text_most)
        return Refusal{Why::invalid, "voice.problem", "", "problem"};
    if (is_blank(suggestion) || suggestion.size() > text_most)
        return Refusal{Why::invalid, "voice.suggestion", "", "suggestion"};
    return {};
}

Result<void> take_place(Call& call, DraftVoice const& form, Voice& voice) {
    auto const place = form.place.value_or("");
    if (place.size() > place_most) return Refusal{Why::invalid, "voice.place", "", "place"};
    voice.place = matters::masked_text(place, {}).text;
    voice.place_street = form.street.value_or(OrgId{});
    if (!voice.place_street.empty()) TRY(check_unit(call, voice.place_street, "street"));
    if (auto const point = TRY(matters::read_point(form.latitude, form.longitude))) {
        voice.latitude = point->latitude;
        voice.longitude = point->longitude;
    }
    return {};
}

// Of an abstract there are the title and the answer alone.
void say_place(Voice const& voice, matters::Filing& filing) {
    filing.street = voice.street;
    if (voice.disclosure == Disclosure::abstract) return;
    if (!voice.place_street.empty()) filing.street = voice.place_street;
    filing.place = voice.place;
    if (voice.latitude && voice.longitude)
        filing.point = matters::Point{*voice.latitude, *voice.longitude};
}

matters::Visibility visibility_of(Disclosure disclosure) {
    return disclosure == Disclosure::closed ? matters::Visibility::closed
                                            : matters::Visibility::open;
}

// Found, and the asker is one of its authors, or speaks for the first.
Result<Voice> taken(Call& call, std::string const& number) {
    auto voice = TRY(find_voice(call, number));
    std::optional<Matter> matter;
    if (voice.matter) matter = TRY(matters::find(call, *voice.matter));
    auto const eye = eye_of(call, voice, matter);
    if (eye == Eye::nobody || voice.dropped_at) return no_such_voice(number);
    return voice;
}

Result<Voice> taken_by_first(Call& call, std::string const& number) {
    auto voice = TRY(taken(call, number));
    if (speaks_first(call, voice, rows::authors_of(call, voice.id))) return voice;
    return Refusal{Why::forbidden, "author.first_alone", number};
}

Result<Author> own_part(Call& call, Voice const& voice) {
    auto const mine = acting_members(call);
    auto const authors = rows::authors_of(call, voice.id);
    for (auto const& author : authors)
        if (author.named() && is_mine(mine, author.member)) return author;
    if (speaks_first(call, voice, authors)) return authors.front();
    return Refusal{Why::forbidden, "author.none", voice.id};
}

Result<void> check_all_agreed(std::vector<Author> const& authors) {
    for (auto const& author : authors) {
        if (!author.named() || author.confirmed_at) continue;
        auto const* const code = author.declined_at ? "author.declined" : "author.waiting";
        return Refusal{Why::conflict, code, author.voice, "", {{"name", author.name}}};
    }
    return {};
}

matters::Reporter reporter_of(Call& call, Author const& author) {
    matters::Reporter reporter{};
    reporter.name = author.name;
    auto const member = rows::find_member(call, author.member);
    if (member && !member->phone.empty()) reporter.phone = people::unseal(member->phone);
    return reporter;
}

Ratings ratings_of(Call& call, Voice const& voice, Matter const& matter) {
    Ratings ratings{};
    auto const given = matters::evaluations_of(call, matter.id);
    for (auto const& author : rows::authors_of(call, voice.id)) {
        if (!author.confirmed()) continue;
        ++ratings.authors;
        auto const reporter = reporter_in(call, author, *voice.matter, matter);
        bool const against = std::ranges::any_of(given, [&](matters::Evaluation const& each) {
            return reporter == each.reporter && each.round == matter.round &&
                   each.rating == matters::Rating::dissatisfied;
        });
        ratings.against += against;
        ratings.first |= against && author.serial == 1;
    }
    return ratings;
}

}  // namespace

Result<void> hand_in(Call& call, Voice& voice) {
    auto authors = rows::authors_of(call, voice.id);
    TRY(check_all_agreed(authors));
    matters::Filing filing{book_name, boost::describe::enum_to_string(voice.kind, ""), voice.topic,
                           voice.title, text_of(voice)};
    say_place(voice, filing);
    filing.visibility = visibility_of(voice.disclosure);
    filing.unnumbered = true;
    auto filed = TRY(matters::file(call, filing, reporter_of(call, authors.front())));
    int reporter = 1;
    for (auto& author : authors) {
        if (!author.named()) continue;
        if (reporter > 1) TRY(matters::add_reporter(call, filed.matter, reporter_of(call, author)));
        author.reporter = reporter++;
        rows::update(call, author);
    }
    voice.matter = filed.matter.id;
    voice.submitted_at = call.now;
    return {};
}

Result<Voice> drafted_for(Call& call, Member const& member, DraftVoice const& form) {
    TRY(check_text(form.title, form.problem, form.suggestion));
    auto const* const topic = call.district.policy<Settings>().book.category(form.topic);
    if (!topic || topic->retired) return Refusal{Why::invalid, "voice.topic", form.topic, "topic"};
    if (form.call) TRY(check_call(call, *form.call, form.topic));
    TRY(check_citizen(call, member, form.kind));
    Voice voice{};
    voice.id = fresh_id_text(call.now, call.random);
    voice.kind = form.kind;
    voice.source = source_of(member.role);
    voice.street = member.street;
    voice.sector = member.sector;
    voice.topic = form.topic;
    voice.title = form.title;
    voice.problem = form.problem;
    voice.analysis = form.analysis.value_or("");
    voice.suggestion = form.suggestion;
    voice.disclosure = form.disclosure.value_or(Disclosure::abstract);
    TRY(take_place(call, form, voice));
    voice.version = 1;
    voice.created_at = call.now;
    rows::insert(call, voice);
    Author first{};
    first.voice = voice.id;
    first.serial = 1;
    first.member = member.id;
    first.name = member.name;
    first.invited_at = call.now;
    first.confirmed_at = call.now;
    rows::insert(call, first);
    if (form.call) rows::add_to_call(call, *form.call, voice.id);
    return voice;
}

Result<VoiceView> draft_voice(Call& call, DraftVoice const& form) {
    auto const member = TRY(acting_member(call, form.member));
    auto const voice = TRY(drafted_for(call, member, form));
    return shown(call, voice);
}

Result<VoiceView> amend_voice(Call& call, AmendVoice const& form) {
    auto voice = TRY(taken_by_first(call, form.number));
    TRY(check_text(form.title, form.problem, form.suggestion));
    std::optional<Matter> matter;
    if (voice.matter) matter = TRY(matters::find(call, *voice.matter));
    auto const state = matter ? matter->state : State::draft;
    if (state != State::draft && state != State::registered && state != State::amending &&
        state != State::declined)
        return not_now(call, state);
    rows::keep_version(call, voice, call.actor.id());
    voice.title = form.title;
    voice.problem = form.problem;
    voice.analysis = form.analysis.value_or("");
    voice.suggestion = form.suggestion;
    ++voice.version;
    if (state == State::registered)
        TRY(matters::moderate(call, *matter, voice.title, text_of(voice),
                              call.texts.say(call.language, "voices.amended")));
    rows::update(call, voice);
    return shown(call, voice);
}

Result<VoiceView> invite_author(Call& call, OfAuthor const& form) {
    auto const voice = TRY(taken_by_first(call, form.number));
    if (voice.matter) return Refusal{Why::conflict, "author.too_late", form.number};
    if (voice.source == Source::citizen)
        return Refusal{Why::forbidden, "citizens.alone", form.number};
    auto const member = rows::find_member(call, form.member);
    if (!member || !signs(member->role) || !member->active(today(call)))
        return Refusal{Why::not_found, "member.not_found", form.member, "member"};
    auto const authors = rows::authors_of(call, voice.id);
    for (auto const& author : authors)
        if (author.named() && author.member == member->id)
            return Refusal{Why::conflict, "author.named", "", "member", {{"name", author.name}}};
    Author author{};
    author.voice = voice.id;
    author.serial = static_cast<int>(authors.size()) + 1;
    author.member = member->id;
    author.name = member->name;
    author.invited_at = call.now;
    rows::insert(call, author);
    return shown(call, voice);
}

Result<VoiceView> remove_author(Call& call, OfAuthorSerial const& form) {
    auto const voice = TRY(taken_by_first(call, form.number));
    if (voice.matter) return Refusal{Why::conflict, "author.too_late", form.number};
    for (auto author : rows::authors_of(call, voice.id)) {
        if (author.serial != form.author || author.serial == 1 || !author.named()) continue;
        author.removed_at = call.now;
        rows::update(call, author);
        return shown(call, voice);
    }
    return Refusal{Why::not_found, "member.not_found", form.number, "author"};
}

Result<VoiceView> answer_invitation(Call& call, AnswerInvitation const& form) {
    auto const voice = TRY(taken(call, form.number));
    auto author = TRY(own_part(call, voice));
    if (voice.matter || author.confirmed_at || author.declined_at)
        return Refusal{Why::conflict, "author.answered", form.number};
    (form.agrees ? author.confirmed_at : author.declined_at) = call.now;
    rows::update(call, author);
    return shown(call, voice);
}

Result<VoiceView> submit_voice(Call& call, OfVoice const& form) {
    auto voice = TRY(taken_by_first(call, form.number));
    if (!voice.matter) {
        TRY(hand_in(call, voice));
    } else {
        auto matter = TRY(matters::find(call, *voice.matter));
        TRY(matters::resubmit(call, matter, voice.title, text_of(voice)));
    }
    rows::update(call, voice);
    return shown(call, voice);
}

Result<VoiceView> withdraw_voice(Call& call, WithdrawVoice const& form) {
    auto voice = TRY(taken(call, form.number));
    auto mine = TRY(own_part(call, voice));
    if (!voice.matter) {
        if (mine.serial != 1) return Refusal{Why::forbidden, "author.first_alone", form.number};
        voice.dropped_at = call.now;
        rows::update(call, voice);
        return shown(call, voice);
    }
    auto matter = TRY(matters::find(call, *voice.matter));
    if (!matters::after(matter.state, matters::Verb::withdraw)) return not_now(call, matter.state);
    if (form.why.empty()) return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    mine.withdrew_at = call.now;
    rows::update(call, mine);
    bool const all = std::ranges::all_of(rows::authors_of(call, voice.id), [](Author const& a) {
        return !a.confirmed() || a.withdrew_at;
    });
    if (!all) return shown(call, voice);
    TRY(matters::withdraw(call, matter, form.why));
    voice.approved_at.reset();
    rows::update(call, voice);
    return shown(call, voice);
}

Result<VoiceView> rate_answer(Call& call, RateAnswer const& form) {
    auto voice = TRY(taken(call, form.number));
    auto const mine = TRY(own_part(call, voice));
    if (!voice.matter || !mine.reporter || !voice.answered_at)
        return Refusal{Why::conflict, "rating.not_yet", form.number};
    auto const own = TRY(matters::find(call, *voice.matter));
    auto matter = TRY(matters::survivor(call, own));
    auto const reporter = reporter_in(call, mine, own.id, matter);
    if (!reporter) return Refusal{Why::conflict, "rating.not_yet", form.number};
    bool const content = form.rating != matters::Rating::dissatisfied;
    TRY(matters::evaluate(call, matter, *reporter,
                          {content, form.rating, form.reason.value_or(""), "web"}));
    bool const stands = matter.round == 1 && matter.state == State::cleared;
    if (!content && stands && asks_redo(ratings_of(call, voice, matter))) {
        TRY(matters::reopen(call, matter, form.reason.value_or("")));
        voice.review_on.reset();
        rows::update(call, voice);
    }
    return shown(call, voice);
}

}  // namespace banshi::voices
