#pragma once
// The rows of imports. For this engine alone.

#include "engines/matters/imports.h"

namespace banshi::matters::rows {

void insert(Call&, Import const&);
void update(Call&, Import const&);
std::optional<Import> find_import(Call&, std::string const& book, std::string const& id);
std::vector<Import> imports(Call&, std::string const& book, int limit);
std::optional<Import> moving_import(Call&, std::string const& book);
// An import of the book was taken in or back since this moment.
bool imported_since(Call&, std::string const& book, Instant);
// Previews that nobody took in, with their lines.
void drop_previews(Call&, std::string const& book, Instant before);

struct PageRow {
    int page;
    int fresh, present, bad;
    std::string lines;  // sealed
};
void insert(Call&, std::string const& import, PageRow const&);
void update(Call&, std::string const& import, PageRow const&);
std::optional<PageRow> page_of(Call&, std::string const& import, int page);
// The first page from this one on that has such lines.
std::optional<int> page_with(Call&, std::string const& import, std::optional<LineState>, int from);

// Where a matter came from: one row an old number.
struct Origin {
    std::string identity;
    MatterId matter;
    std::string import;
    int line;
    int deeds;           // of the matter, when it was taken in
    std::string fields;  // short keyed hashes of what the line said
};
void insert(Call&, std::string const& book, Origin const&);
std::optional<Origin> find_origin(Call&, std::string const& book, std::string const& identity);
std::vector<Origin> origins_of(Call&, std::string const& book,
                               std::vector<std::string> const& identities);
void drop_origin(Call&, std::string const& book, std::string const& identity);
// Its matters on which somebody has worked since, in the order of its lines.
std::vector<MatterId> worked_since(Call&, std::string const& import, int limit);
bool worked_on(Call&, Origin const&);

}  // namespace banshi::matters::rows
