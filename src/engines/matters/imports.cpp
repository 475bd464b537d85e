#include "engines/matters/imports.h"

#include <algorithm>
#include <map>
#include <span>

#include "engines/matters/import_lines.h"
#include "engines/matters/import_rows.h"
#include "engines/matters/number.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/people/keys.h"
#include "store/store.h"

namespace banshi::matters {

namespace {

constexpr std::size_t page_lines = 100;
constexpr int first_pages = 20;  // done by the deed itself
constexpr int most_shown = 200;
constexpr std::chrono::days preview_days{7};

Refusal no(Import const& import, char const* code, Facts facts = {}) {
    return {Why::conflict, code, import.id, "", std::move(facts)};
}

std::string importer(Call& call) { return call.actor.name; }

using Lines = std::span<ImportLine>;

std::vector<Lines> pages_of(Lines lines) {
    std::vector<Lines> pages;
    for (std::size_t at = 0; at < lines.size(); at += page_lines)
        pages.push_back(lines.subspan(at, std::min(page_lines, lines.size() - at)));
    return pages;
}

using Cells = std::vector<std::string>;
using Origins = std::map<std::string, rows::Origin>;

Origins origins_of(Call& call, FileRead const& file, Lines lines) {
    std::vector<std::string> identities;
    for (auto const& line : lines) identities.push_back(line.identity);
    Origins out;
    for (auto& origin : rows::origins_of(call, file.book, identities))
        out.emplace(origin.identity, std::move(origin));
    return out;
}

std::string cell_of(FileRead const& file, ImportLine const& line, char const* column) {
    auto const at = std::ranges::find(file.columns, column) - file.columns.begin();
    return at == std::ssize(file.columns) ? "" : line.cells[static_cast<std::size_t>(at)];
}

// One of our own, in a ledger that was exported here.
std::optional<Matter> own_matter(Call& call, FileRead const& file, ImportLine const& line) {
    auto written = cell_of(file, line, "number");
    if (written.empty()) written = line.identity;
    auto const number = read_number(written);
    auto matter = number ? rows::find_by_number(call, *number) : std::nullopt;
    return matter && matter->book == file.book ? matter : std::nullopt;
}

void tell_differing(ImportLine& line, char const* column, Cells const& differing) {
    line.state = differing.empty() ? LineState::present : LineState::bad;
    if (differing.empty()) return;
    std::string fields;
    for (auto const& field : differing) fields += (fields.empty() ? "" : ",") + field;
    line.faults.push_back({column, "other_content", {{"fields", fields}, {"number", line.number}}});
}

// Present with the same content, present with another, or new.
void compare(Call& call, FileRead const& file, Origins const& origins, OwnDiffering const& own,
             ImportLine& line) {
    line.state = LineState::bad;
    if (auto const ours = own_matter(call, file, line)) {
        std::erase_if(line.faults, [](auto const& fault) { return fault.code != "twice"; });
        line.remarks.clear();
        line.number = ours->number;
        if (line.beside) line.remarks.push_back({"", "beside"});
        if (!line.faults.empty()) return;
        auto const compared = own && !line.beside;
        return tell_differing(line, "number",
                              compared ? own(call, *ours, file.columns, line.cells) : Cells{});
    }
    if (line.beside) line.faults.push_back({"number", "beside_nothing"});
    if (!line.faults.empty()) return;
    auto const known = origins.find(line.identity);
    if (known == origins.end()) {
        line.state = LineState::fresh;
        return;
    }
    auto const matter = rows::find(call, known->second.matter);
    line.number = matter ? matter->number : "";
    tell_differing(line, "old_number",
                   differing_fields(file.columns, line.cells, known->second.fields));
}

// Those of one page at once.
void look_at(Call& call, FileRead const& file, OwnDiffering const& own, Lines lines) {
    auto const origins = origins_of(call, file, lines);
    for (auto& line : lines) compare(call, file, origins, own, line);
}

void tell_doubles(std::vector<ImportLine>& lines) {
    std::map<std::string, int> seen;
    for (auto& line : lines) {
        auto const [first, fresh] = seen.emplace(line.identity, line.line);
        if (!fresh && !line.beside)
            line.faults.push_back(
                {"old_number", "twice", {{"line", std::to_string(first->second)}}});
    }
}

// The good lines come by their days, after those that stay out; a page has them as the file does.
void put_in_order(std::vector<ImportLine>& lines) {
    std::ranges::stable_sort(lines, {}, [](ImportLine const& line) {
        return line.state == LineState::fresh ? line.at : std::nullopt;
    });
    for (auto page : pages_of(lines)) std::ranges::sort(page, {}, &ImportLine::line);
}

void write_page(Call& call, Import& import, Lines lines) {
    auto const row = page_row(call, import.pages++, lines);
    import.fresh += row.fresh;
    import.present += row.present;
    import.bad += row.bad;
    rows::insert(call, import.id, row);
}

// The matter of the line; nothing where it can be none any more.
std::optional<Matter> take_in(Arrivals& among, Import& import, ImportLine& line,
                              Cells const& columns, Intake const& intake) {
    auto const past = intake.past_of(line.cells);
    auto const matter =
        past ? bring_in(among, past.value(), {{"import", import.id}, {"line", line.line}})
             : Result<Matter>(past.refusal());
    if (!matter) {
        line.state = LineState::bad;
        line.faults.push_back({matter.refusal().field, "no_more", {}});
        ++import.refused;
        return std::nullopt;
    }
    auto const& made = matter.value();
    line.number = made.number;
    ++import.taken;
    rows::insert(among.call, import.book,
                 {line.identity, made.id, import.id, line.line, made.deeds,
                  hashed_fields(columns, line.cells)});
    return made;
}

void take_page(Call& call, Import& import, Intake const& intake) {
    auto const row = rows::page_of(call, import.id, import.next_page++).value();
    auto lines = lines_in(row);
    auto const columns = layout_of(import).columns;
    Arrivals arrivals(call);
    std::vector<std::pair<Matter, Cells const*>> made;
    for (auto& line : lines)
        if (line.state == LineState::fresh)
            if (auto matter = take_in(arrivals, import, line, columns, intake))
                made.emplace_back(std::move(*matter), &line.cells);
    arrivals.finish();
    if (intake.taken)
        for (auto const& [matter, cells] : made) intake.taken(matter, *cells);
    rows::update(call, import.id, page_row(call, row.page, lines));
    if (import.next_page < import.pages) return;
    import.state = ImportState::done;
    import.ended_at = call.now;
}

// What somebody has worked on since it was asked for stays.
void take_back(Call& call, Import& import, ImportLine& line, Intake const& intake) {
    auto const origin = rows::find_origin(call, import.book, line.identity);
    if (!origin || origin->import != import.id) return;
    if (rows::worked_on(call, *origin)) {
        ++import.kept;
        return;
    }
    auto matter = rows::find(call, origin->matter).value();
    unfile(call, matter, import.undone_why, {{"import", import.id}});
    rows::drop_origin(call, import.book, line.identity);
    if (intake.given_back) intake.given_back(matter);
}

void undo_page(Call& call, Import& import, Intake const& intake) {
    auto const row = rows::page_of(call, import.id, import.next_page++).value();
    for (auto& line : lines_in(row))
        if (line.state == LineState::fresh) take_back(call, import, line, intake);
    if (import.next_page < import.pages) return;
    import.state = ImportState::undone;
    import.ended_at = call.now;
}

void keep(Call& call, Import const& import) {
    rows::update(call, import);
    call.tx.announce("import/" + import.id);
    call.tx.announce("matters/" + import.book);
}

}  // namespace

std::string identity_of(std::vector<std::string> const& columns,
                        std::vector<std::string> const& cells) {
    for (auto const* key : {"old_number", "number"}) {
        auto const at = std::ranges::find(columns, key);
        if (at == columns.end()) continue;
        auto const& cell = cells[static_cast<std::size_t>(at - columns.begin())];
        if (!cell.empty()) return cell;
    }
    std::string all;
    for (auto const& cell : cells) all += cell + '\n';
    return "=" + people::lookup_hash("import/line", all).substr(0, 24);
}

Import keep_preview(Call& call, FileRead file, OwnDiffering const& own) {
    rows::drop_previews(call, file.book, call.now - preview_days);
    Import import{};
    import.id = fresh_id_text(call.now, call.random);
    import.book = file.book;
    import.name = file.name;
    import.sha256 = file.sha256;
    import.layout = written_layout({file.columns, file.heads, file.ignored, file.passed});
    import.state = ImportState::previewed;
    import.at = call.now;
    import.account = call.actor.account;
    import.who = importer(call);
    tell_doubles(file.lines);
    for (auto page : pages_of(file.lines)) look_at(call, file, own, page);
    put_in_order(file.lines);
    for (auto page : pages_of(file.lines)) write_page(call, import, page);
    rows::insert(call, import);
    return import;
}

Result<Import> find_import(Call& call, std::string const& book, std::string const& id) {
    if (auto import = rows::find_import(call, book, id)) return *std::move(import);
    return Refusal{Why::not_found, "import.not_found", id};
}

std::vector<Import> list_imports(Call& call, std::string const& book, int limit) {
    return rows::imports(call, book, limit);
}

LinePage lines_of(Call& call, Import const& import, std::optional<LineState> state, int from_page) {
    LinePage out;
    auto page = rows::page_with(call, import.id, state, from_page);
    for (; page; page = rows::page_with(call, import.id, state, *page + 1)) {
        if (out.lines.size() >= most_shown) {
            out.next = page;
            return out;
        }
        for (auto& line : lines_in(rows::page_of(call, import.id, *page).value()))
            if (!state || line.state == *state) out.lines.push_back(std::move(line));
    }
    return out;
}

void each_line(Call& call, Import const& import, LineState state,
               std::function<void(ImportLine const&)> const& see) {
    for (auto page = rows::page_with(call, import.id, state, 0); page;
         page = rows::page_with(call, import.id, state, *page + 1))
        for (auto const& line : lines_in(rows::page_of(call, import.id, *page).value()))
            if (line.state == state) see(line);
}

Result<void> commit_import(Call& call, Import& import, std::string const& sha256,
                           Intake const& intake) {
    if (import.sha256 != sha256) return no(import, "import.other_file");
    if (import.state != ImportState::previewed) return no(import, "import.not_previewed");
    if (import.fresh == 0) return no(import, "import.nothing");
    if (rows::moving_import(call, import.book)) return no(import, "import.under_way");
    if (rows::imported_since(call, import.book, import.at)) return no(import, "import.look_again");
    import.state = ImportState::running;
    import.committed_at = call.now;
    import.committed_by = importer(call);
    for (int turn = 0; turn < first_pages && import.moves(); ++turn)
        take_page(call, import, intake);
    keep(call, import);
    return {};
}

Result<void> undo_import(Call& call, Import& import, std::string const& why, Intake const& intake) {
    TRY(need(why, "matter.reason_missing", "why"));
    if (import.state != ImportState::done) return no(import, "import.not_done");
    if (rows::moving_import(call, import.book)) return no(import, "import.under_way");
    auto const worked = rows::worked_since(call, import.id, 1000);
    if (!worked.empty())
        return no(import, "import.worked",
                  {{"count", std::to_string(worked.size())},
                   {"number", rows::find(call, worked.front())->number}});
    import.state = ImportState::undoing;
    import.undone_at = call.now;
    import.undone_by = importer(call);
    import.undone_why = why;
    import.next_page = 0;
    for (int turn = 0; turn < first_pages && import.moves(); ++turn)
        undo_page(call, import, intake);
    keep(call, import);
    return {};
}

std::optional<Import> go_on(Call& call, std::string const& book,
                            std::function<Intake(Import const&)> const& intake_of) {
    auto import = rows::moving_import(call, book);
    if (!import) return import;
    if (import->state == ImportState::running)
        take_page(call, *import, intake_of(*import));
    else
        undo_page(call, *import, intake_of(*import));
    keep(call, *import);
    return import;
}

}  // namespace banshi::matters
