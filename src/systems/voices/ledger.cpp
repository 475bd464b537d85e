#include "systems/voices/ledger.h"

#include <boost/describe.hpp>

#include "documents/cell_text.h"
#include "engines/matters/page_end.h"
#include "systems/voices/ledger_lines.h"
#include "systems/voices/ledger_rows.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(AskVoiceExport, (), (from, to, kind, source, street, unit, unmasked, why))

namespace {

constexpr int ledger_rows = 50, turn_rows = 500, most_exports = 200;

std::string ledger_word(Call const& call, std::string const& key, Facts const& facts = {}) {
    return call.texts.say(call.language, "voices.ledger." + key, facts);
}

template <class Word>
std::string word_of(std::optional<Word> const& word) {
    return word ? boost::describe::enum_to_string(*word, "") : "";
}

template <class Form>
rows::VoiceSpan span_of(Call const& call, Form const& form) {
    auto const& zone = call.district.zone();
    rows::VoiceSpan span{};
    span.from = form.from ? zone.midnight(*form.from) : Instant{};
    span.to = form.to ? zone.midnight(*form.to + std::chrono::days{1})
                      : Instant{std::chrono::days{200 * 365}};
    span.kind = word_of(form.kind);
    span.source = word_of(form.source);
    span.street = form.street.value_or(OrgId{}).text;
    span.unit = form.unit.value_or(OrgId{}).text;
    span.after_at = Instant{std::chrono::days{-1}};
    return span;
}

void go_behind(rows::VoiceSpan& span, Voice const& last) {
    span.after_at = *last.submitted_at;
    span.after_id = last.id;
}

std::string filter_words(Call& call, AskVoiceExport const& form) {
    std::string words;
    auto const add = [&](std::string const& part) { words += (words.empty() ? "" : ", ") + part; };
    if (form.from || form.to)
        add((form.from ? written(*form.from) : "…") + " – " + (form.to ? written(*form.to) : "…"));
    if (form.kind) add(call.texts.say(call.language, "voices.letter.kind_" + word_of(form.kind)));
    if (form.source) add(call.texts.say(call.language, "voices.source." + word_of(form.source)));
    for (auto const& unit : {form.street, form.unit})
        if (unit && !unit->empty()) add(unit_name(call, *unit));
    return words.empty() ? ledger_word(call, "everything") : words;
}

documents::WorkbookSheet sheet_of(Call const& call, std::string const& filter, std::int64_t count) {
    auto const name = ledger_word(call, "title_of_all");
    auto const now = written(call.now, call.district.zone());
    documents::WorkbookSheet sheet{
        name,
        {name, ledger_word(call, "line",
                           {{"at", now.substr(0, 10) + " " + now.substr(11, 5)},
                            {"filter", filter},
                            {"count", std::to_string(count)}})},
        {},
        documents::Paper::a3};
    for (auto const& [key, kind, width] : ledger_columns())
        sheet.columns.push_back({ledger_word(call, key), kind, width, {}});
    return sheet;
}

}  // namespace

Result<VoiceLedgerPage> see_voice_ledger(Call& call, VoiceLedgerFilter const& form) {
    TRY(people::may(call, see_voices, people::node(call.district)));
    auto span = span_of(call, form);
    if (form.after) {
        auto const end = TRY(matters::read_page_end(*form.after));
        span.after_at = end.at;
        span.after_id = end.id;
    }
    VoiceLedgerPage page;
    auto const& columns = ledger_columns();
    for (std::size_t at = 1; at < columns.size(); ++at)
        page.heads.push_back(ledger_word(call, columns[at].key));
    auto const voices = rows::handed_in(call, span, ledger_rows);
    for (auto const& voice : voices) {
        auto& row = page.rows.emplace_back();
        row.voice = voice.id;
        for (auto const& cell : ledger_cells(call, voice, true))
            row.cells.push_back(documents::cell_text(cell));
    }
    if (voices.size() == ledger_rows)
        page.next = matters::page_end_text({*voices.back().submitted_at, voices.back().id});
    return page;
}

Result<VoiceExportAsked> ask_voice_export(Call& call, AskVoiceExport const& form) {
    TRY(people::may(call, export_voices, people::node(call.district)));
    bool const masked = !form.unmasked.value_or(false);
    if (!masked) TRY(people::may(call, manage_members, people::node(call.district)));
    if (form.why.find_first_not_of(' ') == form.why.npos)
        return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    rows::VoiceExport const noted{fresh_id_text(call.now, call.random),
                                  call.now,
                                  call.actor.account,
                                  call.actor.name,
                                  filter_words(call, form),
                                  json::serialize(shape::write(form, call.district.zone())),
                                  masked,
                                  form.why};
    rows::insert(call, noted);
    return VoiceExportAsked{noted.id};
}

Result<File> fetch_voice_export(Call& call, FetchVoiceExport const& request) {
    auto const noted = rows::find_export(call, request.export_id);
    if (!noted || noted->account != call.actor.account || call.now - noted->at > Minutes{60})
        return Refusal{Why::not_found, "export.not_found", request.export_id};
    auto const form = TRY(
        shape::read<AskVoiceExport>(json::parse(noted->request).as_object(), shape::Source::json));
    auto span = span_of(call, form);
    documents::WorkbookWriter workbook(call.now);
    workbook.begin_sheet(sheet_of(call, noted->filter, rows::count_handed_in(call, span)));
    std::int64_t serial = 0;
    for (auto voices = rows::handed_in(call, span, turn_rows); !voices.empty();
         voices = rows::handed_in(call, span, turn_rows)) {
        for (auto const& voice : voices) {
            std::vector<documents::Cell> cells{++serial};
            auto own = ledger_cells(call, voice, noted->masked);
            cells.insert(cells.end(), own.begin(), own.end());
            workbook.add_row(cells);
        }
        go_behind(span, voices.back());
    }
    return File{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "voices-" + written(call.district.zone().day_of(call.now)) + ".xlsx",
                std::move(workbook).finish()};
}

Result<VoiceExports> see_voice_exports(Call& call, SeeVoiceExports const&) {
    TRY(people::may(call, export_voices, people::node(call.district)));
    VoiceExports out;
    for (auto const& each : rows::latest_exports(call, most_exports))
        out.exports.push_back({each.at, each.who, each.filter, each.masked, each.why});
    return out;
}

}  // namespace banshi::voices
