#pragma once
// An import as its pages show it, whichever book it is of; and files that were read before the
// turn of their deed.

#include "engines/matters/imports.h"

namespace banshi::matters {

struct ImportView {
    std::string import_id;
    std::string name;
    std::string sha256;
    ImportState state;
    Instant at;
    std::string who;
    int lines;
    int fresh;
    int present;
    int bad;
    int looked_at;  // of the lines, while it is taken in or back
    int taken;
    int refused;
    int kept;
    std::vector<std::string> heads;    // as the file writes them
    std::vector<std::string> ignored;  // columns that nobody knows
    std::vector<std::string> passed;   // sheets that nobody read
    std::optional<Instant> committed_at;
    std::string committed_by;
    std::optional<Instant> undone_at;
    std::string undone_by;
    std::string undone_why;
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (import_id, name, sha256, state, at, who, lines, fresh, present, bad,
                       looked_at, taken, refused, kept, heads, ignored, passed, committed_at,
                       committed_by, undone_at, undone_by, undone_why))
ImportView view_of(Import const&);

struct RemarkView {
    std::string column;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(RemarkView, (), (column, words))
struct LineView {
    int line;
    LineState state;
    std::vector<std::string> cells;  // as they would be read, in the order of the heads
    std::vector<RemarkView> faults;
    std::vector<RemarkView> remarks;
    std::string number;
};
BOOST_DESCRIBE_STRUCT(LineView, (), (line, state, cells, faults, remarks, number))
struct LinesView {
    std::vector<std::string> heads;
    std::vector<LineView> lines;
    std::optional<int> next;
};
BOOST_DESCRIBE_STRUCT(LinesView, (), (heads, lines, next))
// `ledger` is where the heads of the book stand among the sentences: "supervision.ledger.".
LinesView view_of(Call&, Import const&, std::optional<LineState>, int from_page,
                  std::string const& ledger);
// All that is wrong with a line, a sentence a row.
std::string reason_of(Call const&, ImportLine const&, std::string const& ledger);

// What was read ahead waits here until its deed takes it; the latest few.
void lay_ready(Call const&, FileRead);
std::optional<FileRead> take_ready(Call const&, std::string const& book, std::string const& sha256);

}  // namespace banshi::matters
