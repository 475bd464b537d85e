#pragma once
// A table with headed columns that somebody sends in, .xlsx or .csv: where its heads stand, which
// of its columns are known, and what each cell says, in one way of writing. What it means is for
// the caller.

#include "documents/workbook_reader.h"

namespace banshi::documents {

enum class ColumnHolds {
    line,    // text on one line; figures and letters of usual width
    text,    // text with breaks
    day,     // 2026-09-25
    moment,  // 2026-09-25 or 2026-09-25 08:05
    count,   // 12
};

// The names in a list of a text file: "受理时间|登记日期".
std::vector<std::string> names_in(std::string_view list);
// A name as a person writes it into a cell: blanks, width and capitals do not count.
std::string folded_name(std::string_view);

struct TableColumn {
    std::string key;
    ColumnHolds holds;
    std::vector<std::string> heads;   // all that it may be called
    std::vector<std::string> around;  // words that may stand beside a count: 户, 约
};

// Of a cell, by the place of its column among those that were found. Faults: formula, fault,
// merged, count, date.two_digits, date.impossible, date.unread. Remarks: serial, of a date that
// was a number; words, of a count that had some beside it.
struct CellRemark {
    std::size_t column;
    std::string code;
};

struct TableRow {
    int line;  // as the file counts
    std::vector<std::string> cells;
    std::vector<CellRemark> faults, remarks;
};

struct FileTable {
    std::vector<std::string> keys;     // of the known columns, in the file's order
    std::vector<std::string> heads;    // of those, as the file writes them
    std::vector<std::string> ignored;  // heads of the others, and of a second one of the same key
    std::vector<std::string> passed;   // other sheets with something in them
    std::vector<TableRow> rows;        // behind the heads, with something in a known column
};

// A value as a cell of a line says it.
std::string said_in_cell(Cell const&);

// The head row is the first of the first ten rows of a sheet that has three known heads. Blanks,
// width, capitals and what stands in brackets do not count. Of several sheets the first one with
// such a row is read, a hidden one only behind the others. Refuses table.no_heads, and as
// read_workbook and read_csv do.
Result<FileTable> read_table(std::string_view bytes, std::vector<TableColumn> const&,
                             WorkbookLimits const& = {});

}  // namespace banshi::documents
