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

// The columns of a line of the original ledger, as other programs read it, in which the line says
// something else than the ledger does now, in either language, masked or as it is.
std::vector<std::string> differs_from_ledger(Call&, matters::Matter const&,
                                             std::vector<std::string> const& columns,
                                             std::vector<std::string> const& cells);

}  // namespace banshi::supervision
