#include "engines/ledger/ledger.h"

#include <latch>
#include <mutex>

#include "engines/ledger/ledger_for_test.h"

namespace banshi::ledger {

using Parts = std::vector<Part>;

TEST_P(LedgerTest, MovesAndRefusesWhatIsNotThere) {
    donate(300'000);
    EXPECT_EQ(in(bank), 300'000);
    auto const done = posts(move(unallocated, fund_42, 299'999)).value();
    EXPECT_EQ(done.transfer.number, 2);
    auto const refused = posts(move(fund_42, bank, 300'000));
    EXPECT_EQ(said(refused), "balance.short");
    EXPECT_EQ(refused.refusal().facts.at("missing"), "0.01");
    EXPECT_EQ(refused.refusal().facts.at("available"), "2999.99");
    EXPECT_EQ(in(fund_42), 299'999);
    EXPECT_EQ(said(posts(move(unallocated, unallocated, 1))), "transfer.accounts");
    EXPECT_EQ(said(posts(move(unallocated, fund_42, 0))), "transfer.amount");
    EXPECT_EQ(said(posts(move(unallocated, fund_42, -1))), "transfer.amount");
    EXPECT_EQ(said(posts(move(unallocated, "Liabilities:Fund:F9", 1))), "ledger.no_account");
    EXPECT_EQ(posts(move(unallocated, fund_42, 1)).value().transfer.number, 3) << "no gap";
    EXPECT_EQ(breaches_found(), "");
}

TEST_P(LedgerTest, FollowsTheOldestLotsFirstOrTheOnesThatAreNamed) {
    donate(200, "D001");
    donate(300, "D002");
    donate(100, "D001");
    EXPECT_EQ(posts(move(unallocated, fund_42, 250)).value().parts, (Parts{{1, 200}, {2, 50}}));
    auto named = move(unallocated, fund_51, 120);
    named.parts = {{2, 20}, {3, 100}};
    EXPECT_EQ(posts(named).value().parts, named.parts);
    named.fen = 1;
    named.parts = {{3, 1}};
    EXPECT_EQ(said(posts(named)), "lot.short");
    named.parts = {{2, 2}};
    EXPECT_EQ(said(posts(named)), "lot.short") << "not the sum";
    auto const paid = posts(move(fund_42, bank, 210)).value();
    EXPECT_EQ(paid.parts, (Parts{{1, 200}, {2, 10}}));
    write([](Call& call) {
        EXPECT_EQ(places_of(call, aid, 2).size(), 3u);
        EXPECT_EQ(places_of(call, aid, 1).size(), 0u);
        EXPECT_EQ(moves_of(call, aid, 1).size(), 3u);
        EXPECT_EQ(lots_of(call, aid, "D001").size(), 2u);
        return true;
    });
    EXPECT_EQ(breaches_found(), "");
}

TEST_P(LedgerTest, HoldsCountAgainstTheFloorAndEndOnce) {
    donate(1000);
    auto const held = holds(move(unallocated, fund_42, 700)).value().transfer.number;
    EXPECT_EQ(in(unallocated), 1000);
    EXPECT_EQ(free(unallocated), 300);
    EXPECT_EQ(said(posts(move(unallocated, fund_51, 301))), "balance.short");
    EXPECT_EQ(said(does<Resolve const&>(settle, resolution(1))), "transfer.not_held");
    EXPECT_EQ(said(does<Resolve const&>(settle, resolution(held))), "ok");
    EXPECT_EQ(said(does<Resolve const&>(settle, resolution(held))), "hold.resolved");
    EXPECT_EQ(said(does<Resolve const&>(release, resolution(held))), "hold.resolved");
    EXPECT_EQ(in(fund_42), 700);
    auto const other = holds(move(unallocated, fund_51, 300)).value().transfer.number;
    EXPECT_EQ(said(does<Resolve const&>(reverse, resolution(other))), "transfer.not_reversible");
    now += std::chrono::hours{24};
    EXPECT_EQ(said(does<Resolve const&>(settle, resolution(other))), "hold.expired");
    write([&](Call& call) {
        EXPECT_EQ(expired_holds(call, aid, 10).size(), 1u);
        return true;
    });
    EXPECT_EQ(said(does<Resolve const&>(release, resolution(other))), "ok");
    EXPECT_EQ(free(unallocated), 300);
    EXPECT_EQ(breaches_found(), "");
}

TEST_P(LedgerTest, IsReversedOnceAndNeverBack) {
    donate(1000);
    posts(move(unallocated, fund_42, 1000)).value();
    auto const paid = posts(move(fund_42, bank, 600)).value().transfer.number;
    EXPECT_EQ(said(does<Resolve const&>(reverse, resolution(2))), "balance.short")
        << "what was paid out is not there to go back";
    auto const back = does<Resolve const&>(reverse, resolution(paid)).value();
    EXPECT_EQ(back.transfer.reverses, paid);
    EXPECT_EQ(back.transfer.debit, bank);
    EXPECT_EQ(in(fund_42), 1000);
    EXPECT_EQ(said(does<Resolve const&>(reverse, resolution(paid))), "transfer.reversed");
    EXPECT_EQ(said(does<Resolve const&>(reverse, resolution(back.transfer.number))),
              "transfer.not_reversible");
    EXPECT_EQ(said(does<Resolve const&>(reverse, resolution(99))), "transfer.not_found");
    EXPECT_EQ(breaches_found(), "");
}

TEST_P(LedgerTest, APaperIsBookedOnceAndAClosedDayStaysClosed) {
    donate(1000);
    EXPECT_EQ(said(posts(move(unallocated, fund_42, 1, "V1"))), "ok");
    EXPECT_EQ(said(posts(move(unallocated, fund_42, 1, "V1"))), "transfer.repeated");
    EXPECT_TRUE(write([&](Call& call) { return close_until(call, aid, day(), "checked"); }));
    EXPECT_EQ(said(posts(move(unallocated, fund_42, 1))), "period.closed");
    EXPECT_EQ(outcome([&](Call& call) { return close_until(call, aid, day(), ""); }),
              "period.closed");
    now += std::chrono::hours{24};
    EXPECT_EQ(said(posts(move(unallocated, fund_42, 1))), "ok");
}

// Two clerks and one balance: as many payments as it covers, the others are told what is missing.
TEST_P(LedgerTest, ParallelPaymentsNeverGoBeyondTheBalance) {
    constexpr int payers = 40;
    for (int round = 0; round < 5; ++round) {
        donate(100);
        std::map<std::string, int> outcomes;
        std::mutex mutex;
        std::latch all(payers);
        for (int payer = 0; payer < payers; ++payer) {
            auto const result = std::make_shared<std::string>();
            store->write(
                [&, result](Transaction& tx) {
                    Call call{actor, now, district, tx, system_random(), texts};
                    *result = said(post(call, aid, move(unallocated, fund_42, 100)));
                    return *result == "ok";
                },
                [&, result](std::exception_ptr error) {
                    {
                        std::lock_guard const lock(mutex);
                        ++outcomes[error ? "broken" : *result];
                    }
                    all.count_down();
                });
        }
        all.wait();
        EXPECT_EQ(outcomes, (std::map<std::string, int>{{"ok", 1}, {"balance.short", payers - 1}}));
    }
    EXPECT_EQ(in(fund_42), 500);
    EXPECT_EQ(breaches_found(), "");
}

INSTANTIATE_TEST_SUITE_P(Both, LedgerTest, people::both_databases(), people::database_name);

}  // namespace banshi::ledger
