#pragma once
// The lines of a ledger as cells, for the page and the workbook alike.

#include "documents/workbook_writer.h"
#include "systems/supervision/ledger_rows.h"

namespace banshi::supervision {

struct LedgerColumn {
    char const* key;  // [supervision.ledger.*]
    documents::CellKind kind;
    double width;
};
std::vector<LedgerColumn> const& columns_of(Ledger);

struct LedgerLine {
    Instant at;      // what it is ordered by
    std::string id;  // and where that is the same
    std::string number;
    std::vector<documents::Cell> cells;  // without 序号
};
// In order, corrections behind what they correct. Names and telephones masked, or as they are.
void each_line(Call&, Ledger, rows::Span const&, bool masked,
               std::function<void(LedgerLine const&)> const& see);

}  // namespace banshi::supervision
