#include "systems/voices/digests.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/telling.h"
#include "systems/voices/digest_rows.h"
#include "systems/voices/paper.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

constexpr int most_digests = 100;

std::string name_of(Call const& call, rows::Digest const& d) {
    return call.texts.say(call.language, "voices.digest.name",
                          {{"year", std::to_string(d.year)}, {"number", std::to_string(d.number)}});
}

InstructionView view_of(Call& call, rows::Instruction const& i) {
    auto const voice = rows::find_voice(call, i.voice).value();
    auto const end = i.answered_at ? call.district.zone().day_of(*i.answered_at) : today(call);
    return {i.serial,
            i.digest,
            number_of(call, voice),
            i.leader,
            i.text,
            unit_name(call, i.unit),
            i.last_day,
            i.at,
            i.answered_at,
            i.answer,
            end > i.last_day};
}

DigestView view_of(Call& call, rows::Digest const& d) {
    DigestView view{d.id, name_of(call, d), d.title, d.words, d.at, {}, {}};
    int serial = 0;
    for (auto const& id : rows::items_of(call, d.id)) {
        auto const voice = rows::find_voice(call, id).value();
        auto const matter = matters::find(call, voice.matter.value()).value();
        view.items.push_back({++serial, matter.number, voice.title, matter.state});
    }
    for (auto const& instruction : rows::instructions_of(call, d.id))
        view.instructions.push_back(view_of(call, instruction));
    return view;
}

Result<rows::Digest> digest_of(Call& call, std::string const& id) {
    if (auto row = rows::find_digest(call, id)) return std::move(*row);
    return Refusal{Why::not_found, "digest.not_found", id, "digest"};
}

// What was cleared was answered here.
std::string state_of(Call const& call, PaperWords const& word, matters::State state) {
    if (state == matters::State::cleared) return word("answered");
    return call.texts.say(
        call.language, std::string("matter.state.") + boost::describe::enum_to_string(state, ""));
}

// Of an answer that is not out, a leader reads the state alone.
void add_item(Call& call, Paper& paper, PaperWords const& word, Voice const& voice, int serial) {
    auto const view = shown(call, voice);
    auto const source =
        view.street_name.empty() ? word.of("source", view.source) : view.street_name;
    paper.add(documents::Heading{std::to_string(serial) + ". " + view.title});
    paper.add_facts({{"number", view.number},
                     {"source", source},
                     {"topic", view.topic_name},
                     {"lead", view.unit_name},
                     {"state", state_of(call, word, view.state)},
                     {"due", view.last_day ? written(*view.last_day) : ""}});
    paper.add(documents::Paragraph{view.said.problem});
    if (!view.said.suggestion.empty())
        paper.add(documents::Paragraph{word("suggestion") + view.said.suggestion});
    for (auto const& answer : view.answers)
        if (answer.published_at) paper.add(documents::Paragraph{word("answer") + answer.text});
}

}  // namespace

Result<DigestView> make_digest(Call& call, MakeDigest const& form) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    if (is_blank(form.title)) return Refusal{Why::invalid, "voice.title", "", "title"};
    if (form.numbers.empty()) return Refusal{Why::invalid, "digest.empty", "", "numbers"};
    std::vector<std::string> chosen;
    for (auto const& number : form.numbers) {
        auto const both = TRY(seen_at_desk(call, number));
        if (!both.matter.numbered()) return no_such_voice(number);
        if (std::ranges::find(chosen, both.voice.id) == chosen.end())
            chosen.push_back(both.voice.id);
    }
    auto const year = static_cast<int>(std::chrono::year_month_day(today(call)).year());
    rows::Digest const digest{fresh_id_text(call.now, call.random),
                              year,
                              rows::next_number(call, year),
                              form.title,
                              form.words.value_or(""),
                              call.now,
                              call.actor.id()};
    rows::insert(call, digest);
    int serial = 0;
    for (auto const& voice : chosen) rows::add_item(call, digest.id, ++serial, voice);
    return view_of(call, digest);
}

Result<DigestList> list_digests(Call& call, ListDigests const&) {
    TRY(people::may(call, see_voices, people::node(call.district)));
    DigestList list;
    for (auto const& digest : rows::latest_digests(call, most_digests))
        list.digests.push_back(view_of(call, digest));
    return list;
}

