#pragma once
// Advice of older tables 历史建言导入: every line is looked at first, then the good ones are taken
// in, and an import can be taken back while nobody has worked on its lines. Who imports it is not
// its author.

#include "engines/matters/import_views.h"
#include "systems/system.h"
#include "systems/voices/voices.h"

namespace banshi::voices {

inline Right const import_voices{"voices.import"};

struct PreviewVoices {
    Upload file;
};
// Refuses what is no table, and table.no_heads, import.columns, import.empty.
Result<matters::ImportView> preview_voice_import(Call&, PreviewVoices const&);
// Reads the file before its turn comes, so that no other deed waits for it.
void read_voices_ahead(Call&, json::object const&);

struct OfVoiceImport {
    std::string import_id;
};
Result<matters::ImportView> see_voice_import(Call&, OfVoiceImport const&);
struct ListVoiceImports {};
struct VoiceImportList {
    std::vector<matters::ImportView> imports;
};
Result<VoiceImportList> list_voice_imports(Call&, ListVoiceImports const&);

struct SeeVoiceLines {
    std::string import_id;
    std::optional<matters::LineState> state;
    std::optional<int> page;
};
Result<matters::LinesView> see_voice_import_lines(Call&, SeeVoiceLines const&);
// The bad lines as .xlsx, each with its reason: to be put right and sent again.
Result<File> bad_voice_lines(Call&, OfVoiceImport const&);

struct CommitVoices {
    std::string import_id;
    std::string sha256;  // of the file that was looked at
};
Result<matters::ImportView> commit_voice_import(Call&, CommitVoices const&);

struct UndoVoices {
    std::string import_id;
    std::string why;
};
Result<matters::ImportView> undo_voice_import(Call&, UndoVoices const&);

// The next lines of an import that is under way.
struct ContinueVoices {};
struct VoicesContinued {
    int lines;
    bool more;
};
Result<VoicesContinued> continue_voice_imports(Call&, ContinueVoices const&);

}  // namespace banshi::voices
