#include "systems/aid/audit.h"
#include "systems/aid/giving.h"
#include "systems/aid/routes.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(FamilyShare, (),
                      (family, set_aside, in_fund, on_the_way, paid, paid_on, voucher))
BOOST_DESCRIBE_STRUCT(SeeReceipt, (), (receipt))
BOOST_DESCRIBE_STRUCT(ReceiptPage, (),
                      (receipt, state, why, replaced_by, day, fen, way, donor, account_holder,
                       families, unallocated, given_back, seq))
BOOST_DESCRIBE_STRUCT(InstalmentView, (), (serial, fen, due, paid, open, cancelled, state))
BOOST_DESCRIBE_STRUCT(PledgeView, (),
                      (pledge, campaign, donor, fen, paid, open, cancelled, state, instalments))
BOOST_DESCRIBE_STRUCT(SeeGiving, (), (donor, code))
BOOST_DESCRIBE_STRUCT(GivingTotals, (),
                      (pledged, received, unallocated, set_aside, in_funds, on_the_way, paid,
                       given_back))
BOOST_DESCRIBE_STRUCT(GivingPage, (), (donor, name, kind, anonymous, totals, pledges, receipts))
BOOST_DESCRIBE_STRUCT(ExportBooks, (), (format, year))
BOOST_DESCRIBE_STRUCT(BreachLine, (), (code, words))
BOOST_DESCRIBE_STRUCT(BooksVerified, (), (transfers, receipts, breaches))
BOOST_DESCRIBE_STRUCT(VerifyBooks, (), ())
BOOST_DESCRIBE_STRUCT(ListTransfers, (), (after))
BOOST_DESCRIBE_STRUCT(TransferLine, (),
                      (number, day, debit, credit, fen, kind, phase, text, reference, seq))
BOOST_DESCRIBE_STRUCT(TransferList, (), (transfers, next))

std::vector<Route> audit_routes() {
    return {
        get("/aid/receipts/{receipt}", anyone, "see_receipt", see_receipt),
        post("/aid/giving", anyone, "see_giving", see_giving),
        get("/aid/transfers", see_aid, "list_transfers", list_transfers),
        get("/aid/books", audit_aid, "export_books", export_books),
        get("/aid/verification", audit_aid, "verify_books", verify_books),
    };
}

}  // namespace banshi::aid
