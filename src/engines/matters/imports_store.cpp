#include "engines/matters/import_rows.h"
#include "engines/matters/many_rows.h"

namespace banshi::matters::rows {

namespace {

constexpr Words import_columns{
    "id, book, name, sha256, layout, state, at, account, who, fresh, present, bad, pages, "
    "next_page, taken, refused, kept, committed_at, committed_by, ended_at, undone_at, undone_by, "
    "undone_why"};

template <Words Where>
constexpr auto select_imports = join<Words{"SELECT "}, import_columns,
                                     Words{" FROM matter_imports WHERE district = ? "}, Where>;

constexpr Words origin_columns{"identity, matter, import, line, deeds, fields"};

}  // namespace

void insert(Call& call, Import const& i) {
    call.tx.run(join<Words{"INSERT INTO matter_imports (district, "}, import_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                           "?, ?, ?, ?)"}>,
                call.district.name(), i.id, i.book, i.name, i.sha256, i.layout, i.state, i.at,
                i.account, i.who, i.fresh, i.present, i.bad, i.pages, i.next_page, i.taken,
                i.refused, i.kept, i.committed_at, i.committed_by, i.ended_at, i.undone_at,
                i.undone_by, i.undone_why);
}

void update(Call& call, Import const& i) {
    call.tx.run(
        "UPDATE matter_imports SET state = ?, next_page = ?, taken = ?, refused = ?, kept = ?, "
        "committed_at = ?, committed_by = ?, ended_at = ?, undone_at = ?, undone_by = ?, "
        "undone_why = ? WHERE district = ? AND id = ?",
        i.state, i.next_page, i.taken, i.refused, i.kept, i.committed_at, i.committed_by,
        i.ended_at, i.undone_at, i.undone_by, i.undone_why, call.district.name(), i.id);
}

std::optional<Import> find_import(Call& call, std::string const& book, std::string const& id) {
    return call.tx.one<Import>(select_imports<"AND book = ? AND id = ?">, call.district.name(),
                               book, id);
}

std::vector<Import> imports(Call& call, std::string const& book, int limit) {
    return call.tx.all<Import>(select_imports<"AND book = ? ORDER BY id DESC LIMIT ?">,
                               call.district.name(), book, limit);
}

std::optional<Import> moving_import(Call& call, std::string const& book) {
    return call.tx.one<Import>(
        select_imports<"AND book = ? AND state IN ('running', 'undoing') ORDER BY id LIMIT 1">,
        call.district.name(), book);
}

bool imported_since(Call& call, std::string const& book, Instant at) {
    return call.tx
        .one<int>(
            "SELECT 1 FROM matter_imports WHERE district = ? AND book = ? "
            "AND (committed_at > ? OR undone_at > ?) LIMIT 1",
            call.district.name(), book, at, at)
        .has_value();
}

void drop_previews(Call& call, std::string const& book, Instant before) {
    call.tx.run(
        "DELETE FROM matter_import_pages WHERE district = ? AND import IN (SELECT id FROM "
        "matter_imports WHERE district = ? AND book = ? AND state = 'previewed' AND at < ?)",
        call.district.name(), call.district.name(), book, before);
    call.tx.run(
        "DELETE FROM matter_imports WHERE district = ? AND book = ? AND state = 'previewed' "
        "AND at < ?",
        call.district.name(), book, before);
}

// ---- pages of lines

void insert(Call& call, std::string const& import, PageRow const& p) {
    call.tx.run(
        "INSERT INTO matter_import_pages (district, import, page, fresh, present, bad, lines) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), import, p.page, p.fresh, p.present, p.bad, p.lines);
}

void update(Call& call, std::string const& import, PageRow const& p) {
    call.tx.run(
        "UPDATE matter_import_pages SET fresh = ?, present = ?, bad = ?, lines = ? "
        "WHERE district = ? AND import = ? AND page = ?",
        p.fresh, p.present, p.bad, p.lines, call.district.name(), import, p.page);
}

std::optional<PageRow> page_of(Call& call, std::string const& import, int page) {
    return call.tx.one<PageRow>(
        "SELECT page, fresh, present, bad, lines FROM matter_import_pages "
        "WHERE district = ? AND import = ? AND page = ?",
        call.district.name(), import, page);
}

std::optional<int> page_with(Call& call, std::string const& import, std::optional<LineState> state,
                             int from) {
    return call.tx.one<int>(
        "SELECT page FROM matter_import_pages WHERE district = ? AND import = ? AND page >= ? "
        "AND CASE ? WHEN 'fresh' THEN fresh WHEN 'present' THEN present WHEN 'bad' THEN bad "
        "ELSE 1 END > 0 ORDER BY page LIMIT 1",
        call.district.name(), import, from,
        std::string(state ? boost::describe::enum_to_string(*state, "") : ""));
}

// ---- origins

void insert(Call& call, std::string const& book, Origin const& o) {
    call.tx.run(join<Words{"INSERT INTO matter_origins (district, book, "}, origin_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), book, o.identity, o.matter, o.import, o.line, o.deeds,
                o.fields);
}

std::optional<Origin> find_origin(Call& call, std::string const& book,
                                  std::string const& identity) {
    return call.tx.one<Origin>(
        join<Words{"SELECT "}, origin_columns,
             Words{" FROM matter_origins WHERE district = ? AND book = ? AND identity = ?"}>,
        call.district.name(), book, identity);
}

std::vector<Origin> origins_of(Call& call, std::string const& book,
                               std::vector<std::string> const& identities) {
    return of_many<Origin>(
        call,
        join<Words{"SELECT "}, origin_columns,
             Words{" FROM matter_origins WHERE district = ? AND book = ? AND identity "}, among>,
        identities, call.district.name(), book);
}

void drop_origin(Call& call, std::string const& book, std::string const& identity) {
    call.tx.run("DELETE FROM matter_origins WHERE district = ? AND book = ? AND identity = ?",
                call.district.name(), book, identity);
}

// One join and no more: of three, a planner that knew no sizes yet made a walk of minutes.
std::vector<MatterId> worked_since(Call& call, std::string const& import, int limit) {
    return call.tx.all<MatterId>(
        "SELECT o.matter FROM matter_origins o WHERE o.district = ? AND o.import = ? "
        "AND o.import <> '' AND EXISTS (SELECT 1 FROM matter_deeds d WHERE d.district = o.district "
        "AND d.matter = o.matter AND d.sequence > o.deeds AND d.verb NOT IN ('raise', "
        "'recompute')) ORDER BY o.line LIMIT ?",
        call.district.name(), import, limit);
}

bool worked_on(Call& call, Origin const& o) {
    return call.tx
        .one<int>(
            "SELECT 1 FROM matter_deeds WHERE district = ? AND matter = ? AND sequence > ? "
            "AND verb NOT IN ('raise', 'recompute') LIMIT 1",
            call.district.name(), o.matter, o.deeds)
        .has_value();
}

}  // namespace banshi::matters::rows
