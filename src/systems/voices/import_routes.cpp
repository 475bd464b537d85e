#include "systems/route.h"
#include "systems/voices/imports.h"
#include "systems/voices/routes.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(PreviewVoices, (), (file))
BOOST_DESCRIBE_STRUCT(OfVoiceImport, (), (import_id))
BOOST_DESCRIBE_STRUCT(ListVoiceImports, (), ())
BOOST_DESCRIBE_STRUCT(VoiceImportList, (), (imports))
BOOST_DESCRIBE_STRUCT(SeeVoiceLines, (), (import_id, state, page))
BOOST_DESCRIBE_STRUCT(CommitVoices, (), (import_id, sha256))
BOOST_DESCRIBE_STRUCT(UndoVoices, (), (import_id, why))
BOOST_DESCRIBE_STRUCT(ContinueVoices, (), ())
BOOST_DESCRIBE_STRUCT(VoicesContinued, (), (lines, more))

namespace {

constexpr std::size_t most_bytes = 21'000'000;  // a file of 20 MB and its form

Route large(Route route) {
    route.most_bytes = most_bytes;
    return route;
}

}  // namespace

std::vector<Route> import_routes() {
    std::string const all = "/voice-imports", one = all + "/{import_id}";
    return {
        prepared(read_voices_ahead, large(creates(upload(all, import_voices, "preview_voice_import",
                                                         preview_voice_import)))),
        get(all, import_voices, "list_voice_imports", list_voice_imports),
        live("import/{import_id}", get(one, import_voices, "see_voice_import", see_voice_import)),
        get(one + "/lines", import_voices, "see_voice_import_lines", see_voice_import_lines),
        get(one + "/bad-lines", import_voices, "bad_voice_lines", bad_voice_lines),
        post(one + "/commitment", import_voices, "commit_voice_import", commit_voice_import),
        post(one + "/undoing", import_voices, "undo_voice_import", undo_voice_import),
    };
}

std::vector<Job> import_jobs() {
    return {{.deed = deed(import_voices, "continue_voice_imports", continue_voice_imports, true),
             .every = Seconds{2}}};
}

}  // namespace banshi::voices
