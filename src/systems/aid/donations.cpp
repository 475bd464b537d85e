#include "systems/aid/donations.h"

#include "systems/aid/books.h"
#include "systems/aid/books_rows.h"
#include "systems/aid/donation_rows.h"
#include "systems/aid/donor_rows.h"

namespace banshi::aid {

struct ReceiptIssued {  // 开具收据
    static constexpr auto kind = "receipt.issued";
    record::Mark r, n;
    Fen f;
};
BOOST_DESCRIBE_STRUCT(ReceiptIssued, (), (r, n, f))

struct ReceiptVoided {  // 收据作废
    static constexpr auto kind = "receipt.void";
    record::Mark r;
};
BOOST_DESCRIBE_STRUCT(ReceiptVoided, (), (r))

namespace {

constexpr int slip_digits = 4;

std::string receipt_series(Day day) { return "R" + std::to_string(year_of(day)) + "-"; }

Receipt issue(Call& call, std::string const& number, Donation const& donation) {
    Receipt receipt{number,          donation.lot, ReceiptState::issued,
                    donation.day,    call.now,     call.actor.id(),
                    call.actor.name, "",           0};
    receipt.trace =
        record::append(call,
                       ReceiptIssued{number, ledger::number_text(donation.transfer), donation.fen})
            .number;
    rows::insert(call, receipt);
    return receipt;
}

ReceiptLine line_of(Call& call, Receipt const& receipt) {
    auto const donation = find_donation(call, receipt.lot).value();
    auto const donor = find_donor(call, donation.donor).value();
    return {receipt.number, donor.number, donor.name,
            donation.fen,   receipt.day,  donation.way,
            receipt.state,  receipt.why,  donation.reversed_at.has_value()};
}

// A pledge of this donor that takes money; empty is none.
Result<void> check_pledge(Call& call, std::string const& donor, std::string const& number) {
    if (number.empty()) return {};
    auto const pledge = TRY(find_pledge(call, number));
    if (pledge.donor != donor) return Refusal{Why::invalid, "pledge.other_donor", number, "pledge"};
    if (pledge.cancelled_at) return Refusal{Why::conflict, "pledge.not_active", number, "pledge"};
    return {};
}

// The pledge's own, else the current one.
Result<std::string> campaign_of(Call& call, std::string const& pledge) {
    if (!pledge.empty()) {
        auto const given = TRY(find_pledge(call, pledge));
        return given.campaign;
    }
    auto const current = TRY(find_campaign(call, {}));
    return current.number;
}

void spoil(Call& call, Receipt& receipt, std::string const& why) {
    receipt.state = ReceiptState::voided;
    receipt.why = why;
    rows::spoil(call, receipt);
    record::append(call, ReceiptVoided{receipt.number});
}

}  // namespace

Result<Receipt> receive(Call& call, Incoming const& money) {
    auto const donor = TRY(find_donor(call, money.donor));
    TRY(check_pledge(call, donor.number, money.pledge));
    auto const campaign = TRY(campaign_of(call, money.pledge));
    auto const number = next_number(call, receipt_series(money.day), receipt_digits);
    std::vector<ledger::Tag> tags{{"donor", donor.number}, {"receipt", number}};
    if (!money.pledge.empty()) tags.push_back({"pledge", money.pledge});
    auto const done = TRY(ledger::receive(call, book,
                                          {money.debit,
                                           account::unallocated,
                                           money.fen,
                                           word_of(MoneyKind::received),
                                           money.day,
                                           call.texts.say(Language::zh, "aid.text.received"),
                                           number,
                                           {},
                                           tags,
                                           leaf_of(MoneyKind::received)},
                                          donor.number));

    Donation const donation{done.parts.front().lot,
                            donor.number,
                            campaign,
                            money.pledge,
                            money.fen,
                            money.way,
                            money.day,
                            done.transfer.number,
                            money.source,
                            call.now,
                            {},
                            ""};
    rows::insert(call, donation);
    if (!money.pledge.empty()) credit(call, TRY(find_pledge(call, money.pledge)), money.fen);
    rows::announce_money(call);
    return issue(call, number, donation);
}

Result<CashSlip> countersigned(CashSlip slip, std::string const& by, Instant now) {
    if (slip.signed_at) return Refusal{Why::conflict, "cash.signed", slip.slip};
    if (slip.counted_by == by) return Refusal{Why::forbidden, "cash.own", slip.slip};
    slip.signed_at = now;
    return slip;
}

Result<CashSlip> take_cash(Call& call, TakeCash const& form) {
    TRY(may(call, keep_money));
    auto const donor = TRY(find_donor(call, form.donor));
    TRY(check_pledge(call, donor.number, form.pledge.value_or("")));
    if (form.fen < 1 || form.fen > most_fen)
        return Refusal{Why::invalid, "transfer.amount", {}, "fen"};
    auto const series = "C" + std::to_string(year_of(today(call))) + "-";
    CashSlip const slip{next_number(call, series, slip_digits),
                        donor.number,
                        form.pledge.value_or(""),
                        form.fen,
                        call.actor.id(),
                        call.actor.name,
                        call.now,
                        {}};
    rows::insert(call, slip);
    return slip;
}

Result<ReceiptLine> sign_cash(Call& call, SignCash const& form) {
    auto const found = rows::find_slip(call, form.slip);
    if (!found) return Refusal{Why::not_found, "cash.not_found", form.slip, "slip"};
    TRY(may(call, see_aid));
    auto const slip = TRY(countersigned(*found, call.actor.id(), call.now));
    auto const receipt = TRY(receive(call, {slip.donor, slip.pledge, slip.fen, Way::cash,
                                            today(call), slip.slip, account::cash}));
    rows::sign(call, slip, receipt.lot);
    return line_of(call, receipt);
}

Result<SlipList> list_cash_slips(Call& call, ListSlips const&) {
    TRY(may(call, see_aid));
    return SlipList{rows::unsigned_slips(call)};
}

Result<ReceiptLine> void_receipt(Call& call, VoidReceipt const& form) {
    auto receipt = TRY(find_receipt(call, form.receipt));
    TRY(may(call, keep_money));
    if (receipt.state == ReceiptState::voided)
        return Refusal{Why::conflict, "receipt.voided", receipt.number};
    if (form.why.empty()) return Refusal{Why::invalid, "receipt.why_missing", {}, "why"};
    spoil(call, receipt, form.why);
    return line_of(call, receipt);
}

Result<ReceiptLine> issue_receipt(Call& call, IssueReceipt const& form) {
    auto const old = TRY(find_receipt(call, form.receipt));
    TRY(may(call, keep_money));
    auto const donation = TRY(find_donation(call, old.lot));
    if (donation.reversed_at) return Refusal{Why::conflict, "donation.reversed", old.number};
    for (auto const& each : rows::receipts_of(call, old.lot))
        if (each.state == ReceiptState::issued)
            return Refusal{Why::conflict, "receipt.valid", each.number, "receipt"};
    auto const number = next_number(call, receipt_series(donation.day), receipt_digits);
    return line_of(call, issue(call, number, donation));
}

Result<ReceiptLine> reverse_donation(Call& call, ReverseDonation const& form) {
    auto receipt = TRY(find_receipt(call, form.receipt));
    TRY(may(call, approve_payments));
    auto donation = TRY(find_donation(call, receipt.lot));
    if (donation.reversed_at) return Refusal{Why::conflict, "donation.reversed", receipt.number};
    if (form.why.empty()) return Refusal{Why::invalid, "receipt.why_missing", {}, "why"};
    TRY(ledger::reverse(call, book,
                        {donation.transfer,
                         word_of(MoneyKind::reversed),
                         today(call),
                         call.texts.say(Language::zh, "aid.text.returned"),
                         "",
                         {{"donor", donation.donor}, {"receipt", receipt.number}},
                         leaf_of(MoneyKind::reversed)}));
    donation.reversed_at = call.now;
    donation.why = form.why;
    rows::reverse(call, donation);
    if (!donation.pledge.empty())
        uncredit(call, TRY(find_pledge(call, donation.pledge)), donation.fen);
    if (receipt.state == ReceiptState::issued) spoil(call, receipt, form.why);
    return line_of(call, receipt);
}

Result<ReceiptList> list_receipts(Call& call, ListReceipts const& form) {
    TRY(may(call, see_aid));
    auto const year = std::to_string(form.year.value_or(year_of(today(call))));
    ReceiptList list;
    for (auto const& receipt : rows::receipts_like(call, "R" + year + "-", "R" + year + "."))
        list.receipts.push_back(line_of(call, receipt));
    return list;
}

Result<Receipt> find_receipt(Call& call, std::string const& number) {
    if (auto receipt = rows::find_receipt(call, number)) return *std::move(receipt);
    return Refusal{Why::not_found, "receipt.not_found", number, "receipt"};
}

Result<Donation> find_donation(Call& call, std::int64_t lot) {
    if (auto donation = rows::find_donation(call, lot)) return *std::move(donation);
    return Refusal{Why::not_found, "receipt.not_found", std::to_string(lot)};
}

}  // namespace banshi::aid
