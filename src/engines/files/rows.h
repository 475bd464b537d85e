#pragma once
// The rows of this engine, named for what is done to them. For the engine alone.

#include "engines/files/files.h"

namespace banshi::files::rows {

void insert(Call&, Attachment const&);
std::optional<Attachment> find(Call&, FileId const&);
std::vector<Attachment> about(Call&, std::string const& about);  // also what was removed
void set_visibility(Call&, FileId const&, Visibility);
void set_removed(Call&, FileId const&);
void insert_deed(Call&, FileId const&, char const* verb, std::string const& why);

// Content that is there already is left alone.
void insert_content(Call&, std::string const& hash, std::string_view bytes);
std::optional<std::string> content(Call&, std::string const& hash);
// Erases content that no file shows any longer.
void erase_unused(Call&, std::string const& hash);

}  // namespace banshi::files::rows
