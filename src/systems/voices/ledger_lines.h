#pragma once
// The lines of the ledger as cells, for the page and the workbook alike.

#include "documents/workbook_writer.h"
#include "systems/voices/voices.h"

namespace banshi::voices {

struct VoiceLedgerColumn {
    char const* key;  // [voices.ledger.*]
    documents::CellKind kind;
    double width;
};
std::vector<VoiceLedgerColumn> const& ledger_columns();

// Without 序号. Masked: names that are not public by their own disclosure.
std::vector<documents::Cell> ledger_cells(Call&, Voice const&, bool masked);

}  // namespace banshi::voices
