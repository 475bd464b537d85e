#include "systems/voices/letters.h"

#include <algorithm>

#include "engines/matters/telling.h"
#include "systems/voices/paper.h"

namespace banshi::voices {

namespace {

using namespace documents;
using matters::Matter;

std::string names_of(VoiceView const& view) {
    std::string names;
    for (auto const& author : view.authors)
        if (author.confirmed) names += (names.empty() ? "" : "、") + author.name;
    return names;
}

std::string joint_units(VoiceView const& view) {
    std::string names;
    for (auto const& part : view.parts)
        if (!part.lead) names += (names.empty() ? "" : "、") + part.unit_name;
    return names;
}

// The plate shows the sequence large, as on the page; the whole number stands above it.
Plate plate_of(PaperWords const& word, std::string const& number) {
    auto const last = number.rfind('-');
    auto const first = number.rfind('-', last - 1);
    return {word("number") + " " + number, number.substr(first + 1, last - first - 1)};
}

std::string phone_of(Call const& call, OrgId const& unit) {
    auto const& settings = call.district.policy<Settings>();
    auto const found = std::ranges::find(settings.units, unit, &matters::UnitSetting::id);
    return found == settings.units.end() ? settings.phone : found->phone;
}

// Where anybody may see it, and its place in the public record.
Code code_of(Call& call, PaperWords const& word, Matter const& own, Matter const& told) {
    std::optional<std::int64_t> seq;
    for (auto const& deed : matters::deeds_of(call, told.id))
        if (deed.seq) seq = deed.seq;
    return {matters::address_of(call, own),
            seq ? word("record", {{"seq", std::to_string(*seq)}}) : word("code")};
}

AnswerShown const* latest_out(VoiceView const& view) {
    AnswerShown const* latest = nullptr;
    for (auto const& answer : view.answers)
        if (answer.published_at) latest = &answer;
    return latest;
}

std::string source_of(PaperWords const& word, VoiceView const& view) {
    return view.street_name.empty() ? word.of("source", view.source) : view.street_name;
}

std::string place_of(VoiceView const& view) {
    auto const& place = view.place;
    auto const between = place.street_name.empty() || place.words.empty() ? "" : " ";
    return place.street_name + between + place.words;
}

}  // namespace

Result<File> print_voice(Call& call, OfVoice const& form) {
    auto const view = TRY(see_voice(call, form));
    PaperWords const word(call, "letter");
    auto const kind = word.of("kind", view.kind);
    Paper paper(kind + " " + view.number, word);
    paper.add(Title{kind});
    if (!view.number.empty()) paper.add(plate_of(word, view.number));
    paper.add(Heading{view.title});
    paper.add_facts({{"source", source_of(word, view)},
                     {"authors", names_of(view)},
                     {"topic", view.topic_name},
                     {"place", place_of(view)},
                     {"submitted", view.submitted_at ? word.day(*view.submitted_at) : ""},
                     {"filed", view.filed_at ? word.day(*view.filed_at) : ""},
                     {"lead", view.unit_name},
                     {"joint", joint_units(view)},
                     {"due", view.last_day ? written(*view.last_day) : ""}});
    if (view.said.problem.empty()) {
        paper.add(Paragraph{view.text.empty() ? word("abstract") : view.text});
    } else {
        paper.add_part(word("problem"), view.said.problem);
        paper.add_part(word("analysis"), view.said.analysis);
        paper.add_part(word("suggestion"), view.said.suggestion);
    }
    if (!view.number.empty()) {
        auto const matter = TRY(matters::find_by_number(call, view.number));
        paper.add(code_of(call, word, matter, matter));
    }
    return paper.printed(call.now, view.number.empty() ? "voice" : view.number);
}

Result<File> print_answer(Call& call, OfVoice const& form) {
    auto const view = TRY(see_voice(call, form));
    auto const* const answer = latest_out(view);
    if (!answer) return Refusal{Why::conflict, "answer.not_out", form.number};
    auto const matter = TRY(matters::find_by_number(call, view.number));
    auto const told = TRY(matters::survivor(call, matter));
    auto const unit = unit_name(call, told.unit);
    auto const names = names_of(view);

    PaperWords const word(call, "letter");
    Facts const facts{{"title", view.title}, {"number", view.number}, {"unit", unit}};
    Paper paper(word("answer", facts), word);
    paper.add(Title{word("answer", facts)});
    paper.add(plate_of(word, view.number));
    paper.add(Heading{word("subject", facts)});
    paper.add(Paragraph{word("to", {{"names", names.empty() ? source_of(word, view) : names}})});
    paper.add(Paragraph{word("received", facts)});
    if (view.merged_into) paper.add(Paragraph{word("together", {{"number", *view.merged_into}})});
    paper.add(Paragraph{answer->text});
    paper.add(Paragraph{word("outcome") + word.of("outcome", answer->outcome), true});
    paper.add_facts({{"lead", unit},
                     {"joint", joint_units(view)},
                     {"answered", answer->answered_at ? word.day(*answer->answered_at) : ""},
                     {"published", word.day(*answer->published_at)},
                     {"review", view.review_on ? written(*view.review_on) : ""},
                     {"phone", phone_of(call, told.unit)}});
    paper.add(code_of(call, word, matter, told));
    paper.add(CutLine{});
    paper.add(Heading{word("slip", facts)});
    paper.add(Paragraph{word("slip_lines")});
    return paper.printed(call.now, view.number + "-answer");
}

}  // namespace banshi::voices
