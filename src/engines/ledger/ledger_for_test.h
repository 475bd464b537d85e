#pragma once
// A ledger of four accounts for the tests of this engine.

#include "engines/ledger/ledger.h"
#include "engines/people/world_for_test.h"

namespace banshi::ledger {

inline constexpr char const* aid = "aid";
inline constexpr char const* bank = "Assets:Bank:Aid";
inline constexpr char const* unallocated = "Liabilities:Fund:Unallocated";
inline constexpr char const* fund_42 = "Liabilities:Fund:F0042";
inline constexpr char const* fund_51 = "Liabilities:Fund:F0051";
inline constexpr char const* fee = "Expenses:Fee";

class LedgerTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        write([](Call& call) {
            open_account(call, aid, {bank, "资产:银行", Nature::asset, true, false});
            for (auto const* code : {unallocated, fund_42, fund_51})
                open_account(call, aid, {code, code, Nature::liability, true, true});
            open_account(call, aid, {fee, "费用", Nature::expense, false, false});
            return true;
        });
    }

    Day day() { return district.zone().day_of(now); }
    Move move(char const* debit, char const* credit, Fen fen, std::string reference = {}) {
        return {debit, credit, fen, "test", day(), "a test", std::move(reference)};
    }
    Resolve resolution(std::int64_t transfer) { return {transfer, "test", day(), "a test", ""}; }

    Done donate(Fen fen, std::string const& owner = "D001") {
        return write([&](Call& call) {
                   return receive(call, aid, move(bank, unallocated, fen), owner);
               })
            .value();
    }
    template <class... In>
    auto does(Result<Done> (*deed)(Call&, std::string const&, In...), In... in) {
        return write([&](Call& call) { return deed(call, aid, in...); });
    }
    Result<Done> posts(Move const& form) { return does<Move const&>(post, form); }
    Result<Done> holds(Move const& form, std::chrono::hours time = std::chrono::hours{24}) {
        return does<Move const&, Instant>(hold, form, now + time);
    }
    Fen in(char const* account) {
        return write([&](Call& call) {
            return total(find_account(call, aid, account).value().nature,
                         kept_balance(call, aid, account));
        });
    }
    Fen free(char const* account) {
        return write([&](Call& call) {
            return free_of(find_account(call, aid, account).value().nature,
                           kept_balance(call, aid, account));
        });
    }
    std::string breaches_found() {
        return write([](Call& call) {
            std::string text;
            for (auto const& breach : verify(call, aid)) text += breach.text + " ";
            return text;
        });
    }
    static std::string said(Result<Done> const& done) { return done ? "ok" : done.refusal().text; }
};

}  // namespace banshi::ledger
