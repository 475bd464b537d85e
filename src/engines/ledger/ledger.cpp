#include "engines/ledger/ledger.h"

#include <algorithm>

#include "base/check.h"
#include "engines/ledger/rows.h"

namespace banshi::ledger {

namespace {

// A move with the accounts that it names.
struct Between {
    Account debit, credit;
    Sides sides() const { return sides_of(debit, credit); }
    bool traced() const { return debit.traced || credit.traced; }
};

Result<Account> account(Call& call, std::string const& ledger, std::string const& code) {
    auto found = rows::find_account(call, ledger, code);
    if (!found) return Refusal{Why::not_found, "ledger.no_account", code, "", {{"account", code}}};
    return *std::move(found);
}

Result<Between> between(Call& call, std::string const& ledger, std::string const& debit,
                        std::string const& credit) {
    if (debit == credit) return Refusal{Why::invalid, "transfer.accounts", debit};
    auto from = TRY(account(call, ledger, debit));
    auto to = TRY(account(call, ledger, credit));
    return Between{std::move(from), std::move(to)};
}

Result<void> check_day(Call& call, std::string const& ledger, Day day) {
    auto const closed = rows::closed_until(call, ledger);
    if (!closed || day > *closed) return {};
    return Refusal{Why::too_late, "period.closed", ledger, "", {{"day", written(*closed)}}};
}

Result<void> check_reference(Call& call, std::string const& ledger, std::string const& reference) {
    if (reference.empty() || !rows::find_by_reference(call, ledger, reference)) return {};
    return Refusal{Why::conflict, "transfer.repeated", reference, "", {{"reference", reference}}};
}

// No account falls below its floor, with what is held.
Result<void> check_floors(Call& call, std::string const& ledger, Between const& accounts, Fen fen) {
    for (auto const* from : accounts.sides().takes) {
        if (!from->floored) continue;
        auto const free = free_of(from->nature, rows::balance(call, ledger, from->code));
        if (free >= fen) continue;
        return Refusal{Why::conflict,
                       "balance.short",
                       from->code,
                       "",
                       {{"account", from->name},
                        {"available", written_yuan(free)},
                        {"missing", written_yuan(fen - free)}}};
    }
    return {};
}

// The lots that were asked for, or the oldest; each must be where the money is taken from.
Result<std::vector<Part>> parts_for(Call& call, std::string const& ledger, Between const& accounts,
                                    Fen fen, std::vector<Part> wanted) {
    if (!accounts.traced()) return std::vector<Part>{};
    auto const takes = accounts.sides().takes;
    auto const from = std::ranges::find_if(takes, [](auto const* each) { return each->traced; });
    if (wanted.empty() && from != takes.end())
        wanted = oldest_first(rows::free_parts(call, ledger, (*from)->code), fen).value_or(wanted);
    Fen sum = 0;
    for (auto const& part : wanted) sum += part.fen;
    if (sum != fen) return Refusal{Why::conflict, "lot.short", ledger};
    for (auto const* each : takes)
        for (auto const& part : wanted)
            if (each->traced && rows::free_part(call, ledger, each->code, part.lot) < part.fen)
                return Refusal{Why::conflict, "lot.short", std::to_string(part.lot)};
    return wanted;
}

void move_places(Call& call, std::string const& ledger, std::vector<Account const*> const& accounts,
                 std::vector<Part> const& parts, Fen sign) {
    for (auto const* each : accounts)
        for (auto const& part : parts)
            if (each->traced)
                rows::add_place(call, ledger, each->code, {part.lot, sign * part.fen});
}

void save(Call& call, std::string const& ledger, Between const& accounts, Transfer& transfer,
          std::vector<Part> const& parts, std::vector<Tag> const& tags, Leaf const& leaf) {
    if (leaf) transfer.trace = leaf(call, transfer, parts).number;
    std::map<std::string, Balance> changes;
    book(transfer, changes);
    for (auto const& [code, change] : changes) rows::add(call, ledger, code, change);
    auto const sides = accounts.sides();
    bool const leaves = transfer.phase == Phase::posted || transfer.phase == Phase::held;
    if (leaves) move_places(call, ledger, sides.takes, parts, -1);
    if (transfer.phase == Phase::released) move_places(call, ledger, sides.takes, parts, 1);
    if (transfer.moves()) move_places(call, ledger, sides.gives, parts, 1);
    rows::insert(call, ledger, transfer);
    rows::insert(call, ledger, transfer.number, parts);
    rows::insert(call, ledger, transfer.number, tags);
}

Transfer made(Call& call, std::string const& ledger, Move const& move, Phase phase) {
    Transfer transfer{};
    transfer.number = rows::next_transfer(call, ledger);
    transfer.debit = move.debit;
    transfer.credit = move.credit;
    transfer.fen = move.fen;
    transfer.kind = move.kind;
    transfer.phase = phase;
    transfer.day = move.day;
    transfer.at = call.now;
    transfer.by = call.actor.id();
    transfer.text = move.text;
    if (!move.reference.empty()) transfer.reference = move.reference;
    return transfer;
}

Result<Between> check(Call& call, std::string const& ledger, Move const& move) {
    if (move.fen <= 0 || move.fen > most_fen)
        return Refusal{Why::invalid, "transfer.amount", std::to_string(move.fen)};
    auto accounts = TRY(between(call, ledger, move.debit, move.credit));
    TRY(check_day(call, ledger, move.day));
    TRY(check_reference(call, ledger, move.reference));
    TRY(check_floors(call, ledger, accounts, move.fen));
    return accounts;
}

Result<Done> move_now(Call& call, std::string const& ledger, Move const& move,
                      std::optional<Instant> expires_at) {
    auto const accounts = TRY(check(call, ledger, move));
    auto parts = TRY(parts_for(call, ledger, accounts, move.fen, move.parts));
    auto transfer = made(call, ledger, move, expires_at ? Phase::held : Phase::posted);
    transfer.expires_at = expires_at;
    save(call, ledger, accounts, transfer, parts, move.tags, move.leaf);
    return Done{std::move(transfer), std::move(parts)};
}

Move again(Transfer const& old, Resolve const& form) {
    return {old.debit, old.credit,     old.fen, form.kind, form.day,
            form.text, form.reference, {},      form.tags, form.leaf};
}

Result<Done> resolve(Call& call, std::string const& ledger, Resolve const& form, Phase phase) {
    auto const held = TRY(find(call, ledger, form.transfer));
    if (held.phase != Phase::held)
        return Refusal{Why::conflict, "transfer.not_held", number_text(held.number)};
    if (resolved(call, ledger, held.number))
        return Refusal{Why::conflict, "hold.resolved", number_text(held.number)};
    if (phase == Phase::settled && *held.expires_at <= call.now)
        return Refusal{Why::too_late, "hold.expired", number_text(held.number)};
    TRY(check_day(call, ledger, form.day));
    TRY(check_reference(call, ledger, form.reference));
    auto const accounts = TRY(between(call, ledger, held.debit, held.credit));
    auto transfer = made(call, ledger, again(held, form), phase);
    transfer.resolves = held.number;
    auto parts = rows::parts_of(call, ledger, held.number);
    save(call, ledger, accounts, transfer, parts, form.tags, form.leaf);
    return Done{std::move(transfer), std::move(parts)};
}

}  // namespace

void open_account(Call& call, std::string const& ledger, Account const& account) {
    auto const known = rows::find_account(call, ledger, account.code);
    CHECK(!known || (known->nature == account.nature && known->floored == account.floored &&
                     known->traced == account.traced));
    if (!known || known->name != account.name) rows::put_account(call, ledger, account);
}

Result<Done> post(Call& call, std::string const& ledger, Move const& move) {
    return move_now(call, ledger, move, {});
}

Result<Done> hold(Call& call, std::string const& ledger, Move const& move, Instant expires_at) {
    return move_now(call, ledger, move, expires_at);
}

Result<Done> receive(Call& call, std::string const& ledger, Move const& move,
                     std::string const& owner) {
    auto const accounts = TRY(check(call, ledger, move));
    CHECK(accounts.traced() && move.parts.empty());
    auto transfer = made(call, ledger, move, Phase::posted);
    Lot const lot{rows::next_lot(call, ledger), owner, move.fen, transfer.number, move.day};
    rows::insert(call, ledger, lot);
    std::vector<Part> parts{{lot.number, lot.fen}};
    save(call, ledger, accounts, transfer, parts, move.tags, move.leaf);
    return Done{std::move(transfer), std::move(parts)};
}

Result<Done> settle(Call& call, std::string const& ledger, Resolve const& form) {
    return resolve(call, ledger, form, Phase::settled);
}

Result<Done> release(Call& call, std::string const& ledger, Resolve const& form) {
    return resolve(call, ledger, form, Phase::released);
}

Result<Done> reverse(Call& call, std::string const& ledger, Resolve const& form) {
    auto const old = TRY(find(call, ledger, form.transfer));
    if (!old.moves() || old.reverses)
        return Refusal{Why::conflict, "transfer.not_reversible", number_text(old.number)};
    if (reversed(call, ledger, old.number))
        return Refusal{Why::conflict, "transfer.reversed", number_text(old.number)};
    auto move = again(old, form);
    std::swap(move.debit, move.credit);
    move.parts = rows::parts_of(call, ledger, old.number);
    auto const accounts = TRY(check(call, ledger, move));
    auto parts = TRY(parts_for(call, ledger, accounts, move.fen, move.parts));
    auto transfer = made(call, ledger, move, Phase::posted);
    transfer.reverses = old.number;
    save(call, ledger, accounts, transfer, parts, form.tags, form.leaf);
    return Done{std::move(transfer), std::move(parts)};
}

Result<void> close_until(Call& call, std::string const& ledger, Day day, std::string const& note) {
    TRY(check_day(call, ledger, day));
    rows::insert_closing(call, ledger, day, note);
    return {};
}

}  // namespace banshi::ledger
