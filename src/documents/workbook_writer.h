#pragma once
// A workbook 台账 as an Excel file. Rows are taken one by one and kept outside the memory, so
// that 100,000 of them need no more than one.

#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "documents/cell.h"

namespace banshi::documents {

// What a column holds, and so how it shows.
enum class CellKind {
    text,     // std::string; never read as a formula, whatever it begins with
    integer,  // std::int64_t
    money,    // std::int64_t, fen; shown in yuan
    date,     // Day
    time,     // Seconds since midnight
    moment,   // WallTime
    percent,  // double, 1 is the whole
};

struct WorkbookColumn {
    std::string title;
    CellKind kind = CellKind::text;
    double width = 12;                      // in figures
    std::vector<std::string> choices = {};  // what may be typed in, where it is a list
};

enum class Paper { a3, a4 };

struct WorkbookSheet {
    std::string name;
    std::vector<std::string> lines = {};  // above the heads: the title, the conditions
    std::vector<WorkbookColumn> columns;
    Paper paper = Paper::a4;
};

class WorkbookWriter {
public:
    // The moment stands in the file as its making; the same rows give the same bytes.
    explicit WorkbookWriter(Instant made);
    ~WorkbookWriter();

    // Heads stay in sight and on each printed page, and can be filtered. Names must differ.
    void begin_sheet(WorkbookSheet);
    // One cell a column, of the column's kind or empty.
    void add_row(std::vector<Cell> const&);
    std::string finish() &&;

private:
    struct Book;
    std::unique_ptr<Book> book_;
};

}  // namespace banshi::documents
