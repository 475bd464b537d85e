// The books 账簿 replayed: every figure that is kept must follow from the transfers alone.

#include <algorithm>
#include <set>

#include "engines/ledger/transfer.h"

namespace banshi::ledger {

namespace {

using PlaceKey = std::pair<std::string, std::int64_t>;

class Replay {
public:
    explicit Replay(Books const& books) : books_(books) {
        for (auto const& account : books.accounts) accounts_[account.code] = &account;
        for (auto const& lot : books.lots) lots_[lot.number] = &lot;
    }

    std::vector<Breach> run() {
        for (auto const& transfer : books_.transfers) see(transfer);
        compare_balances();
        compare_lots();
        compare_counters();
        return std::move(found_);
    }

private:
    void add(char const* text, std::map<std::string, std::string> facts) {
        found_.push_back({text, std::move(facts)});
    }
    void blame(char const* text, Transfer const& transfer) {
        add(text, {{"transfer", number_text(transfer.number)}});
    }

    void see(Transfer const& transfer) {
        if (transfer.number != last_ + 1)
            add("breach.ledger_gap", {{"transfer", number_text(last_ + 1)}});
        last_ = transfer.number;
        seen_[transfer.number] = &transfer;
        auto const* const debit = account(transfer.debit);
        auto const* const credit = account(transfer.credit);
        if (transfer.fen <= 0 || transfer.debit == transfer.credit || !debit || !credit)
            return blame("breach.ledger_transfer", transfer);
        if (transfer.reverses) see_reversal(transfer);
        if (transfer.phase == Phase::settled || transfer.phase == Phase::released)
            see_resolution(transfer);
        book(transfer, balances_);
        see_parts(transfer, *debit, *credit);
        for (auto const* each : {debit, credit})
            if (each->floored && free_of(each->nature, balances_[each->code]) < 0)
                add("breach.ledger_floor",
                    {{"transfer", number_text(transfer.number)}, {"account", each->code}});
    }

    // Once each, the same amount, the accounts exchanged, of a transfer that moved.
    void see_reversal(Transfer const& transfer) {
        auto const* const old = earlier(*transfer.reverses);
        bool const sound = old && old != &transfer && old->moves() && !old->reverses &&
                           old->fen == transfer.fen && old->debit == transfer.credit &&
                           old->credit == transfer.debit && same_parts(*old, transfer);
        if (!sound || !reversed_.insert(*transfer.reverses).second)
            blame("breach.ledger_reversal", transfer);
    }

    void see_resolution(Transfer const& transfer) {
        auto const* const old = earlier(transfer.resolves.value_or(0));
        bool const sound = old && old->phase == Phase::held && old->fen == transfer.fen &&
                           old->debit == transfer.debit && old->credit == transfer.credit &&
                           same_parts(*old, transfer);
        if (!sound || !resolved_.insert(transfer.resolves.value_or(0)).second)
            blame("breach.ledger_hold", transfer);
    }

    bool same_parts(Transfer const& one, Transfer const& other) const {
        return parts(one.number) == parts(other.number);
    }

    void see_parts(Transfer const& transfer, Account const& debit, Account const& credit) {
        auto const& moved = parts(transfer.number);
        Fen sum = 0;
        for (auto const& part : moved) sum += part.fen;
        if (sum != (debit.traced || credit.traced ? transfer.fen : 0))
            return blame("breach.ledger_lots", transfer);
        auto const sides = sides_of(debit, credit);
        for (auto const& part : moved) {
            if (part.fen <= 0 || !lots_.contains(part.lot))
                return blame("breach.ledger_lots", transfer);
            if (transfer.phase == Phase::posted || transfer.phase == Phase::held)
                for (auto const* from : sides.takes) place(*from, part, -part.fen);
            if (transfer.phase == Phase::released)
                for (auto const* from : sides.takes) place(*from, part, part.fen);
            if (transfer.moves())
                for (auto const* to : sides.gives) place(*to, part, part.fen);
        }
    }

    void place(Account const& account, Part const& part, Fen change) {
        if (!account.traced) return;
        auto& fen = places_[{account.code, part.lot}];
        fen += change;
        if (fen < 0 || fen > lots_.at(part.lot)->fen)
            add("breach.ledger_lot",
                {{"lot", std::to_string(part.lot)}, {"account", account.code}});
    }

    void compare_balances() {
        std::set<std::string> codes;
        for (auto const& [code, balance] : balances_) codes.insert(code);
        for (auto const& [code, balance] : books_.balances) codes.insert(code);
        for (auto const& code : codes) {
            auto const kept = books_.balances.find(code);
            auto const figure = kept == books_.balances.end() ? Balance{} : kept->second;
            if (figure != balances_[code]) add("breach.ledger_balance", {{"account", code}});
        }
        Fen debits = 0, credits = 0;
        for (auto const& [code, balance] : balances_) {
            debits += balance.debits + balance.debits_held;
            credits += balance.credits + balance.credits_held;
        }
        if (debits != credits) add("breach.ledger_sums", {});
    }

    void compare_lots() {
        std::map<PlaceKey, Fen> kept;
        for (auto const& place : books_.places) kept[{place.account, place.lot}] = place.fen;
        for (auto const& [key, fen] : places_) kept.try_emplace(key, 0);
        for (auto const& [key, fen] : kept)
            if (places_[key] != fen)
                add("breach.ledger_lot",
                    {{"lot", std::to_string(key.second)}, {"account", key.first}});
        for (auto const& lot : books_.lots) {
            auto const* const brought = earlier(lot.transfer);
            if (!brought || parts(lot.transfer) != std::vector<Part>{{lot.number, lot.fen}})
                add("breach.ledger_lot", {{"lot", std::to_string(lot.number)}, {"account", ""}});
        }
    }

    void compare_counters() {
        auto const lot = books_.lots.empty() ? 0 : books_.lots.back().number;
        if (books_.counters.transfers != last_ || books_.counters.lots != lot)
            add("breach.ledger_counters", {});
    }

    Account const* account(std::string const& code) const {
        auto const found = accounts_.find(code);
        return found == accounts_.end() ? nullptr : found->second;
    }
    Transfer const* earlier(std::int64_t number) const {
        auto const found = seen_.find(number);
        return found == seen_.end() ? nullptr : found->second;
    }
    std::vector<Part> const& parts(std::int64_t number) const {
        static std::vector<Part> const none;
        auto const found = books_.parts.find(number);
        return found == books_.parts.end() ? none : found->second;
    }

    Books const& books_;
    std::map<std::string, Account const*> accounts_;
    std::map<std::int64_t, Lot const*> lots_;
    std::map<std::int64_t, Transfer const*> seen_;
    std::map<std::string, Balance> balances_;
    std::map<PlaceKey, Fen> places_;
    std::set<std::int64_t> reversed_, resolved_;
    std::int64_t last_ = 0;
    std::vector<Breach> found_;
};

}  // namespace

std::vector<Breach> breaches(Books const& books) { return Replay(books).run(); }

}  // namespace banshi::ledger
