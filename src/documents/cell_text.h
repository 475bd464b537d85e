#pragma once
// A cell of a workbook as a page shows it.

#include "documents/cell.h"

namespace banshi::documents {

std::string cell_text(Cell const&);

}  // namespace banshi::documents