Result<File> print_digest(Call& call, OfDigest const& form) {
    TRY(people::may(call, see_voices, people::node(call.district)));
    auto const digest = TRY(digest_of(call, form.digest));
    PaperWords const word(call, "digest");
    Paper paper(name_of(call, digest), word);
    paper.add(documents::Title{word("title"), documents::Ink::red});
    paper.add(documents::Paragraph{name_of(call, digest) + "　" + word.day(digest.at)});
    paper.add(documents::Heading{digest.title});
    if (!digest.words.empty()) paper.add(documents::Paragraph{digest.words});
    int serial = 0;
    for (auto const& id : rows::items_of(call, digest.id))
        add_item(call, paper, word, rows::find_voice(call, id).value(), ++serial);
    paper.add(documents::CutLine{});
    paper.add(documents::Heading{word("instruction")});
    auto const instructions = rows::instructions_of(call, digest.id);
    for (auto const& i : instructions)
        paper.add(documents::Paragraph{i.leader + "：" + i.text + "　" + unit_name(call, i.unit) +
                                       "　" + written(i.last_day)});
    if (instructions.empty()) paper.add(documents::Paragraph{word("lines")});
    return paper.printed(
        call.now, "digest-" + std::to_string(digest.year) + "-" + std::to_string(digest.number));
}

Result<DigestView> record_instruction(Call& call, RecordInstruction const& form) {
    TRY(people::may(call, hand_over_voices, people::node(call.district)));
    auto const digest = TRY(digest_of(call, form.digest));
    auto const items = rows::items_of(call, digest.id);
    if (form.item < 1 || form.item > static_cast<int>(items.size()))
        return Refusal{Why::not_found, "instruction.item", form.digest, "item"};
    if (is_blank(form.leader)) return Refusal{Why::invalid, "matter.leader_missing", "", "leader"};
    if (is_blank(form.text)) return Refusal{Why::invalid, "comment.missing", "", "text"};
    TRY(check_unit(call, form.unit, "unit"));
    if (form.last_day <= today(call))
        return Refusal{Why::invalid, "instruction.day", written(form.last_day), "last_day"};
    auto const voice = rows::find_voice(call, items[static_cast<std::size_t>(form.item) - 1]);
    auto const own = TRY(matters::find(call, voice.value().matter.value()));
    auto matter = TRY(matters::survivor(call, own));
    matters::start_clock_until(call, matter, matters::ClockKind::promise, call.now, form.last_day,
                               form.unit);
    auto const clocks = matters::clocks_of(call, matter.id);
    bool const started = !clocks.empty() && clocks.back().kind == matters::ClockKind::promise;
    auto const serial = static_cast<int>(rows::instructions_of(call, digest.id).size()) + 1;
    rows::insert(call,
                 rows::Instruction{digest.id,
                                   serial,
                                   voice.value().id,
                                   form.leader,
                                   form.text,
                                   form.unit,
                                   form.last_day,
                                   started ? std::optional{clocks.back().serial} : std::nullopt,
                                   call.now,
                                   call.actor.id(),
                                   {},
                                   "",
                                   ""});
    TRY(matters::note(call, matter, matters::Verb::lead, form.leader + "：" + form.text,
                      {{"last_day", written(form.last_day)}}));
    return view_of(call, digest);
}

Result<DigestView> answer_instruction(Call& call, AnswerInstruction const& form) {
    auto const digest = TRY(digest_of(call, form.digest));
    auto all = rows::instructions_of(call, digest.id);
    auto const i = std::ranges::find(all, form.instruction, &rows::Instruction::serial);
    if (i == all.end())
        return Refusal{Why::not_found, "instruction.item", form.digest, "instruction"};
    if (!call.actor.holds(hand_over_voices, people::node(call.district)))
        TRY(people::may(call, handle_voices, unit_node(call, i->unit)));
    if (i->answered_at) return Refusal{Why::conflict, "instruction.answered", form.digest};
    if (is_blank(form.words)) return Refusal{Why::invalid, "comment.missing", "", "words"};
    i->answered_at = call.now;
    i->answered_by = call.actor.id();
    i->answer = form.words;
    rows::update(call, *i);
    auto const voice = rows::find_voice(call, i->voice).value();
    auto const own = TRY(matters::find(call, voice.matter.value()));
    auto matter = TRY(matters::survivor(call, own));
    if (i->clock) matters::end_clock_by_serial(call, matter, *i->clock, call.now, "answered");
    TRY(matters::note(call, matter, matters::Verb::lead, form.words));
    return view_of(call, digest);
}

std::vector<InstructionView> instructions_of(Call& call, Voice const& voice) {
    std::vector<InstructionView> views;
    for (auto const& instruction : rows::instructions_on(call, voice.id))
        views.push_back(view_of(call, instruction));
    return views;
}

}  // namespace banshi::voices
