#include "systems/voices/imports.h"

#include <algorithm>

#include "documents/workbook_writer.h"
#include "engines/record/hash.h"
#include "systems/voices/old_voices.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using matters::FileRead;
using matters::Import;
using matters::ImportLine;
using matters::ImportView;
using matters::LineState;
using matters::Matter;

using Cells = std::vector<std::string>;

constexpr int most_listed = 100;
constexpr char const* ledger_words = "voices.ledger.";

std::string import_word(Call const& call, std::string const& key) {
    return call.texts.say(call.language, "voices.import." + key);
}

// ---- reading

// Every line needs these.
Result<void> check_columns(Call const& call, documents::FileTable const& table) {
    for (std::string const key : {"title", "author", "submitted_at"})
        if (std::ranges::find(table.keys, key) == table.keys.end())
            return Refusal{Why::invalid,
                           "import.columns",
                           key,
                           "file",
                           {{"column", call.texts.say(call.language, ledger_words + key)}}};
    return {};
}

ImportLine line_of(Call const& call, OldNames const& names, documents::FileTable const& table,
                   documents::TableRow const& row) {
    auto read = read_old(call, names, table.keys, row.cells);
    ImportLine line{row.line,  LineState::bad,         matters::identity_of(table.keys, row.cells),
                    row.cells, std::move(read.faults), std::move(read.remarks)};
    auto const column = [&](std::size_t at) { return table.keys[at]; };
    // What the cell itself says comes first: the rest may follow from it.
    for (auto const& [at, code] : row.faults)
        std::erase_if(line.faults, [&](auto const& known) { return known.column == column(at); });
    for (auto fault = row.faults.rbegin(); fault != row.faults.rend(); ++fault)
        line.faults.insert(line.faults.begin(), {column(fault->column), fault->code, {}});
    for (auto const& [at, code] : row.remarks) line.remarks.push_back({column(at), code, {}});
    line.at = read.past.filing.at;
    return line;
}

Result<FileRead> read_file(Call& call, Upload const& file, std::string const& sha256) {
    auto const table = TRY(documents::read_table(file.bytes, old_columns(call.texts)));
    TRY(check_columns(call, table));
    OldNames const names(call);
    FileRead read{book_name,   file.name,     sha256,       table.keys,
                  table.heads, table.ignored, table.passed, {}};
    read.lines.reserve(table.rows.size());
    for (auto const& row : table.rows) read.lines.push_back(line_of(call, names, table, row));
    return read;
}

std::string hash_of(Upload const& file) { return record::hex(record::sha256({file.bytes})); }

// ---- taking in

void keep_voice(Call& call, OldVoice read, Matter const& matter) {
    auto& voice = read.voice;
    voice.id = fresh_id_text(call.now, call.random);
    voice.matter = matter.id;
    rows::insert(call, voice);
    for (auto& author : read.authors) {
        author.voice = voice.id;
        rows::insert(call, author);
    }
}

// In no list and no count any more.
void drop_voice(Call& call, Matter const& matter) {
    auto voice = rows::voice_of(call, matter.id).value();
    voice.submitted_at = voice.screened_at = voice.filed_at = {};
    voice.answered_at = voice.solved_at = {};
    voice.dropped_at = call.now;
    rows::update(call, voice);
}

// Settings may have changed since the line was looked at.
matters::Intake intake(Call& call, Import const& import) {
    auto const names = std::make_shared<OldNames>(call);
    auto const read = [&call, names, columns = matters::layout_of(import).columns](
                          Cells const& cells) { return read_old(call, *names, columns, cells); };
    auto const past_of = [read](Cells const& cells) -> Result<matters::Past> {
        auto line = read(cells);
        if (line.faults.empty()) return std::move(line.past);
        return Refusal{Why::conflict, "import.look_again", "", line.faults.front().column};
    };
    return {past_of,
            [&call, read](Matter const& matter, Cells const& cells) {
                keep_voice(call, read(cells), matter);
            },
            [&call](Matter const& matter) { drop_voice(call, matter); }};
}

