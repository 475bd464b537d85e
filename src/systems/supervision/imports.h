#pragma once
// Registered problems of an older ledger 导入: every line is looked at first, then the good ones
// are taken in, and an import can be taken back while nobody has worked on its lines.

#include "engines/matters/import_views.h"
#include "systems/supervision/supervision.h"
#include "systems/system.h"

namespace banshi::supervision {

inline Right const import_matters{"supervision.import"};

struct PreviewImport {
    Upload file;
};
using matters::ImportView;
// Refuses what is no table, and table.no_heads, import.columns.
Result<ImportView> preview_import(Call&, PreviewImport const&);
// Reads the file before its turn comes, so that no other deed waits for it.
void read_ahead(Call&, json::object const&);

struct OfImport {
    std::string import_id;
};
Result<ImportView> see_import(Call&, OfImport const&);
struct ListImports {};
struct ImportList {
    std::vector<ImportView> imports;
};
Result<ImportList> list_imports(Call&, ListImports const&);

struct SeeLines {
    std::string import_id;
    std::optional<matters::LineState> state;
    std::optional<int> page;
};
using matters::LinesView;
Result<LinesView> see_import_lines(Call&, SeeLines const&);
// The bad lines as .xlsx, each with its reason: to be put right and sent again.
Result<File> bad_lines(Call&, OfImport const&);

struct CommitImport {
    std::string import_id;
    std::string sha256;  // of the file that was looked at
};
Result<ImportView> commit_import(Call&, CommitImport const&);

struct UndoImport {
    std::string import_id;
    std::string why;
};
Result<ImportView> undo_import(Call&, UndoImport const&);

// The next lines of an import that is under way.
struct ContinueImports {};
struct Continued {
    int lines;
    bool more;
};
Result<Continued> continue_imports(Call&, ContinueImports const&);

std::vector<Route> import_routes();
std::vector<Job> import_jobs();

}  // namespace banshi::supervision
