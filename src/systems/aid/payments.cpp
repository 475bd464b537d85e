#include "systems/aid/payments.h"

#include <algorithm>

#include "systems/aid/books.h"
#include "systems/aid/books_rows.h"
#include "systems/aid/fund_rows.h"
#include "systems/aid/payees.h"
#include "systems/aid/payment_rows.h"
#include "systems/aid/relatives.h"

namespace banshi::aid {

namespace {

Refusal wrong_state(Batch const& batch) {
    return {Why::conflict, "batch.wrong_state", batch.number};
}

Result<Batch> find_batch(Call& call, std::string const& number) {
    if (auto batch = rows::find_batch(call, number)) return *std::move(batch);
    return Refusal{Why::not_found, "batch.not_found", number, "batch"};
}

bool is_live(Order const& order) {
    return order.state != OrderState::refused && order.state != OrderState::rejected;
}

// What the family has for the year that no order takes.
Fen open_for(Call& call, std::string const& family, int year) {
    Fen open = 0;
    for (auto const& each : rows::allocations_for(call, family, year)) open += each.fen;
    for (auto const& order : rows::orders_of(call, family, year))
        if (is_live(order)) open -= order.fen;
    return open;
}

std::string refused_before(Call& call, std::string const& family, int year) {
    std::string number;
    for (auto const& order : rows::orders_of(call, family, year))
        if (order.state == OrderState::refused) number = order.number;
    return number;
}

Result<Order> drafted(Call& call, DraftBatch const& form, std::string const& batch,
                      std::string const& family) {
    auto const fund = TRY(find_fund(call, family));
    auto const open = open_for(call, family, form.year);
    auto const fen = form.fen.value_or(open);
    if (!form.fen && open < 1)
        return Refusal{
            Why::conflict, "batch.nothing_open", family, "families", {{"family", family}}};
    if (fen < 1) return Refusal{Why::invalid, "transfer.amount", family, "fen"};
    if (fen > open)
        return Refusal{Why::conflict,
                       "fund.short",
                       family,
                       "fen",
                       {{"family", family},
                        {"available", written_yuan(open)},
                        {"missing", written_yuan(fen - open)}}};
    if (!fund.payable())
        return Refusal{Why::conflict, "payee.missing", family, "families", {{"family", family}}};
    if (is_relative(call, call.actor.id(), family))
        return Refusal{Why::forbidden, "relative.payee", family, "families", {{"family", family}}};
    auto const series = "V" + std::to_string(form.year) + "-";
    auto const number = next_number(call, series, order_digits);
    keep_payee(call, number, fund);
    return Order{number,
                 batch,
                 family,
                 form.year,
                 fen,
                 OrderState::drafted,
                 refused_before(call, family, form.year),
                 "",
                 {},
                 {},
                 {},
                 ""};
}

std::vector<std::string> families_for(Call& call, DraftBatch const& form) {
    if (form.families) return *form.families;
    std::vector<std::string> families;
    for (auto const& each : rows::allocations_in(call, form.year)) {
        bool const known = std::ranges::count(families, each.family) > 0;
        if (!known && open_for(call, each.family, form.year) > 0) families.push_back(each.family);
    }
    std::ranges::sort(families);
    return families;
}

// Nothing of it is with the bank yet.
bool is_open(Batch const& batch) {
    return batch.state == BatchState::drafted || batch.state == BatchState::checked ||
           batch.state == BatchState::approved;
}

std::vector<std::string> deeds_for(Call const& call, Batch const& batch) {
    auto const node = people::node(call.district);
    bool const cashier = call.actor.holds(keep_money, node);
    bool const approver = call.actor.holds(approve_payments, node);
    std::vector<std::string> deeds;
    if (cashier && batch.state == BatchState::drafted) deeds.push_back("check_batch");
    if (approver && approved(batch, call.actor.id())) deeds.push_back("approve_batch");
    if (approver && is_open(batch)) deeds.push_back("reject_batch");
    if (cashier && batch.state == BatchState::approved) deeds.push_back("send_batch");
    if (cashier && batch.state == BatchState::sent) deeds.push_back("batch_file");
    return deeds;
}

BatchView view_of(Call& call, Batch const& batch) {
    auto const node = people::node(call.district);
    auto orders = rows::orders_in(call, batch.number);
    std::vector<OrderPayee> payees;
    if (call.actor.holds(keep_money, node) || call.actor.holds(approve_payments, node))
        payees = payees_of(call, orders);
    return {batch, std::move(orders), std::move(payees), deeds_for(call, batch)};
}

void move_orders(Call& call, Batch const& batch, OrderState state) {
    for (auto order : rows::orders_in(call, batch.number)) {
        order.state = state;
        rows::update(call, order);
    }
}

// The money that was set aside for the family comes into its fund.
Result<void> settle_allocations(Call& call, std::string const& family, int year) {
    for (auto allocation : rows::allocations_for(call, family, year)) {
        if (allocation.settled) continue;
        std::vector<ledger::Tag> tags{{"allocation", allocation.number}, {"family", family}};
        if (!allocation.donor.empty()) tags.push_back({"donor", allocation.donor});
        if (!allocation.pairing.empty()) tags.push_back({"pairing", allocation.pairing});
        auto const done = TRY(ledger::settle(
            call, book,
            {allocation.hold, word_of(MoneyKind::allocated), today(call),
             call.texts.say(Language::zh, "aid.text.allocated", {{"family", family}}), "", tags,
             leaf_of(MoneyKind::allocated)}));
        allocation.settled = done.transfer.number;
        rows::update(call, allocation);
    }
    return {};
}

// Until the bank has answered; only a person may free what is on its way to the bank.
constexpr std::chrono::days on_its_way{3650};

Result<void> set_aside(Call& call, Order& order) {
    std::vector<ledger::Tag> tags{{"family", order.family}, {"voucher", order.number}};
    if (!order.replaces.empty()) tags.push_back({"replaces", order.replaces});
    auto const done = TRY(
        ledger::hold(call, book,
                     {fund_of(order.family),
                      account::bank,
                      order.fen,
                      word_of(MoneyKind::paid),
                      today(call),
                      call.texts.say(Language::zh, "aid.text.ordered", {{"family", order.family}}),
                      order.number,
                      {},
                      tags,
                      leaf_of(MoneyKind::paid)},
                     call.now + on_its_way));
    order.hold = done.transfer.number;
    order.state = OrderState::approved;
    rows::update(call, order);
    return {};
}

// What was on its way to the bank is in the fund again.
Result<void> give_back(Call& call, Order const& order) {
    TRY(ledger::release(
        call, book,
        {order.hold.value(),
         word_of(MoneyKind::paid),
         today(call),
         call.texts.say(Language::zh, "aid.text.refused", {{"family", order.family}}),
         "",
         {{"family", order.family}, {"voucher", order.number}},
         leaf_of(MoneyKind::paid)}));
    return {};
}

}  // namespace

Result<Batch> checked(Batch batch, std::string const& by) {
    if (batch.state != BatchState::drafted) return wrong_state(batch);
    batch.state = BatchState::checked;
    batch.checked_by = by;
    return batch;
}

Result<Batch> approved(Batch batch, std::string const& by) {
    if (batch.state != BatchState::checked) return wrong_state(batch);
    if (by == batch.drafted_by || by == batch.checked_by)
        return Refusal{Why::forbidden, "batch.own", batch.number};
    batch.state = BatchState::approved;
    batch.approved_by = by;
    return batch;
}

Result<BatchView> draft_batch(Call& call, DraftBatch const& form) {
    TRY(may(call, keep_money));
    auto const families = families_for(call, form);
    if (families.empty()) return Refusal{Why::conflict, "batch.empty", {}, "families"};
    auto const series = "B" + std::to_string(form.year) + "-";
    Batch batch{next_number(call, series, batch_digits),
                form.year,
                BatchState::drafted,
                0,
                0,
                call.actor.id(),
                "",
                "",
                call.now,
                {},
                "",
                ""};
    std::vector<Order> orders;
    for (auto const& family : families) {
        if (std::ranges::count(families, family) > 1)
            return Refusal{
                Why::invalid, "batch.family_twice", family, "families", {{"family", family}}};
        orders.push_back(TRY(drafted(call, form, batch.number, family)));
        rows::insert(call, orders.back());
        batch.fen += orders.back().fen;
    }
    batch.orders = static_cast<int>(orders.size());
    rows::insert(call, batch);
    return view_of(call, batch);
}

Result<BatchView> check_batch(Call& call, OfBatch const& form) {
    auto const batch = TRY(find_batch(call, form.batch));
    TRY(may(call, keep_money));
    auto const next = TRY(checked(batch, call.actor.id()));
    TRY(check_payees(call, rows::orders_in(call, batch.number)));
    rows::update(call, next);
    move_orders(call, next, OrderState::checked);
    return view_of(call, next);
}

Result<BatchView> approve_batch(Call& call, OfBatch const& form) {
    auto const batch = TRY(find_batch(call, form.batch));
    TRY(may(call, approve_payments));
    auto const next = TRY(approved(batch, call.actor.id()));
    auto orders = rows::orders_in(call, batch.number);
    TRY(check_payees(call, orders));
    for (auto const& order : orders)
        for (auto const& who : {call.actor.id(), batch.drafted_by, batch.checked_by})
            if (is_relative(call, who, order.family))
                return Refusal{
                    Why::forbidden, "relative.payee", order.family, "", {{"family", order.family}}};
    for (auto& order : orders) {
        TRY(settle_allocations(call, order.family, order.year));
        TRY(set_aside(call, order));
    }
    rows::update(call, next);
    rows::announce_money(call);
    return view_of(call, next);
}

Result<BatchView> reject_batch(Call& call, RejectBatch const& form) {
    auto batch = TRY(find_batch(call, form.batch));
    TRY(may(call, approve_payments));
    if (!is_open(batch)) return wrong_state(batch);
    if (form.why.empty()) return Refusal{Why::invalid, "receipt.why_missing", {}, "why"};
    batch.why = form.why;
    if (batch.state == BatchState::approved)
        for (auto const& order : rows::orders_in(call, batch.number)) TRY(give_back(call, order));
    batch.state = BatchState::rejected;
    rows::update(call, batch);
    move_orders(call, batch, OrderState::rejected);
    rows::announce_money(call);
    return view_of(call, batch);
}

Result<BatchView> see_batch(Call& call, OfBatch const& form) {
    TRY(may(call, see_aid));
    return view_of(call, TRY(find_batch(call, form.batch)));
}

Result<BatchList> list_batches(Call& call, ListBatches const& form) {
    TRY(may(call, see_aid));
    return BatchList{rows::batches_of(call, form.year.value_or(year_of(today(call))))};
}

Result<Order> find_order(Call& call, std::string const& number) {
    if (auto order = rows::find_order(call, number)) return *std::move(order);
    return Refusal{Why::not_found, "order.not_found", number, "order"};
}

Result<Order> pay(Call& call, Order order, Day day, std::string const& bank_ref) {
    if (order.state != OrderState::sent)
        return Refusal{Why::conflict, "order.wrong_state", order.number};
    auto const done = TRY(
        ledger::settle(call, book,
                       {order.hold.value(),
                        word_of(MoneyKind::paid),
                        day,
                        call.texts.say(Language::zh, "aid.text.paid", {{"family", order.family}}),
                        "",
                        {{"family", order.family}, {"voucher", order.number}},
                        leaf_of(MoneyKind::paid)}));
    order.state = OrderState::paid;
    order.paid = done.transfer.number;
    order.paid_on = day;
    order.bank_ref = bank_ref;
    rows::update(call, order);
    rows::announce_money(call);
    return order;
}

Result<Order> refuse(Call& call, Order order, std::string const& reason,
                     std::string const& bank_ref) {
    if (order.state != OrderState::sent)
        return Refusal{Why::conflict, "order.wrong_state", order.number};
    TRY(give_back(call, order));
    order.state = OrderState::refused;
    order.reason = reason;
    order.bank_ref = bank_ref;
    rows::update(call, order);
    rows::announce_money(call);
    return order;
}

Result<Order> take_back(Call& call, Order order, Day day, std::string const& reason) {
    if (order.state != OrderState::paid)
        return Refusal{Why::conflict, "order.wrong_state", order.number};
    TRY(ledger::reverse(call, book,
                        {order.paid.value(),
                         word_of(MoneyKind::reversed),
                         day,
                         call.texts.say(Language::zh, "aid.text.back", {{"family", order.family}}),
                         "",
                         {{"family", order.family}, {"voucher", order.number}},
                         leaf_of(MoneyKind::reversed)}));
    order.state = OrderState::refused;
    order.reason = reason;
    rows::update(call, order);
    rows::announce_money(call);
    return order;
}

}  // namespace banshi::aid
