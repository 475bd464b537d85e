#include "systems/aid/giving.h"

#include <algorithm>
#include <map>

#include "systems/aid/books.h"
#include "systems/aid/donation_rows.h"
#include "systems/aid/donor_rows.h"
#include "systems/aid/payment_rows.h"

namespace banshi::aid {

namespace {

using ledger::Phase;

// What one move does to the family's part of the lot.
void follow(Call& call, ledger::Transfer const& t, Fen fen, Whereabouts& where,
            std::map<std::string, FamilyShare>& families) {
    auto const from = family_of(t.debit), to = family_of(t.credit);
    if (t.kind == word_of(MoneyKind::received)) where.unallocated += fen;
    if (t.kind == word_of(MoneyKind::allocated) && to) {
        auto& share = families[*to];
        bool const held = t.phase == Phase::held;
        share.set_aside += held ? fen : -fen;
        if (t.phase != Phase::settled) where.unallocated += held ? -fen : fen;
        if (t.phase == Phase::settled) share.in_fund += fen;
    }
    if (t.kind == word_of(MoneyKind::paid) && from) {
        auto& share = families[*from];
        bool const held = t.phase == Phase::held;
        share.on_the_way += held ? fen : -fen;
        if (t.phase != Phase::settled) share.in_fund += held ? -fen : fen;
        if (t.phase != Phase::settled) return;
        share.paid += fen;
        share.paid_on = t.day;
        if (auto const order = rows::order_held_by(call, t.resolves.value_or(0)))
            share.voucher = order->number;
    }
    if (t.kind == word_of(MoneyKind::reversed) && to) {
        families[*to].paid -= fen;
        families[*to].in_fund += fen;
    }
    if (t.kind == word_of(MoneyKind::reversed) && t.debit == account::unallocated) {
        where.unallocated -= fen;
        where.given_back += fen;
    }
}

ReceiptPage page_of(Call& call, Receipt const& receipt) {
    auto const donation = find_donation(call, receipt.lot).value();
    auto const donor = find_donor(call, donation.donor).value();
    auto where = whereabouts_of(call, receipt.lot);
    auto const& plan = call.district.policy<Settings>().plan;
    ReceiptPage page{receipt.number,
                     receipt.state,
                     receipt.why,
                     "",
                     receipt.day,
                     donation.fen,
                     donation.way,
                     public_name(call, donor),
                     call.language == Language::en ? plan.account_holder_en : plan.account_holder,
                     std::move(where.families),
                     where.unallocated,
                     where.given_back,
                     record::place_of(call.tx, call.district.name(), {receipt.trace})};
    for (auto const& other : rows::receipts_of(call, receipt.lot))
        if (receipt.state == ReceiptState::voided && other.state == ReceiptState::issued)
            page.replaced_by = other.number;
    return page;
}

void add(GivingTotals& totals, ReceiptPage const& page) {
    totals.received += page.fen;
    totals.unallocated += page.unallocated;
    totals.given_back += page.given_back;
    for (auto const& share : page.families) {
        totals.set_aside += share.set_aside;
        totals.in_funds += share.in_fund;
        totals.on_the_way += share.on_the_way;
        totals.paid += share.paid;
    }
}

}  // namespace

Whereabouts whereabouts_of(Call& call, std::int64_t lot) {
    Whereabouts where{{}, 0, 0};
    std::map<std::string, FamilyShare> families;
    for (auto const& moved : ledger::moves_of(call, book, lot))
        follow(call, ledger::find(call, book, moved.transfer).value(), moved.fen, where, families);
    for (auto& [family, share] : families) {
        if (share.set_aside + share.in_fund + share.on_the_way + share.paid == 0) continue;
        if (share.paid == 0) share.paid_on.reset();
        if (share.paid == 0) share.voucher.clear();
        share.family = family;
        where.families.push_back(share);
    }
    return where;
}

Result<ReceiptPage> see_receipt(Call& call, SeeReceipt const& form) {
    return page_of(call, TRY(find_receipt(call, form.receipt)));
}

Result<GivingPage> see_giving(Call& call, SeeGiving const& form) {
    auto const donor = TRY(open_donor(call, form.donor, form.code));
    GivingPage page{donor.number, donor.name, donor.kind, donor.anonymous, {}, {}, {}};
    for (auto const& pledge : rows::pledges_of(call, donor.number)) {
        page.pledges.push_back(view_of(call, pledge));
        page.totals.pledged += page.pledges.back().fen - page.pledges.back().cancelled;
    }
    for (auto const& donation : rows::donations_of(call, donor.number)) {
        auto const receipts = rows::receipts_of(call, donation.lot);
        for (auto const& receipt : receipts) page.receipts.push_back(page_of(call, receipt));
        add(page.totals, page.receipts.back());
    }
    return page;
}

std::vector<GiftLine> gifts_to(Call& call, std::string const& family) {
    std::map<std::string, Fen> by_donor;
    for (auto const& t : ledger::transfers_at(call, book, fund_of(family)))
        if (t.moves() && t.kind == word_of(MoneyKind::allocated))
            for (auto const& part : ledger::parts_of(call, book, t.number))
                by_donor[ledger::find_lot(call, book, part.lot).value().owner] += part.fen;
    std::vector<GiftLine> lines;
    for (auto const& [donor, fen] : by_donor)
        lines.push_back({public_name(call, find_donor(call, donor).value()), fen});
    return lines;
}

}  // namespace banshi::aid
