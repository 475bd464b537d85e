// Workbooks, which are archives of XML.

#include "documents/workbook_reader.h"
#include "fuzz.h"

void banshi::fuzz::one(std::string_view bytes) {
    documents::WorkbookLimits limits;
    limits.unpacked = limits.text = 8'000'000;
    limits.rows = 2'000;
    auto const sheets = documents::read_workbook(bytes, limits);
    if (!sheets) return;
    std::size_t rows = 0;
    for (auto const& sheet : sheets.value()) rows += sheet.rows.size();
    must(rows <= limits.rows);
}
