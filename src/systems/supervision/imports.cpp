#include "systems/supervision/imports.h"

#include <algorithm>
#include <deque>
#include <mutex>

#include "documents/workbook_writer.h"
#include "engines/record/hash.h"
#include "systems/supervision/import_columns.h"

namespace banshi::supervision {

namespace {

using matters::FileRead;
using matters::Import;
using matters::ImportLine;
using matters::LineState;

constexpr int most_listed = 100;
constexpr std::size_t most_remembered = 2;

std::string ledger_word(Call const& call, std::string const& key) {
    return call.texts.say(call.language, "supervision.ledger." + key);
}

std::string import_word(Call const& call, std::string const& key) {
    return call.texts.say(call.language, "supervision.import." + key);
}

// ---- reading

// Every line needs these.
Result<void> check_columns(Call const& call, documents::Table const& table) {
    for (auto const* key : {"title", "registered_at"})
        if (std::ranges::find(table.keys, key) == table.keys.end())
            return Refusal{
                Why::invalid, "import.columns", key, "file", {{"column", ledger_word(call, key)}}};
    return {};
}

ImportLine line_of(Call const& call, ImportNames const& names, documents::Table const& table,
                   documents::TableRow const& row) {
    auto read = read_line(call, names, table.keys, row.cells);
    ImportLine line{row.line,  LineState::bad,         identity_of(table.keys, row.cells),
                    row.cells, std::move(read.faults), std::move(read.remarks)};
    auto const column = [&](std::size_t at) { return table.keys[at]; };
    // What the cell itself says comes first: the rest may follow from it.
    for (auto const& [at, code] : row.faults)
        std::erase_if(line.faults, [&](auto const& known) { return known.column == column(at); });
    for (auto fault = row.faults.rbegin(); fault != row.faults.rend(); ++fault)
        line.faults.insert(line.faults.begin(), {column(fault->column), fault->code, {}});
    for (auto const& [at, code] : row.remarks) line.remarks.push_back({column(at), code, {}});
    return line;
}

Result<FileRead> read_file(Call& call, Upload const& file, std::string const& sha256) {
    auto const columns = import_columns(call.texts);
    auto const table = TRY(documents::read_table(file.bytes, columns));
    TRY(check_columns(call, table));
    ImportNames const names(call);
    FileRead read{book_name, file.name, sha256, table.keys, table.heads, table.ignored, {}};
    read.lines.reserve(table.rows.size());
    for (auto const& row : table.rows) read.lines.push_back(line_of(call, names, table, row));
    return read;
}

// What was read ahead, until its deed takes it.
class Desk {
public:
    void lay(std::string const& key, FileRead read) {
        std::scoped_lock const lock(mutex_);
        files_.emplace_back(key, std::move(read));
        if (files_.size() > most_remembered) files_.pop_front();
    }
    std::optional<FileRead> take(std::string const& key) {
        std::scoped_lock const lock(mutex_);
        auto const found = std::ranges::find(files_, key, &std::pair<std::string, FileRead>::first);
        if (found == files_.end()) return std::nullopt;
        auto read = std::move(found->second);
        files_.erase(found);
        return read;
    }

private:
    std::mutex mutex_;
    std::deque<std::pair<std::string, FileRead>> files_;
};

Desk& desk() {
    static Desk here;
    return here;
}

std::string hash_of(Upload const& file) { return record::hex(record::sha256({file.bytes})); }

// ---- showing

ImportView view_of(Import const& import) {
    auto const layout = matters::layout_of(import);
    ImportView view{};
    view.import_id = import.id;
    view.name = import.name;
    view.sha256 = import.sha256;
    view.state = import.state;
    view.at = import.at;
    view.who = import.who;
    view.lines = import.lines();
    view.fresh = import.fresh;
    view.present = import.present;
    view.bad = import.bad;
    view.looked_at = import.pages == 0 ? 0 : import.lines() * import.next_page / import.pages;
    view.taken = import.taken;
    view.refused = import.refused;
    view.kept = import.kept;
    view.heads = layout.heads;
    view.ignored = layout.ignored;
    view.committed_at = import.committed_at;
    view.committed_by = import.committed_by;
    view.undone_at = import.undone_at;
    view.undone_by = import.undone_by;
    view.undone_why = import.undone_why;
    return view;
}

// "标题、问题描述" for the columns that differ.
std::string named_fields(Call const& call, std::string const& keys) {
    std::string out;
    for (std::size_t at = 0; at < keys.size();) {
        auto const end = std::min(keys.find(',', at), keys.size());
        if (!out.empty()) out += call.texts.say(call.language, "matter.and");
        out += ledger_word(call, keys.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::vector<RemarkView> said(Call const& call, std::vector<matters::LineRemark> const& remarks) {
    std::vector<RemarkView> out;
    for (auto const& [column, code, facts] : remarks) {
        auto told = facts;
        if (auto const fields = told.find("fields"); fields != told.end())
            fields->second = named_fields(call, fields->second);
        out.push_back({column.empty() ? "" : ledger_word(call, column),
                       call.texts.say(call.language, "matter.import." + code, told)});
    }
    return out;
}

std::string reason_of(Call const& call, ImportLine const& line) {
    std::string out;
    for (auto const& [column, words] : said(call, line.faults))
        out += (out.empty() ? "" : "\n") + (column.empty() ? "" : column + ": ") + words;
    return out;
}

Result<Import> found(Call& call, std::string const& id) {
    TRY(people::may(call, import_matters, people::node(call.district)));
    return matters::find_import(call, book_name, id);
}

// Settings may have changed since the line was looked at.
matters::PastOf reader(Call& call, std::vector<std::string> columns) {
    auto const names = std::make_shared<ImportNames>(call);
    return [&call, names, columns = std::move(columns)](
               std::vector<std::string> const& cells) -> Result<matters::Past> {
        auto line = read_line(call, *names, columns, cells);
        if (line.faults.empty()) return std::move(line.past);
        return Refusal{Why::conflict, "import.look_again", "", line.faults.front().column};
    };
}

}  // namespace

void read_ahead(Call& call, json::object const& request) {
    auto const* const value = request.if_contains("file");
    auto const file = value ? read_upload(*value) : std::nullopt;
    if (!file || !call.actor.holds(import_matters)) return;
    auto const sha256 = hash_of(*file);
    auto read = read_file(call, *file, sha256);
    if (read) desk().lay(call.district.name() + "/" + sha256, std::move(read).value());
}

Result<ImportView> preview_import(Call& call, PreviewImport const& form) {
    TRY(people::may(call, import_matters, people::node(call.district)));
    auto const sha256 = hash_of(form.file);
    auto ready = desk().take(call.district.name() + "/" + sha256);
    if (!ready) ready = TRY(read_file(call, form.file, sha256));
    ready->name = form.file.name;
    if (ready->lines.empty()) return Refusal{Why::invalid, "import.empty", "", "file"};
    return view_of(matters::keep_preview(call, *std::move(ready)));
}

Result<ImportView> see_import(Call& call, OfImport const& form) {
    auto const import = TRY(found(call, form.import_id));
    return view_of(import);
}

Result<ImportList> list_imports(Call& call, ListImports const&) {
    TRY(people::may(call, import_matters, people::node(call.district)));
    ImportList list;
    for (auto const& import : matters::list_imports(call, book_name, most_listed))
        list.imports.push_back(view_of(import));
    return list;
}

Result<LinesView> see_import_lines(Call& call, SeeLines const& form) {
    auto const import = TRY(found(call, form.import_id));
    auto page = matters::lines_of(call, import, form.state, form.page.value_or(0));
    LinesView view{matters::layout_of(import).heads, {}, page.next};
    for (auto& line : page.lines)
        view.lines.push_back({line.line, line.state, std::move(line.cells), said(call, line.faults),
                              said(call, line.remarks), line.number});
    return view;
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
                                           reason_of(call, line)};
        cells.insert(cells.end(), line.cells.begin(), line.cells.end());
        workbook.add_row(cells);
    });
    return File{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "import-" + written(call.district.zone().day_of(import.at)) + ".xlsx",
                std::move(workbook).finish()};
}

Result<ImportView> commit_import(Call& call, CommitImport const& form) {
    auto import = TRY(found(call, form.import_id));
    auto const past_of = reader(call, matters::layout_of(import).columns);
    TRY(matters::commit_import(call, import, form.sha256, past_of));
    return view_of(import);
}

Result<ImportView> undo_import(Call& call, UndoImport const& form) {
    auto import = TRY(found(call, form.import_id));
    TRY(matters::undo_import(call, import, form.why));
    return view_of(import);
}

Result<Continued> continue_imports(Call& call, ContinueImports const&) {
    auto const import = matters::go_on(call, book_name, [&](Import const& under_way) {
        return reader(call, matters::layout_of(under_way).columns);
    });
    if (!import) return Continued{0, false};
    return Continued{view_of(*import).looked_at, import->moves()};
}

}  // namespace banshi::supervision
