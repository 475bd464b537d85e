#pragma once
// Tables as text, by RFC 4180: what banks and older programs send and take.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "documents/workbook_reader.h"

namespace banshi::documents {

// UTF-8, or GB18030 when it is no UTF-8, or UTF-16 as Excel writes its Unicode text. Cells are
// parted by commas, tabs or semicolons, whichever the first line with two of them has more of. All
// cells are text; rows have the number of the line
// on which they begin; empty lines are left out. Refuses, all with Why::invalid:
//   csv.encoding    none of these encodings
//   csv.quote       a quote that never ends, or text behind it, with the fact {line}
//   csv.too_large   more bytes than the limit
//   csv.too_many    more rows, columns or cells than the limit
Result<std::vector<ReadRow>> read_csv(std::string_view bytes, WorkbookLimits const& = {});

// In UTF-8; lines end with CR LF.
std::string written_csv(std::vector<std::vector<std::string>> const& rows);

}  // namespace banshi::documents
