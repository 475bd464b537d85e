#include "systems/supervision/ledger.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "documents/cell_text.h"
#include "documents/workbook_writer.h"
#include "engines/matters/page_end.h"
#include "systems/supervision/ledger_lines.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(AskExport, (), (ledger, from, to, street, unit, kind, grade, unmasked, why))

namespace {

constexpr int ledger_rows = 50;
constexpr int most_rows = 200'000;

std::string head(Call const& call, char const* key) {
    return call.texts.say(call.language, std::string("supervision.ledger.") + key);
}

std::string word_of(Ledger ledger) { return boost::describe::enum_to_string(ledger, ""); }

template <class Form>
rows::Span span_of(Call& call, Form const& form) {
    auto const& zone = call.district.zone();
    rows::Span span{};
    span.from = form.from ? zone.midnight(*form.from) : Instant{};
    span.to = form.to ? zone.midnight(*form.to + std::chrono::days{1})
                      : Instant{std::chrono::days{200 * 365}};
    span.street = form.street.value_or(OrgId{}).text;
    span.unit = form.unit.value_or(OrgId{}).text;
    span.kind = form.kind.value_or("");
    span.grade = form.grade.value_or("");
    span.after_at = Instant{std::chrono::days{-1}};
    return span;
}

std::string filter_words(Call& call, AskExport const& form) {
    std::string words;
    auto const add = [&](std::string const& part) { words += (words.empty() ? "" : ", ") + part; };
    if (form.from || form.to)
        add((form.from ? written(*form.from) : "…") + " – " + (form.to ? written(*form.to) : "…"));
    for (auto const& unit : {form.street, form.unit})
        if (unit && !unit->empty()) add(unit_name(call, *unit));
    auto const& book = call.district.policy<Settings>().book;
    auto const add_word = [&](char const* group, std::vector<std::string> const& known,
                              std::optional<std::string> const& word) {
        if (!word || word->empty()) return;
        bool const has_name = std::ranges::find(known, *word) != known.end();
        add(has_name ? call.texts.say(call.language, group + *word) : *word);
    };
    add_word("supervision.kind.", book.kinds, form.kind);
    add_word("supervision.grade.", book.grades, form.grade);
    return words.empty() ? head(call, "everything") : words;
}

documents::WorkbookSheet sheet_of(Call const& call, Ledger ledger, std::string const& filter,
                                  int count) {
    auto const name = head(call, word_of(ledger).c_str());
    auto const now = written(call.now, call.district.zone());
    documents::WorkbookSheet sheet{
        name,
        {name, call.texts.say(call.language, "supervision.ledger.line",
                              {{"at", now.substr(0, 10) + " " + now.substr(11, 5)},
                               {"filter", filter},
                               {"count", std::to_string(count)}})},
        {},
        documents::Paper::a3};
    for (auto const& [key, kind, width] : columns_of(ledger))
        sheet.columns.push_back({head(call, key), kind, width, {}});
    return sheet;
}

}  // namespace

Result<LedgerPage> see_ledger(Call& call, LedgerFilter const& form) {
    TRY(people::may(call, see_matters, people::node(call.district)));
    auto span = span_of(call, form);
    if (form.after) {
        auto const end = TRY(matters::read_page_end(*form.after));
        span.after_at = end.at;
        span.after_id = end.id;
    }
    span.limit = ledger_rows;
    LedgerPage page;
    auto const& columns = columns_of(form.ledger);
    for (std::size_t at = 1; at < columns.size(); ++at)
        page.heads.push_back(head(call, columns[at].key));
    std::string last_id;
    Instant last_at{};
    int rows = 0;
    each_line(call, form.ledger, span, true, [&](LedgerLine const& line) {
        auto& row = page.rows.emplace_back();
        row.number = line.number;
        for (auto const& cell : line.cells) row.cells.push_back(documents::cell_text(cell));
        if (line.id != last_id) ++rows;
        last_id = line.id;
        last_at = line.at;
    });
    if (rows == ledger_rows) page.next = matters::page_end_text({last_at, last_id});
    return page;
}

Result<ExportAsked> ask_export(Call& call, AskExport const& form) {
    TRY(people::may(call, export_ledgers, people::node(call.district)));
    bool const masked = !form.unmasked.value_or(false);
    if (!masked) TRY(people::may(call, see_reporters, people::node(call.district)));
    if (form.why.find_first_not_of(' ') == form.why.npos)
        return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    ExportNoted const noted{fresh_id_text(call.now, call.random),
                            call.now,
                            call.actor.account,
                            call.actor.name,
                            form.ledger,
                            filter_words(call, form),
                            json::serialize(shape::write(form, call.district.zone())),
                            masked,
                            form.why};
    rows::insert(call, noted);
    return ExportAsked{noted.id};
}

Result<File> fetch_export(Call& call, FetchExport const& request) {
    auto const noted = rows::find_export(call, request.export_id);
    if (!noted || noted->account != call.actor.account || call.now - noted->at > Minutes{60})
        return Refusal{Why::not_found, "export.not_found", request.export_id};
    auto const form =
        TRY(shape::read<AskExport>(json::parse(noted->request).as_object(), shape::Source::json));
    auto span = span_of(call, form);
    span.limit = most_rows;
    // The head tells the number of rows, so they are counted before the first is written.
    int count = 0;
    each_line(call, form.ledger, span, true, [&](LedgerLine const&) { ++count; });
    documents::WorkbookWriter workbook(call.now);
    workbook.begin_sheet(sheet_of(call, form.ledger, noted->filter, count));
    std::int64_t serial = 0;
    each_line(call, form.ledger, span, noted->masked, [&](LedgerLine const& line) {
        std::vector<documents::Cell> cells{++serial};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        workbook.add_row(cells);
    });
    return File{
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        word_of(form.ledger) + "-" + written(call.district.zone().day_of(call.now)) + ".xlsx",
        std::move(workbook).finish()};
}

Result<ExportsNoted> see_exports(Call& call, SeeExports const&) {
    TRY(people::may(call, inspect_matters, people::node(call.district)));
    ExportsNoted out;
    for (auto const& each : rows::exports(call, 200))
        out.exports.push_back({each.at, each.who, each.ledger, each.filter, each.masked, each.why});
    return out;
}

}  // namespace banshi::supervision
