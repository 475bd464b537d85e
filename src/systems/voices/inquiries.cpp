#include "systems/voices/inquiries.h"

#include "engines/matters/telling.h"
#include "engines/people/people.h"
#include "systems/voices/following.h"
#include "systems/voices/inquiry_rows.h"
#include "systems/voices/rows.h"
#include "systems/voices/writing.h"

namespace banshi::voices {

namespace {

constexpr int most_inquiries = 200;

FindingView finding_view(Call& call, rows::Finding const& finding) {
    auto const voice = rows::find_voice(call, finding.voice).value();
    FindingView view{finding.serial,
                     voice.id,
                     "",
                     voice.title,
                     matters::State::draft,
                     voice.solved_at.has_value()};
    if (!voice.matter) return view;
    auto const matter = matters::find(call, *voice.matter).value();
    view.number = matter.number;
    view.state = matter.state;
    return view;
}

// Everybody reads of a trip; a finding that is not public is shown to those alone who may see it.
InquiryView view_of(Call& call, rows::Inquiry const& i) {
    InquiryView view{
        i.id, i.kind, topic_name(call, i.topic), i.title, i.place, i.day, i.members, {}, {}, 0};
    for (auto const& visit : rows::visits_of(call, i.id))
        view.visits.push_back({visit.day, visit.place, visit.words});
    for (auto const& finding : rows::findings_of(call, i.id)) {
        auto const shown_finding = finding_view(call, finding);
        view.solved += shown_finding.solved;
        if (see_voice(call, {finding.voice})) view.findings.push_back(shown_finding);
    }
    return view;
}

}  // namespace

Result<InquiryView> record_inquiry(Call& call, RecordInquiry const& form) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    if (!call.district.policy<Settings>().book.category(form.topic))
        return Refusal{Why::invalid, "voice.topic", form.topic, "topic"};
    if (form.title.empty()) return Refusal{Why::invalid, "voice.title", "", "title"};
    if (form.day > today(call)) return Refusal{Why::invalid, "inquiry.day", "", "day"};
    rows::Inquiry const inquiry{fresh_id_text(call.now, call.random),
                                form.kind,
                                form.topic,
                                form.title,
                                form.place,
                                form.day,
                                form.members,
                                call.now,
                                call.actor.id()};
    rows::insert(call, inquiry);
    return view_of(call, inquiry);
}

Result<InquiryView> add_visit(Call& call, AddVisit const& form) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    auto const inquiry = rows::find_inquiry(call, form.inquiry);
    if (!inquiry) return Refusal{Why::not_found, "inquiry.not_found", form.inquiry, "inquiry"};
    if (form.day > today(call) || form.day < inquiry->day)
        return Refusal{Why::invalid, "inquiry.day", "", "day"};
    if (form.words.empty()) return Refusal{Why::invalid, "comment.missing", "", "words"};
    auto const serial = static_cast<int>(rows::visits_of(call, inquiry->id).size()) + 1;
    rows::insert(call, rows::Visit{inquiry->id, serial, form.day, form.place, form.words, call.now,
                                   call.actor.id()});
    return view_of(call, *inquiry);
}

Result<InquiryView> add_finding(Call& call, AddFinding const& form) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    auto const inquiry = rows::find_inquiry(call, form.inquiry);
    if (!inquiry) return Refusal{Why::not_found, "inquiry.not_found", form.inquiry, "inquiry"};
    auto const member = rows::find_member(call, form.member);
    if (!member || !member->active(today(call)))
        return Refusal{Why::not_found, "member.not_found", form.member, "member"};
    DraftVoice const draft{Kind::opinion,   inquiry->topic,  form.title, form.problem, {},
                           form.suggestion, form.disclosure, {}};
    auto voice = TRY(drafted_for(call, *member, draft));
    TRY(hand_in(call, voice));
    rows::update(call, voice);
    auto const serial = static_cast<int>(rows::findings_of(call, inquiry->id).size()) + 1;
    rows::insert(call, rows::Finding{inquiry->id, serial, voice.id, call.now});
    return view_of(call, *inquiry);
}

Result<InquiryList> list_inquiries(Call& call, ListInquiries const&) {
    InquiryList list{};
    for (auto const& inquiry : rows::latest_inquiries(call, most_inquiries)) {
        list.inquiries.push_back(view_of(call, inquiry));
        list.findings += static_cast<int>(rows::findings_of(call, inquiry.id).size());
        list.solved += list.inquiries.back().solved;
    }
    return list;
}

Result<VoiceView> hand_to_supervision(Call& call, HandToSupervision const& form) {
    auto const voice = TRY(find_voice(call, form.number));
    if (!voice.matter) return no_such_voice(form.number);
    auto matter = TRY(matters::find(call, *voice.matter));
    if (eye_of(call, voice, matter) != Eye::office) return no_such_voice(form.number);
    TRY(people::may(call, hand_over_voices, people::node(call.district)));
    TRY(matters::expect_version(call, matter, form.if_match));
    matters::Book const* book = nullptr;
    for (auto const& each : call.district.policy<matters::Books>().all)
        if (each.name == "supervision") book = &each;
    if (!book) return Refusal{Why::conflict, "handing.none", form.number};
    if (!is_unsettled(call, voice, matter))
        return Refusal{Why::conflict, "handing.solved", form.number};
    if (rows::handing_of(call, voice.id)) return Refusal{Why::conflict, "handing.done", voice.id};

    matters::Filing filing{book->name, book->kinds.front(), form.category, matter.title,
                           matter.text};
    filing.street = matter.street;
    filing.place = matter.place;
    if (matter.latitude && matter.longitude)
        filing.point = matters::Point{*matter.latitude, *matter.longitude};
    filing.channel = "voices";
    filing.previous = matter.id;
    filing.visibility = matter.visibility;
    auto filed = TRY(matters::file(call, filing, {}));
    if (voice.disclosure == Disclosure::abstract)  // the office there reads the words that came
        TRY(matters::moderate(call, filed.matter, matter.title, matter.title,
                              call.texts.say(call.language, "voices.abstract_alone")));
    rows::insert(call, rows::Handing{voice.id, filed.matter.id, call.now, {}});
    TRY(matters::note(call, matter, matters::Verb::progress, form.why,
                      {{"supervision", filed.matter.number}}));
    return shown(call, voice);
}

int follow_handings(Call& call, int limit) {
    int solved = 0;
    for (auto& handing : rows::open_handings(call, limit)) {
        auto const there = matters::find(call, handing.matter).value();
        if (there.state != matters::State::cleared || there.outcome != matters::Outcome::solved)
            continue;
        handing.solved_at = call.now;
        rows::update(call, handing);
        auto voice = rows::find_voice(call, handing.voice).value();
        auto matter = matters::find(call, voice.matter.value()).value();
        mark_solved(call, voice, matter);
        matters::end_clock(call, matter, matters::ClockKind::review, std::nullopt, call.now,
                           "solved");
        auto const words =
            call.texts.say(Language::zh, "voices.solved_there", {{"number", there.number}});
        matters::note(call, matter, matters::Verb::progress, words).value();
        matters::tell_reporters(call, matter, "followed", {{"words", words}});
        ++solved;
    }
    return solved;
}

}  // namespace banshi::voices
