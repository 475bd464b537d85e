#pragma once
// Statements of the bank 对账: each line of the account is booked once, by what it names or as not
// understood yet, so that the books and the bank agree on every day. Nothing is dropped silently.

#include "base/shape.h"
#include "systems/aid/bank_lines.h"
#include "systems/aid/donations.h"

namespace banshi::aid {

enum class FileState {
    accepted,                  // 已入账
    waiting_for_verification,  // 待核实: its balances do not follow from what is known
};
BOOST_DESCRIBE_ENUM(FileState, accepted, waiting_for_verification)

enum class MatchState {
    matched,   // 已对上
    suspense,  // 待查
    ignored,   // 不处理, with a reason
};
BOOST_DESCRIBE_ENUM(MatchState, matched, suspense, ignored)

struct StatementFile {
    std::string hash;
    std::string name;
    std::string adapter;
    FileState state;
    int fresh, known;
    std::optional<int> broken_row;
    Instant at;
    std::string by;
};
struct StatementLine {
    std::int64_t number;
    std::string file;
    std::string account;
    Day booked_on;
    Fen fen;
    Fen balance_after;
    std::string name, counterparty;  // sealed
    std::string ref;
    std::string remark;  // sealed
    std::string key;
    MatchState state;
    std::string what;  // receipt, order, interest ... it was matched with
    std::string why;
    std::int64_t transfer;  // that booked it
};

struct ImportStatement {
    Upload file;
    std::optional<std::string> adapter;  // else the district's first
};
struct LineView {
    std::int64_t line;
    Day booked_on;
    Fen fen, balance_after;
    std::string name, ref, remark;
    MatchState state;
    std::string what, why;
    std::vector<std::string> proposals;  // open pledges of this payer or amount
};
struct Imported {
    StatementFile file;
    int matched, suspense;
};
// Refuses statement.*, csv.*, period.closed. A file that was seen gives 0 fresh lines.
Result<Imported> import_statement(Call&, ImportStatement const&);
struct RetryStatement {  // once what was missing has come
    std::string hash;
};
Result<Imported> retry_statement(Call&, RetryStatement const&);

struct ListLines {
    std::optional<MatchState> state;
};
struct LineList {
    std::vector<LineView> lines;       // the newest first
    std::vector<StatementFile> files;  // the newest first
};
Result<LineList> list_lines(Call&, ListLines const&);

enum class LineKind { donation, interest, fee, cash_deposit, ignored };
BOOST_DESCRIBE_ENUM(LineKind, donation, interest, fee, cash_deposit, ignored)
struct MatchLine {  // 认领: a person says what a line is
    std::int64_t line;
    LineKind is;
    std::optional<std::string> donor, pledge;
    std::optional<std::string> why;
};
Result<LineView> match_line(Call&, MatchLine const&);

struct DayView {
    Day day;
    Fen statement, book;
    bool equal, closed;
};
struct DayList {
    std::vector<DayView> days;  // the newest first
};
struct ListDays {};
struct CloseDay {
    Day day;
};
Result<DayList> list_statement_days(Call&, ListDays const&);
// 结账. Refuses day.differs with the facts statement and book, day.unknown, day.future,
// period.closed.
Result<DayList> close_statement_day(Call&, CloseDay const&);

// For the other files of this system: by the transfers alone.
Fen book_balance(Call&, Day until);
std::vector<DayView> statement_days(Call&);

}  // namespace banshi::aid
