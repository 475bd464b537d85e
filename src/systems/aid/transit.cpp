#include "systems/aid/transit.h"

#include <algorithm>

#include "systems/aid/books.h"
#include "systems/aid/matching.h"
#include "systems/aid/payment_rows.h"

namespace banshi::aid {

namespace {

std::string said(Call const& call, char const* word, Order const& order) {
    return call.texts.say(Language::zh, std::string("aid.text.") + word,
                          {{"family", order.family}});
}

std::vector<ledger::Tag> tags_of(Order const& order) {
    return {{"family", order.family}, {"voucher", order.number}};
}

Result<void> free_at_bank(Call& call, Order const& order) {
    TRY(ledger::release(
        call, book,
        {order.hold.value(), word_of(MoneyKind::paid), today(call), said(call, "ordered", order),
         "", tags_of(order), leaf_of(MoneyKind::paid)}));
    return {};
}

Result<void> hold_in_transit(Call& call, Order order) {
    auto const held = TRY(ledger::find(call, book, order.hold.value()));
    auto const done = TRY(ledger::hold(call, book,
                                       {fund_of(order.family),
                                        account::transit,
                                        order.fen,
                                        word_of(MoneyKind::paid),
                                        today(call),
                                        said(call, "ordered", order),
                                        "",
                                        {},
                                        tags_of(order),
                                        leaf_of(MoneyKind::paid)},
                                       held.expires_at.value()));
    order.hold = done.transfer.number;
    rows::update(call, order);
    return {};
}

Result<std::int64_t> moved(Call& call, char const* debit, char const* credit, Fen fen, Day day,
                           std::vector<ledger::Tag> tags) {
    auto const done = TRY(ledger::post(call, book,
                                       {debit,
                                        credit,
                                        fen,
                                        word_of(MoneyKind::booked),
                                        day,
                                        call.texts.say(Language::zh, "aid.text.transit"),
                                        "",
                                        {},
                                        std::move(tags),
                                        leaf_of(MoneyKind::booked)}));
    return done.transfer.number;
}

}  // namespace

std::optional<Batch> batch_taken(Call& call, BankLine const& line) {
    for (auto const& number : numbers_in(line.remark + " " + line.ref, 'B', batch_digits)) {
        auto batch = rows::find_batch(call, number);
        if (!batch || batch->state != BatchState::sent || batch->fen != -line.fen) continue;
        auto const orders = rows::orders_in(call, number);
        bool const untouched = std::ranges::all_of(orders, [&](Order const& order) {
            return order.state == OrderState::sent && !is_through_transit(call, order);
        });
        if (untouched) return batch;
    }
    return {};
}

// All are freed before the first is held again: the account may hold no fen more than the sum.
Result<std::int64_t> take_in_one_sum(Call& call, Batch const& batch, Day day) {
    auto const orders = rows::orders_in(call, batch.number);
    for (auto const& order : orders) TRY(free_at_bank(call, order));
    auto const sum = TRY(
        moved(call, account::transit, account::bank, batch.fen, day, {{"batch", batch.number}}));
    for (auto const& order : orders) TRY(hold_in_transit(call, order));
    return sum;
}

bool is_through_transit(Call& call, Order const& order) {
    if (!order.hold) return false;
    auto const held = ledger::find(call, book, *order.hold);
    return held && held.value().credit == account::transit;
}

Result<std::int64_t> return_from_transit(Call& call, Order const& order, Day day) {
    return moved(call, account::bank, account::transit, order.fen, day, tags_of(order));
}

}  // namespace banshi::aid
