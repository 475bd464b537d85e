#pragma once
// Donations 捐款 and their receipts 捐赠收据. Money counts as received on a line of the bank or on
// a cash slip that two people signed. Receipts run without gaps; a spoiled one is kept as void.

#include "engines/ledger/transfer.h"
#include "systems/aid/pledges.h"

namespace banshi::aid {

enum class Way {
    bank,  // 银行转账
    cash,  // 现金
};
BOOST_DESCRIBE_ENUM(Way, bank, cash)

struct Donation {
    std::int64_t lot;
    std::string donor;
    std::string campaign;
    std::string pledge;  // empty: a gift without one
    Fen fen;
    Way way;
    Day day;
    std::int64_t transfer;
    std::string source;  // the slip, or the line of the bank
    Instant at;
    std::optional<Instant> reversed_at;
    std::string why;
};

enum class ReceiptState {
    issued,  // 有效
    voided,  // 作废
};
BOOST_DESCRIBE_ENUM(ReceiptState, issued, voided)

struct Receipt {
    std::string number;  // R2021-000123
    std::int64_t lot;
    ReceiptState state;
    Day day;
    Instant at;
    std::string by;
    std::string handler;  // 经手人, by name
    std::string why;      // of a void one
    std::int64_t trace;
};

// 现金: who counts it signs first, and somebody else second; then it is a donation.
struct TakeCash {
    std::string donor;
    Fen fen;
    std::optional<std::string> pledge;
};
struct SignCash {
    std::string slip;
};
struct CashSlip {
    std::string slip;  // C2021-0007
    std::string donor;
    std::string pledge;
    Fen fen;
    std::string counted_by, counted_name;
    Instant counted_at;
    std::optional<Instant> signed_at;
};
struct ReceiptLine {
    std::string receipt;
    std::string donor;
    std::string name;
    Fen fen;
    Day day;
    Way way;
    ReceiptState state;
    std::string why;
    bool reversed;
};
Result<CashSlip> take_cash(Call&, TakeCash const&);
Result<ReceiptLine> sign_cash(Call&, SignCash const&);
struct ListSlips {};
struct SlipList {
    std::vector<CashSlip> slips;
};
Result<SlipList> list_cash_slips(Call&, ListSlips const&);  // that wait for the second signature

struct VoidReceipt {
    std::string receipt;
    std::string why;
};
struct IssueReceipt {  // again, for the donation of a void one
    std::string receipt;
};
Result<ReceiptLine> void_receipt(Call&, VoidReceipt const&);
Result<ReceiptLine> issue_receipt(Call&, IssueReceipt const&);
struct ListReceipts {
    std::optional<int> year;
};
struct ReceiptList {
    std::vector<ReceiptLine> receipts;  // by number
};
Result<ReceiptList> list_receipts(Call&, ListReceipts const&);

// 退回捐款: money that was not for us goes back, as long as no family got it. Its receipt is void.
struct ReverseDonation {
    std::string receipt;
    std::string why;
};
Result<ReceiptLine> reverse_donation(Call&, ReverseDonation const&);

// For the other files of this system: money that has come in, in the debit account.
struct Incoming {
    std::string donor;
    std::string pledge;  // empty: none
    Fen fen;
    Way way;
    Day day;
    std::string source;
    std::string debit;
};
Result<Receipt> receive(Call&, Incoming const&);
Result<Receipt> find_receipt(Call&, std::string const& number);  // refuses receipt.not_found
Result<Donation> find_donation(Call&, std::int64_t lot);

// The decision alone. Refuses cash.signed, cash.own.
Result<CashSlip> countersigned(CashSlip, std::string const& by, Instant now);

}  // namespace banshi::aid
