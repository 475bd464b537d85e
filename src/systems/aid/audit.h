#pragma once
// The books checked and handed out 审计: every invariant of the money in one function, and the
// whole ledger in formats that the programs of others read.

#include "base/shape.h"
#include "systems/aid/books.h"

namespace banshi::aid {

enum class Format {
    journal,    // hledger, ledger
    beancount,  // beancount
    workbook,   // Excel
    pdf,        // A4
};
BOOST_DESCRIBE_ENUM(Format, journal, beancount, workbook, pdf)

struct ExportBooks {
    Format format;
    std::optional<int> year;  // else all years
};
Result<File> export_books(Call&, ExportBooks const&);

struct BreachLine {
    std::string code;  // breach.ledger_balance
    std::string words;
};
struct BooksVerified {
    std::int64_t transfers;
    std::int64_t receipts;
    std::vector<BreachLine> breaches;
};
struct VerifyBooks {};
// Asked by the auditor's page, by `banshi verify` and after each deed of the tests.
Result<BooksVerified> verify_books(Call&, VerifyBooks const&);

// The same without asking for a right, and without sentences.
struct Verified {
    std::int64_t transfers;
    std::int64_t receipts;
    std::vector<ledger::Breach> breaches;
};
Verified verified_books(Call&);

struct ListTransfers {
    std::optional<std::int64_t> after;
};
struct TransferLine {
    std::string number;
    Day day;
    std::string debit, credit;
    Fen fen;
    std::string kind;
    ledger::Phase phase;
    std::string text, reference;
    std::optional<std::int64_t> seq;
};
struct TransferList {
    std::vector<TransferLine> transfers;
    std::optional<std::int64_t> next;
};
Result<TransferList> list_transfers(Call&, ListTransfers const&);

}  // namespace banshi::aid
