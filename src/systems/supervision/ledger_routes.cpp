#include "systems/route.h"
#include "systems/supervision/ledger.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(LedgerFilter, (), (ledger, from, to, street, unit, kind, grade, after))
BOOST_DESCRIBE_STRUCT(LedgerRow, (), (cells, number))
BOOST_DESCRIBE_STRUCT(LedgerPage, (), (heads, rows, next))
BOOST_DESCRIBE_STRUCT(AskExport, (), (ledger, from, to, street, unit, kind, grade, unmasked, why))
BOOST_DESCRIBE_STRUCT(ExportAsked, (), (export_id))
BOOST_DESCRIBE_STRUCT(FetchExport, (), (export_id))
BOOST_DESCRIBE_STRUCT(ExportView, (), (at, who, ledger, filter, masked, why))
BOOST_DESCRIBE_STRUCT(ExportsNoted, (), (exports))
BOOST_DESCRIBE_STRUCT(SeeExports, (), ())

std::vector<Route> ledger_routes() {
    std::string const exports = "/ledger-exports";
    return {
        get("/ledgers/{ledger}", see_matters, "see_ledger", see_ledger),
        creates(post(exports, export_ledgers, "ask_export", ask_export)),
        get(exports, inspect_matters, "see_exports", see_exports),
        get(exports + "/{export_id}", export_ledgers, "fetch_export", fetch_export),
    };
}

}  // namespace banshi::supervision
