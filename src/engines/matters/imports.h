#pragma once
// Imports 导入: the lines of an older ledger are looked at first, every one of them, and then taken
// in as they were looked at. What a line says is for the system of the book; this engine keeps the
// lines, knows what is there already, takes the good ones in and takes all of them back.
//
// A line is known by its old number 原编号 within its book, so that the same file brings nothing
// twice. Taking in goes in turns, so that nobody waits long for a large file: the deed itself does
// the first ones, a job the others. While one runs, no other import of its book does. A turn holds
// lines of neighbouring days, so that numbers follow the days and the database writes few pages.

#include <functional>

#include "engines/matters/past.h"

namespace banshi::matters {

enum class LineState {
    fresh,    // 可导入
    present,  // 已在库中
    bad,      // 有误
};
BOOST_DESCRIBE_ENUM(LineState, fresh, present, bad)

// What is wrong with a cell, or what was made of it: a sentence [matter.import] with its facts.
struct LineRemark {
    std::string column;
    std::string code;
    Facts facts = {};
};

struct ImportLine {
    int line;  // as the file counts
    LineState state;
    std::string identity;  // the old number, or what stands for it
    std::vector<std::string> cells;
    std::vector<LineRemark> faults;   // why it is bad
    std::vector<LineRemark> remarks;  // what was made of it
    std::string number = {};          // of its matter, once it is taken in
    bool beside = false;              // says more of a matter of the house: 更正
    std::optional<Instant> at = {};   // of its registration, while it is looked at
};

enum class ImportState {
    previewed,  // 已预览
    running,    // 导入中
    done,       // 已导入
    undoing,    // 撤销中
    undone,     // 已撤销
};
BOOST_DESCRIBE_ENUM(ImportState, previewed, running, done, undoing, undone)

struct FileRead {  // what was read, before the lines are compared with what is there
    std::string book;
    std::string name;
    std::string sha256;
    std::vector<std::string> columns;  // keys of the known ones, in the file's order
    std::vector<std::string> heads;    // of those, as the file writes them
    std::vector<std::string> ignored;  // heads of the unknown ones
    std::vector<std::string> passed;   // other sheets of the file, which nobody read
    std::vector<ImportLine> lines;
};

struct Import {
    std::string id;
    std::string book;
    std::string name;
    std::string sha256;
    std::string layout;  // JSON: columns, heads, ignored, passed
    ImportState state;
    Instant at;
    AccountId account;
    std::string who;
    int fresh, present, bad;  // lines, as they were looked at
    int pages;                // of lines
    int next_page;            // where taking in or back has come to
    int taken;                // lines that became matters
    int refused;              // that could not any more
    int kept;                 // that somebody had worked on when all was taken back
    std::optional<Instant> committed_at;
    std::string committed_by;
    std::optional<Instant> ended_at;
    std::optional<Instant> undone_at;
    std::string undone_by;
    std::string undone_why;

    int lines() const { return fresh + present + bad; }
    bool moves() const { return state == ImportState::running || state == ImportState::undoing; }
};
struct Layout {
    std::vector<std::string> columns, heads, ignored, passed;
};
Layout layout_of(Import const&);

// What a line goes by: its old number, or its number, or what stands for it where it has none.
std::string identity_of(std::vector<std::string> const& columns,
                        std::vector<std::string> const& cells);

// The columns in which a line of a ledger that was exported here says something else than the
// house does now.
using OwnDiffering = std::function<std::vector<std::string>(Call&, Matter const&,
                                                            std::vector<std::string> const& columns,
                                                            std::vector<std::string> const& cells)>;
// A line with a number of this house is present, whatever else it is known by.
Import keep_preview(Call&, FileRead, OwnDiffering const& = {});
// Refuses import.not_found.
Result<Import> find_import(Call&, std::string const& book, std::string const& id);
std::vector<Import> list_imports(Call&, std::string const& book, int limit);

struct LinePage {
    std::vector<ImportLine> lines;
    std::optional<int> next;  // the page to go on with
};
// Those in this state, or all; some hundred lines from this page on.
LinePage lines_of(Call&, Import const&, std::optional<LineState>, int from_page);
void each_line(Call&, Import const&, LineState, std::function<void(ImportLine const&)> const&);

// What a good line says, from its cells; refuses what has changed since it was looked at.
using PastOf = std::function<Result<Past>(std::vector<std::string> const& cells)>;
// And what the system of the book keeps beside the matter of a line, where it keeps anything.
struct Intake {
    PastOf past_of;
    std::function<void(Matter const&, std::vector<std::string> const& cells)> taken = {};
    std::function<void(Matter const&)> given_back = {};
};

// Refuses import.other_file, import.not_previewed, import.nothing, import.under_way and
// import.look_again (another import came between).
Result<void> commit_import(Call&, Import&, std::string const& sha256, Intake const&);
// Refuses import.not_done, import.worked (with how many, and the first of them) and
// matter.reason_missing.
Result<void> undo_import(Call&, Import&, std::string const& why, Intake const&);
// The next lines of the import of this book that is under way, if one is.
std::optional<Import> go_on(Call&, std::string const& book,
                            std::function<Intake(Import const&)> const&);

}  // namespace banshi::matters
