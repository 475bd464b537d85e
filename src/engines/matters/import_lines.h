#pragma once
// Lines of an import as text: sealed, for they name people, and as short hashes, to tell later
// what differs. For this engine alone.

#include <span>

#include "engines/matters/import_rows.h"

namespace banshi::matters {

std::string written_layout(Layout const&);

rows::PageRow page_row(Call&, int page, std::span<ImportLine const>);
std::vector<ImportLine> lines_in(rows::PageRow const&);

// "title:1f3a95c0 text:..."; columns without a value are left out.
std::string hashed_fields(std::vector<std::string> const& columns,
                          std::vector<std::string> const& cells);
// The columns whose value is not the hashed one. Those that the file before did not have at all are
// new, and differ.
std::vector<std::string> differing_fields(std::vector<std::string> const& columns,
                                          std::vector<std::string> const& cells,
                                          std::string const& hashed);

}  // namespace banshi::matters
