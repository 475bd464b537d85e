#pragma once
// A workbook 台账 that somebody sends in, read as it is: the caller says what fits. What is no
// plain value is marked, never guessed: formulas, faults, cells that were merged.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "documents/cell.h"

namespace banshi::documents {

struct WorkbookLimits {
    std::size_t bytes = 20'000'000;
    std::size_t unpacked = 500'000'000;
    std::size_t rows = 50'000;  // with something in them, on all sheets
    std::size_t columns = 200;
    std::size_t cells = 2'000'000;
    std::size_t text = 128'000'000;  // bytes, in shared strings and in cells each
};

// Numbers are doubles, whatever they count. A truth is the text TRUE or FALSE.
struct ReadCell {
    Cell value;
    bool is_formula = false;  // the value is what the sender's Excel made of it
    bool is_fault = false;    // the value is the name of the fault: #N/A
    bool is_merged = false;
};

struct ReadRow {
    int number = 0;  // as Excel counts, from 1
    std::vector<ReadCell> cells;
};

struct ReadSheet {
    std::string name;
    std::vector<ReadRow> rows;  // without the empty ones
    bool from_1904 = false;     // how its bare numbers would count as days
};

// Hidden sheets stand behind the others. Refuses, all with Why::invalid:
//   workbook.old          an .xls file, or one under a password
//   workbook.broken       not a workbook, or damaged
//   workbook.too_large    unpacks to more than the limit
//   workbook.too_many     more rows, columns or cells than the limit
Result<std::vector<ReadSheet>> read_workbook(std::string_view bytes, WorkbookLimits const& = {});

// What a bare number says in a column of dates; nothing where it lies too far away to be one.
std::optional<WallTime> moment_of_serial(double serial, bool from_1904);

// AB12: the column counted from 0, the row from 1. For messages about a cell, and back.
std::string cell_name(std::size_t column, int row);

}  // namespace banshi::documents
