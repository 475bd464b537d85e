#include "systems/aid/matching.h"

#include <algorithm>
#include <set>

#include "systems/aid/books.h"
#include "systems/aid/donor_rows.h"
#include "systems/aid/payment_rows.h"
#include "systems/aid/statement_rows.h"
#include "systems/aid/transit.h"

namespace banshi::aid {

namespace {

constexpr std::size_t most_proposals = 5;

std::string text_of(Call const& call, std::string const& word) {
    return call.texts.say(Language::zh, "aid.text." + word);
}

std::string source_of(std::int64_t line) { return "line/" + std::to_string(line); }

Result<Match> received_by_bank(Call& call, BankLine const& line, std::string const& donor,
                               std::string const& pledge) {
    auto const receipt = TRY(receive(call, {donor, pledge, line.fen, Way::bank, line.booked_on,
                                            source_of(rows::next_line(call)), account::bank}));
    auto const donation = TRY(find_donation(call, receipt.lot));
    return Match{MatchState::matched, receipt.number, donation.transfer};
}

Result<Match> in_suspense(Call& call, BankLine const& line) {
    bool const in = line.fen > 0;
    auto const done = TRY(ledger::post(call, book,
                                       {in ? account::bank : account::suspense,
                                        in ? account::suspense : account::bank,
                                        in ? line.fen : -line.fen,
                                        word_of(MoneyKind::booked),
                                        line.booked_on,
                                        text_of(call, "suspense"),
                                        "",
                                        {},
                                        {},
                                        leaf_of(MoneyKind::booked)}));
    return Match{MatchState::suspense, "", done.transfer.number};
}

// An order of this amount that the line names.
std::optional<Order> order_named(Call& call, BankLine const& line, Fen fen) {
    for (auto const& number : numbers_in(line.remark + " " + line.ref, 'V', order_digits))
        if (auto order = rows::find_order(call, number); order && order->fen == fen) return order;
    return {};
}

Result<Match> out_of_account(Call& call, BankLine const& line) {
    auto const order = order_named(call, line, -line.fen);
    if (order && order->state == OrderState::sent) {
        auto const paid = TRY(pay(call, *order, line.booked_on, line.ref));
        return Match{MatchState::matched, order->number, paid.paid.value()};
    }
    if (order && order->state == OrderState::paid && !rows::line_matched_with(call, order->number))
        return Match{MatchState::matched, order->number, order->paid.value()};
    if (auto const batch = batch_taken(call, line)) {
        auto const sum = TRY(take_in_one_sum(call, *batch, line.booked_on));
        return Match{MatchState::matched, batch->number, sum};
    }
    return in_suspense(call, line);
}

// What was paid comes back into its fund, and what never was leaves the transit.
Result<Match> given_back(Call& call, BankLine const& line, Order const& order) {
    Match match{MatchState::matched, order.number, 0};
    bool const through = is_through_transit(call, order);
    if (order.state == OrderState::paid) {
        auto const back = TRY(take_back(call, order, line.booked_on, "returned"));
        match.transfer = back.paid.value();
    }
    if (through) match.transfer = TRY(return_from_transit(call, order, line.booked_on));
    return match;
}

bool may_come_back(Call& call, Order const& order) {
    if (order.state == OrderState::paid) return true;
    return order.state == OrderState::refused && is_through_transit(call, order) &&
           !rows::line_matched_with(call, order.number);
}

// The one open instalment of somebody of this name, of exactly this sum.
std::optional<Pledge> instalment_meant(Call& call, BankLine const& line) {
    std::optional<Pledge> meant;
    for (auto const& donor : rows::donors_named(call, line.name))
        for (auto const& pledge : rows::pledges_of(call, donor.number)) {
            if (pledge.cancelled_at) continue;
            for (auto const& each : rows::instalments_of(call, pledge.number)) {
                if (each.open() == 0) continue;
                if (each.open() == line.fen && meant && meant->number != pledge.number) return {};
                if (each.open() == line.fen) meant = pledge;
                break;  // the oldest open one takes the money
            }
        }
    return meant;
}

Result<Match> into_account(Call& call, BankLine const& line) {
    auto const order = order_named(call, line, line.fen);
    if (order && may_come_back(call, *order)) return given_back(call, line, *order);
    for (auto const& number : numbers_in(line.remark, 'P', pledge_digits))
        if (auto const pledge = rows::find_pledge(call, number);
            pledge && !pledge->cancelled_at && view_of(call, *pledge).open >= line.fen)
            return received_by_bank(call, line, pledge->donor, pledge->number);
    for (auto const& number : numbers_in(line.remark, 'R', receipt_digits))
        if (auto const receipt = find_receipt(call, number))
            return received_by_bank(call, line, TRY(find_donation(call, receipt.value().lot)).donor,
                                    "");
    if (auto const pledge = instalment_meant(call, line))
        return received_by_bank(call, line, pledge->donor, pledge->number);
    return in_suspense(call, line);
}

Result<std::string> moved(Call& call, StatementLine const& line, char const* debit,
                          char const* credit, char const* word) {
    TRY(ledger::post(call, book,
                     {debit,
                      credit,
                      line.fen > 0 ? line.fen : -line.fen,
                      word_of(MoneyKind::booked),
                      today(call),
                      text_of(call, word),
                      "",
                      {},
                      {},
                      leaf_of(MoneyKind::booked)}));
    return std::string(word);
}

}  // namespace

std::vector<std::string> numbers_in(std::string_view remark, char letter, std::size_t digits) {
    auto const is_digit = [&](std::size_t at) {
        return at < remark.size() && remark[at] >= '0' && remark[at] <= '9';
    };
    std::vector<std::string> found;
    std::size_t const length = 1 + 4 + 1 + digits;
    for (std::size_t at = 0; at + length <= remark.size(); ++at) {
        bool fits = remark[at] == letter && remark[at + 5] == '-' && !is_digit(at + length);
        for (std::size_t place = 1; fits && place < length; ++place)
            fits = place == 5 || is_digit(at + place);
        if (fits) found.emplace_back(remark.substr(at, length));
    }
    return found;
}

Result<Match> book_line(Call& call, BankLine const& line) {
    return line.fen > 0 ? into_account(call, line) : out_of_account(call, line);
}

Result<std::string> book_suspense(Call& call, StatementLine const& line, MatchLine const& form) {
    bool const in = line.fen > 0;
    bool const fits = form.is == LineKind::ignored || (form.is == LineKind::fee) == !in;
    if (!fits) return Refusal{Why::invalid, "line.direction", std::to_string(line.number), "is"};
    switch (form.is) {
        case LineKind::donation: {
            auto const receipt = TRY(
                receive(call, {form.donor.value_or(""), form.pledge.value_or(""), line.fen,
                               Way::bank, today(call), source_of(line.number), account::suspense}));
            return receipt.number;
        }
        case LineKind::interest:
            return moved(call, line, account::suspense, account::interest, "interest");
        case LineKind::fee:
            return moved(call, line, account::fee, account::suspense, "fee");
        case LineKind::cash_deposit:
            return moved(call, line, account::suspense, account::cash, "cash_deposit");
        case LineKind::ignored:
            break;
    }
    if (form.why.value_or("").empty())
        return Refusal{Why::invalid, "line.why_missing", std::to_string(line.number), "why"};
    return std::string("ignored");
}

std::vector<std::string> proposals_for(Call& call, std::string const& name, Fen fen) {
    std::vector<std::string> found;
    for (auto const& campaign : live_campaigns(call))
        for (auto const& pledge : rows::all_pledges(call, campaign.number)) {
            if (pledge.cancelled_at || found.size() == most_proposals) continue;
            auto const view = view_of(call, pledge);
            bool const same_name = find_donor(call, pledge.donor).value().name == name;
            bool const same_sum = std::ranges::any_of(
                view.instalments, [&](InstalmentView const& i) { return i.open == fen; });
            if (view.open >= fen && (same_name || same_sum)) found.push_back(pledge.number);
        }
    return found;
}

}  // namespace banshi::aid
