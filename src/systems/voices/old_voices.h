#pragma once
// Advice of the years before this platform 历史建言, as offices keep it in their tables: its
// columns, and what a line of it says.

#include "documents/table_file.h"
#include "engines/matters/imports.h"
#include "systems/voices/old_names.h"

namespace banshi::voices {

// With all the names that a head may have, in both languages.
std::vector<documents::TableColumn> old_columns(Texts const&);

struct OldVoice {  // of no use where there are faults
    matters::Past past;
    Voice voice;  // without ids
    std::vector<Author> authors;
    std::vector<matters::LineRemark> faults, remarks;
};
OldVoice read_old(Call const&, OldNames const&, std::vector<std::string> const& columns,
                  std::vector<std::string> const& cells);

}  // namespace banshi::voices
