#include "systems/aid/donations.h"
#include "systems/aid/routes.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(RegisterDonor, (), (kind, name, phone, anonymous))
BOOST_DESCRIBE_STRUCT(DonorRegistered, (), (donor, code))
BOOST_DESCRIBE_STRUCT(RenewCode, (), (donor))
BOOST_DESCRIBE_STRUCT(FindDonors, (), (name))
BOOST_DESCRIBE_STRUCT(DonorLine, (), (donor, kind, name, anonymous, pledged, received))
BOOST_DESCRIBE_STRUCT(DonorList, (), (donors))
BOOST_DESCRIBE_STRUCT(MakePledge, (),
                      (donor, code, kind, name, phone, anonymous, fen, instalments, first_due,
                       street, pupil, families, campaign))
BOOST_DESCRIBE_STRUCT(InstalmentView, (), (serial, fen, due, paid, open, cancelled, state))
BOOST_DESCRIBE_STRUCT(PledgeView, (),
                      (pledge, campaign, donor, fen, paid, open, cancelled, state, instalments))
BOOST_DESCRIBE_STRUCT(WishSaid, (), (street_name, pupil, families))
BOOST_DESCRIBE_STRUCT(PledgeMade, (), (pledge, code, wish, account_holder, account, bank))
BOOST_DESCRIBE_STRUCT(CancelPledge, (), (pledge, why))
BOOST_DESCRIBE_STRUCT(SeePledge, (), (pledge))
BOOST_DESCRIBE_STRUCT(ListOverdue, (), ())
BOOST_DESCRIBE_STRUCT(OverdueLine, (), (pledge, donor, name, serial, open, due))
BOOST_DESCRIBE_STRUCT(OverdueList, (), (instalments, open))
BOOST_DESCRIBE_STRUCT(TakeCash, (), (donor, fen, pledge))
BOOST_DESCRIBE_STRUCT(SignCash, (), (slip))
BOOST_DESCRIBE_STRUCT(CashSlip, (),
                      (slip, donor, pledge, fen, counted_by, counted_name, counted_at, signed_at))
BOOST_DESCRIBE_STRUCT(ListSlips, (), ())
BOOST_DESCRIBE_STRUCT(SlipList, (), (slips))
BOOST_DESCRIBE_STRUCT(ReceiptLine, (), (receipt, donor, name, fen, day, way, state, why, reversed))
BOOST_DESCRIBE_STRUCT(VoidReceipt, (), (receipt, why))
BOOST_DESCRIBE_STRUCT(IssueReceipt, (), (receipt))
BOOST_DESCRIBE_STRUCT(ReverseDonation, (), (receipt, why))
BOOST_DESCRIBE_STRUCT(ListReceipts, (), (year))
BOOST_DESCRIBE_STRUCT(ReceiptList, (), (receipts))

std::vector<Route> donation_routes() {
    std::string const pledge = "/aid/pledges/{pledge}", receipt = "/aid/receipts/{receipt}";
    return {
        get("/aid/donors", see_aid, "find_donors", find_donors),
        sealed(creates(post("/aid/donors", keep_money, "register_donor", register_donor))),
        secret(post("/aid/donors/{donor}/code", keep_money, "renew_donor_code", renew_donor_code)),
        sealed(creates(post("/aid/pledges", anyone, "make_pledge", make_pledge))),
        get("/aid/overdue", see_aid, "list_overdue", list_overdue),
        get(pledge, see_aid, "see_pledge", see_pledge),
        post(pledge + "/cancellation", keep_money, "cancel_pledge", cancel_pledge),
        get("/aid/cash", see_aid, "list_cash_slips", list_cash_slips),
        creates(post("/aid/cash", keep_money, "take_cash", take_cash)),
        creates(post("/aid/cash/{slip}/signature", see_aid, "sign_cash", sign_cash)),
        get("/aid/receipts", see_aid, "list_receipts", list_receipts),
        post(receipt + "/void", keep_money, "void_receipt", void_receipt),
        creates(post(receipt + "/again", keep_money, "issue_receipt", issue_receipt)),
        post(receipt + "/return", approve_payments, "reverse_donation", reverse_donation),
    };
}

}  // namespace banshi::aid
