#pragma once
// The three ledgers 台账: views over the same events, never tables of their own.
//   original 原始台账    a row a registered matter, corrections below
//   progress 推进台账    a row a task of a round
//   resolution 化解台账  a row a clearance of a round
// A page of each on the screen, and the whole as a workbook, from one snapshot.

#include "engines/matters/clocks.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const export_ledgers{"supervision.export"};

enum class Ledger { original, progress, resolution };
BOOST_DESCRIBE_ENUM(Ledger, original, progress, resolution)

struct LedgerFilter {
    Ledger ledger;
    std::optional<Day> from;  // of registering; of dispatch; of clearing
    std::optional<Day> to;
    std::optional<OrgId> street;
    std::optional<OrgId> unit;
    std::optional<std::string> kind;
    std::optional<std::string> grade;
    std::optional<std::string> after;  // where the page before ended
};

struct LedgerRow {
    std::vector<std::string> cells;  // in the order of the heads
    std::string number;
};
struct LedgerPage {
    std::vector<std::string> heads;
    std::vector<LedgerRow> rows;
    std::optional<std::string> next;
};
Result<LedgerPage> see_ledger(Call&, LedgerFilter const&);

// An export is noted first (who, which filter, masked or not), then fetched by the same person:
// the file is written from a snapshot, so that no deed waits for it.
struct AskExport {
    Ledger ledger;
    std::optional<Day> from;
    std::optional<Day> to;
    std::optional<OrgId> street;
    std::optional<OrgId> unit;
    std::optional<std::string> kind;
    std::optional<std::string> grade;
    std::optional<bool> unmasked;  // needs supervision.see_persons
    std::string why;
};
struct ExportAsked {
    std::string export_id;
};
Result<ExportAsked> ask_export(Call&, AskExport const&);
struct FetchExport {
    std::string export_id;
};
// As .xlsx, within an hour. Refuses export.not_found.
Result<File> fetch_export(Call&, FetchExport const&);

struct ExportNoted {
    std::string id;
    Instant at;
    AccountId account;
    std::string who;
    Ledger ledger;
    std::string filter;   // in words
    std::string request;  // JSON
    bool masked;
    std::string why;
};
struct ExportView {
    Instant at;
    std::string who;
    Ledger ledger;
    std::string filter;
    bool masked;
    std::string why;
};
struct ExportsNoted {
    std::vector<ExportView> exports;
};
struct SeeExports {};
Result<ExportsNoted> see_exports(Call&, SeeExports const&);

}  // namespace banshi::supervision
