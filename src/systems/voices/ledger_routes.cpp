#include "systems/route.h"
#include "systems/voices/ledger.h"
#include "systems/voices/routes.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(VoiceLedgerFilter, (), (from, to, kind, source, street, unit, after))
BOOST_DESCRIBE_STRUCT(VoiceLedgerRow, (), (cells, voice))
BOOST_DESCRIBE_STRUCT(VoiceLedgerPage, (), (heads, rows, next))
BOOST_DESCRIBE_STRUCT(AskVoiceExport, (), (from, to, kind, source, street, unit, unmasked, why))
BOOST_DESCRIBE_STRUCT(VoiceExportAsked, (), (export_id))
BOOST_DESCRIBE_STRUCT(FetchVoiceExport, (), (export_id))
BOOST_DESCRIBE_STRUCT(VoiceExportView, (), (at, who, filter, masked, why))
BOOST_DESCRIBE_STRUCT(VoiceExports, (), (exports))
BOOST_DESCRIBE_STRUCT(SeeVoiceExports, (), ())

std::vector<Route> ledger_routes() {
    std::string const exports = "/voice-exports";
    return {
        get("/voice-ledger", see_voices, "see_voice_ledger", see_voice_ledger),
        creates(post(exports, export_voices, "ask_voice_export", ask_voice_export)),
        get(exports, export_voices, "see_voice_exports", see_voice_exports),
        get(exports + "/{export_id}", export_voices, "fetch_voice_export", fetch_voice_export),
    };
}

}  // namespace banshi::voices
