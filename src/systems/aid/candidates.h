#pragma once
// The list of low-income households 低保名册 as a street sends it: a workbook or CSV, looked
// through first, with every bad row by its number; taken whole or not at all; the same file twice
// changes nothing.

#include "systems/aid/families.h"

namespace banshi::aid {

struct CandidateFile {
    std::string campaign;
    Upload file;
    std::optional<bool> leave_out_bad;  // the rows that are sound, without the named ones
};
struct BadRow {
    int row;  // as Excel counts
    std::string column;
    std::string what;  // in the reader's language
};
struct CandidateReport {
    std::int64_t rows;
    std::int64_t added, changed, unchanged;
    std::vector<BadRow> bad;
    std::int64_t bad_rows;  // all of them, also beyond the first hundred
};
// Writes nothing.
Result<CandidateReport> preview_candidates(Call&, CandidateFile const&);
// Refuses candidates.bad_rows unless they are to be left out, and candidates.column_missing,
// candidates.empty, selection.scored.
Result<CandidateReport> import_candidates(Call&, CandidateFile const&);

// One row as read; for the reader and its test.
struct CandidateRow {
    int row = 0;
    people::Identity who;
    std::string street;
    Category category{};
    FamilyFacts facts;
    std::string account, bank;
};
struct CandidateTable {
    std::int64_t rows = 0;
    std::vector<CandidateRow> sound;
    std::vector<BadRow> bad;
};
Result<CandidateTable> read_candidates(Call&, Upload const&);

}  // namespace banshi::aid
