#include "systems/supervision/imports.h"

#include <algorithm>

#include "documents/workbook_writer.h"
#include "engines/record/hash.h"
#include "systems/supervision/import_columns.h"
#include "systems/supervision/ledger_lines.h"

namespace banshi::supervision {

namespace {

using matters::FileRead;
using matters::Import;
using matters::ImportLine;
using matters::LineState;

constexpr int most_listed = 100;
constexpr char const* ledger_words = "supervision.ledger.";

std::string ledger_word(Call const& call, std::string const& key) {
    return call.texts.say(call.language, ledger_words + key);
}

std::string import_word(Call const& call, std::string const& key) {
    return call.texts.say(call.language, "supervision.import." + key);
}

// ---- reading

// Every line needs these.
Result<void> check_columns(Call const& call, documents::FileTable const& table) {
    for (auto const* key : {"title", "registered_at"})
        if (std::ranges::find(table.keys, key) == table.keys.end())
            return Refusal{
                Why::invalid, "import.columns", key, "file", {{"column", ledger_word(call, key)}}};
    return {};
}

ImportLine line_of(Call const& call, ImportNames const& names, documents::FileTable const& table,
                   documents::TableRow const& row) {
    auto read = read_line(call, names, table.keys, row.cells);
    ImportLine line{row.line,  LineState::bad,         matters::identity_of(table.keys, row.cells),
                    row.cells, std::move(read.faults), std::move(read.remarks)};
    auto const column = [&](std::size_t at) { return table.keys[at]; };
    // What the cell itself says comes first: the rest may follow from it.
    for (auto const& [at, code] : row.faults)
        std::erase_if(line.faults, [&](auto const& known) { return known.column == column(at); });
    for (auto fault = row.faults.rbegin(); fault != row.faults.rend(); ++fault)
        line.faults.insert(line.faults.begin(), {column(fault->column), fault->code, {}});
    for (auto const& [at, code] : row.remarks) line.remarks.push_back({column(at), code, {}});
    line.beside = read.correction;
    line.at = read.past.filing.at;
    return line;
}

Result<FileRead> read_file(Call& call, Upload const& file, std::string const& sha256) {
    auto const columns = import_columns(call.texts);
    auto const table = TRY(documents::read_table(file.bytes, columns));
    TRY(check_columns(call, table));
    ImportNames const names(call);
    FileRead read{book_name,   file.name,     sha256,       table.keys,
                  table.heads, table.ignored, table.passed, {}};
    read.lines.reserve(table.rows.size());
    for (auto const& row : table.rows) read.lines.push_back(line_of(call, names, table, row));
    return read;
}

std::string hash_of(Upload const& file) { return record::hex(record::sha256({file.bytes})); }

Result<Import> found(Call& call, std::string const& id) {
    TRY(people::may(call, import_matters, people::node(call.district)));
    return matters::find_import(call, book_name, id);
}

// Settings may have changed since the line was looked at.
matters::Intake intake(Call& call, std::vector<std::string> columns) {
    auto const names = std::make_shared<ImportNames>(call);
    return {[&call, names, columns = std::move(columns)](
                std::vector<std::string> const& cells) -> Result<matters::Past> {
        auto line = read_line(call, *names, columns, cells);
        if (line.faults.empty()) return std::move(line.past);
        return Refusal{Why::conflict, "import.look_again", "", line.faults.front().column};
    }};
}

}  // namespace

void read_ahead(Call& call, json::object const& request) {
    auto const* const value = request.if_contains("file");
    auto const file = value ? read_upload(*value) : std::nullopt;
    if (!file || !call.actor.holds(import_matters)) return;
    auto const sha256 = hash_of(*file);
    auto read = read_file(call, *file, sha256);
    if (read) matters::lay_ready(call, std::move(read).value());
}

Result<ImportView> preview_import(Call& call, PreviewImport const& form) {
    TRY(people::may(call, import_matters, people::node(call.district)));
    auto const sha256 = hash_of(form.file);
    auto ready = matters::take_ready(call, book_name, sha256);
    if (!ready) ready = TRY(read_file(call, form.file, sha256));
    ready->name = form.file.name;
    if (ready->lines.empty()) return Refusal{Why::invalid, "import.empty", "", "file"};
    return matters::view_of(matters::keep_preview(call, *std::move(ready), differs_from_ledger));
}

Result<ImportView> see_import(Call& call, OfImport const& form) {
    auto const import = TRY(found(call, form.import_id));
    return matters::view_of(import);
}

Result<ImportList> list_imports(Call& call, ListImports const&) {
    TRY(people::may(call, import_matters, people::node(call.district)));
    ImportList list;
    for (auto const& import : matters::list_imports(call, book_name, most_listed))
        list.imports.push_back(matters::view_of(import));
    return list;
}

Result<LinesView> see_import_lines(Call& call, SeeLines const& form) {
    auto const import = TRY(found(call, form.import_id));
    return matters::view_of(call, import, form.state, form.page.value_or(0), ledger_words);
}

Result<File> bad_lines(Call& call, OfImport const& form) {
    auto const import = TRY(found(call, form.import_id));
    documents::WorkbookSheet sheet{import_word(call, "bad"), {}, {}, documents::Paper::a3};
    sheet.columns.push_back({import_word(call, "line"), documents::CellKind::integer, 8, {}});
    sheet.columns.push_back({import_word(call, "reason"), documents::CellKind::text, 40, {}});
    for (auto const& head : matters::layout_of(import).heads)
        sheet.columns.push_back({head, documents::CellKind::text, 18, {}});
    documents::WorkbookWriter workbook(call.now);
    workbook.begin_sheet(std::move(sheet));
    matters::each_line(call, import, LineState::bad, [&](ImportLine const& line) {
        std::vector<documents::Cell> cells{static_cast<std::int64_t>(line.line),
                                           matters::reason_of(call, line, ledger_words)};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        workbook.add_row(cells);
    });
    return File{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "import-" + written(call.district.zone().day_of(import.at)) + ".xlsx",
                std::move(workbook).finish()};
}

Result<ImportView> commit_import(Call& call, CommitImport const& form) {
    auto import = TRY(found(call, form.import_id));
    auto const good = intake(call, matters::layout_of(import).columns);
    TRY(matters::commit_import(call, import, form.sha256, good));
    return matters::view_of(import);
}

Result<ImportView> undo_import(Call& call, UndoImport const& form) {
    auto import = TRY(found(call, form.import_id));
    matters::Intake const nothing{};
    TRY(matters::undo_import(call, import, form.why, nothing));
    return matters::view_of(import);
}

Result<Continued> continue_imports(Call& call, ContinueImports const&) {
    auto const import = matters::go_on(call, book_name, [&](Import const& under_way) {
        return intake(call, matters::layout_of(under_way).columns);
    });
    if (!import) return Continued{0, false};
    return Continued{matters::view_of(*import).looked_at, import->moves()};
}

}  // namespace banshi::supervision
