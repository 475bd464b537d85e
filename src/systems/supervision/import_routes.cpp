#include "systems/route.h"
#include "systems/supervision/imports.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(PreviewImport, (), (file))
BOOST_DESCRIBE_STRUCT(OfImport, (), (import_id))
BOOST_DESCRIBE_STRUCT(ListImports, (), ())
BOOST_DESCRIBE_STRUCT(ImportList, (), (imports))
BOOST_DESCRIBE_STRUCT(SeeLines, (), (import_id, state, page))
BOOST_DESCRIBE_STRUCT(CommitImport, (), (import_id, sha256))
BOOST_DESCRIBE_STRUCT(UndoImport, (), (import_id, why))
BOOST_DESCRIBE_STRUCT(ContinueImports, (), ())
BOOST_DESCRIBE_STRUCT(Continued, (), (lines, more))

namespace {

constexpr std::size_t most_bytes = 21'000'000;  // a file of 20 MB and its form

Route large(Route route) {
    route.most_bytes = most_bytes;
    return route;
}

}  // namespace

std::vector<Route> import_routes() {
    std::string const all = "/imports", one = all + "/{import_id}";
    return {
        prepared(read_ahead,
                 large(creates(upload(all, import_matters, "preview_import", preview_import)))),
        get(all, import_matters, "list_imports", list_imports),
        live("import/{import_id}", get(one, import_matters, "see_import", see_import)),
        get(one + "/lines", import_matters, "see_import_lines", see_import_lines),
        get(one + "/bad-lines", import_matters, "bad_lines", bad_lines),
        post(one + "/commitment", import_matters, "commit_import", commit_import),
        post(one + "/undoing", import_matters, "undo_import", undo_import),
    };
}

std::vector<Job> import_jobs() {
    return {{.deed = deed(import_matters, "continue_imports", continue_imports, true),
             .every = Seconds{2}}};
}

}  // namespace banshi::supervision
