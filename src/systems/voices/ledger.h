#pragma once
// The ledger of advice 建言台账: a view over what was handed in, a row an item. A page of it on the
// screen, and the whole as a workbook, from one snapshot.

#include "systems/voices/members.h"

namespace banshi::voices {

inline Right const export_voices{"voices.export"};

struct VoiceLedgerFilter {
    std::optional<Day> from;  // of handing in
    std::optional<Day> to;
    std::optional<Kind> kind;
    std::optional<Source> source;
    std::optional<OrgId> street;
    std::optional<OrgId> unit;
    std::optional<std::string> after;  // where the page before ended
};
struct VoiceLedgerRow {
    std::vector<std::string> cells;  // in the order of the heads
    std::string voice;
};
struct VoiceLedgerPage {
    std::vector<std::string> heads;
    std::vector<VoiceLedgerRow> rows;
    std::optional<std::string> next;
};
Result<VoiceLedgerPage> see_voice_ledger(Call&, VoiceLedgerFilter const&);

// An export is noted first (who, which filter, masked or not), then fetched by the same person:
// the file is written from a snapshot, so that no deed waits for it.
struct AskVoiceExport {
    std::optional<Day> from;
    std::optional<Day> to;
    std::optional<Kind> kind;
    std::optional<Source> source;
    std::optional<OrgId> street;
    std::optional<OrgId> unit;
    std::optional<bool> unmasked;  // names that are not public; needs voices.manage_members
    std::string why;
};
struct VoiceExportAsked {
    std::string export_id;
};
// Refuses matter.reason_missing.
Result<VoiceExportAsked> ask_voice_export(Call&, AskVoiceExport const&);
struct FetchVoiceExport {
    std::string export_id;
};
// As .xlsx, within an hour. Refuses export.not_found.
Result<File> fetch_voice_export(Call&, FetchVoiceExport const&);

struct VoiceExportView {
    Instant at;
    std::string who;
    std::string filter;  // in words
    bool masked;
    std::string why;
};
struct VoiceExports {
    std::vector<VoiceExportView> exports;
};
struct SeeVoiceExports {};
Result<VoiceExports> see_voice_exports(Call&, SeeVoiceExports const&);

}  // namespace banshi::voices