Result<Import> find_own_import(Call& call, std::string const& id) {
    TRY(people::may(call, import_voices, people::node(call.district)));
    return matters::find_import(call, book_name, id);
}

}  // namespace

void read_voices_ahead(Call& call, json::object const& request) {
    auto const* const value = request.if_contains("file");
    auto const file = value ? read_upload(*value) : std::nullopt;
    if (!file || !call.actor.holds(import_voices)) return;
    auto read = read_file(call, *file, hash_of(*file));
    if (read) matters::lay_ready(call, std::move(read).value());
}

Result<ImportView> preview_voice_import(Call& call, PreviewVoices const& form) {
    TRY(people::may(call, import_voices, people::node(call.district)));
    auto const sha256 = hash_of(form.file);
    auto ready = matters::take_ready(call, book_name, sha256);
    if (!ready) ready = TRY(read_file(call, form.file, sha256));
    ready->name = form.file.name;
    if (ready->lines.empty()) return Refusal{Why::invalid, "import.empty", "", "file"};
    return matters::view_of(matters::keep_preview(call, *std::move(ready)));
}

Result<ImportView> see_voice_import(Call& call, OfVoiceImport const& form) {
    auto const import = TRY(find_own_import(call, form.import_id));
    return matters::view_of(import);
}

Result<VoiceImportList> list_voice_imports(Call& call, ListVoiceImports const&) {
    TRY(people::may(call, import_voices, people::node(call.district)));
    VoiceImportList list;
    for (auto const& import : matters::list_imports(call, book_name, most_listed))
        list.imports.push_back(matters::view_of(import));
    return list;
}

Result<matters::LinesView> see_voice_import_lines(Call& call, SeeVoiceLines const& form) {
    auto const import = TRY(find_own_import(call, form.import_id));
    return matters::view_of(call, import, form.state, form.page.value_or(0), ledger_words);
}

Result<File> bad_voice_lines(Call& call, OfVoiceImport const& form) {
    using documents::CellKind;
    auto const import = TRY(find_own_import(call, form.import_id));
    documents::WorkbookSheet sheet{import_word(call, "bad"), {}, {}, documents::Paper::a3};
    sheet.columns.push_back({import_word(call, "line"), CellKind::integer, 8, {}});
    sheet.columns.push_back({import_word(call, "reason"), CellKind::text, 40, {}});
    for (auto const& head : matters::layout_of(import).heads)
        sheet.columns.push_back({head, CellKind::text, 18, {}});
    documents::WorkbookWriter workbook(call.now);
    workbook.begin_sheet(std::move(sheet));
    matters::each_line(call, import, LineState::bad, [&](ImportLine const& line) {
        std::vector<documents::Cell> cells{static_cast<std::int64_t>(line.line),
                                           matters::reason_of(call, line, ledger_words)};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        workbook.add_row(cells);
    });
    return File{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "voices-import-" + written(call.district.zone().day_of(import.at)) + ".xlsx",
                std::move(workbook).finish()};
}

Result<ImportView> commit_voice_import(Call& call, CommitVoices const& form) {
    auto import = TRY(find_own_import(call, form.import_id));
    auto const good = intake(call, import);
    TRY(matters::commit_import(call, import, form.sha256, good));
    return matters::view_of(import);
}

Result<ImportView> undo_voice_import(Call& call, UndoVoices const& form) {
    auto import = TRY(find_own_import(call, form.import_id));
    auto const good = intake(call, import);
    TRY(matters::undo_import(call, import, form.why, good));
    return matters::view_of(import);
}

Result<VoicesContinued> continue_voice_imports(Call& call, ContinueVoices const&) {
    auto const import = matters::go_on(
        call, book_name, [&](Import const& under_way) { return intake(call, under_way); });
    if (!import) return VoicesContinued{0, false};
    return VoicesContinued{matters::view_of(*import).looked_at, import->moves()};
}

}  // namespace banshi::voices
