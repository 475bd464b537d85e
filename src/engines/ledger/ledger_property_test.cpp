// Deeds at random against the plainest ledger there is: a list of numbers in memory.

#include <algorithm>

#include "engines/ledger/ledger_for_test.h"

namespace banshi::ledger {

namespace {

constexpr char const* accounts[] = {unallocated, fund_42, fund_51};

// What an account has, and what of it is set aside on its way out.
struct Purse {
    Fen total = 0, held = 0;
};
struct Held {
    std::int64_t number;
    int from, to;
    Fen fen;
};
struct Paid {
    std::int64_t number;
    int from;
    Fen fen;
    bool back = false;
};

class RandomLedger : public LedgerTest {
protected:
    int below(int end) { return static_cast<int>(chance.below(static_cast<std::uint64_t>(end))); }

    void donates() {
        Fen const fen = 1 + below(1000);
        donate(fen, "D00" + std::to_string(below(5)));
        purses[0].total += fen;
        given += fen;
    }
    void allocates(bool holding) {
        int const from = below(3), to = (from + 1 + below(2)) % 3;
        Fen const fen = 1 + below(800);
        auto const form = move(accounts[from], accounts[to], fen);
        auto const done = holding ? holds(form) : posts(form);
        bool const covered = purses[from].total - purses[from].held >= fen;
        ASSERT_EQ(said(done), covered ? "ok" : "balance.short");
        if (!covered) return;
        if (holding) {
            purses[from].held += fen;
            held.push_back({done.value().transfer.number, from, to, fen});
        } else {
            purses[from].total -= fen;
            purses[to].total += fen;
        }
    }
    void resolves() {
        if (held.empty()) return;
        auto const at = held.begin() + below(static_cast<int>(held.size()));
        bool const moves = below(2) == 0;
        ASSERT_EQ(said(does<Resolve const&>(moves ? settle : release, resolution(at->number))),
                  "ok");
        purses[at->from].held -= at->fen;
        if (moves) {
            purses[at->from].total -= at->fen;
            purses[at->to].total += at->fen;
        }
        held.erase(at);
    }
    void pays() {
        int const from = 1 + below(2);
        Fen const fen = 1 + below(500);
        auto const done = posts(move(accounts[from], bank, fen));
        bool const covered = purses[from].total - purses[from].held >= fen;
        ASSERT_EQ(said(done), covered ? "ok" : "balance.short");
        if (!covered) return;
        purses[from].total -= fen;
        out += fen;
        paid.push_back({done.value().transfer.number, from, fen});
    }
    void takes_back() {
        if (paid.empty()) return;
        auto& one = paid[static_cast<std::size_t>(below(static_cast<int>(paid.size())))];
        ASSERT_EQ(said(does<Resolve const&>(reverse, resolution(one.number))),
                  one.back ? "transfer.reversed" : "ok");
        if (one.back) return;
        one.back = true;
        purses[one.from].total += one.fen;
        out -= one.fen;
    }
    void compare() {
        for (int at = 0; at < 3; ++at) {
            ASSERT_EQ(in(accounts[at]), purses[at].total);
            ASSERT_EQ(free(accounts[at]), purses[at].total - purses[at].held);
        }
        ASSERT_EQ(in(bank), given - out);
        ASSERT_EQ(breaches_found(), "");
    }

    SeededRandom chance{2021};
    Purse purses[3];
    std::vector<Held> held;
    std::vector<Paid> paid;
    Fen given = 0, out = 0;
};

TEST_P(RandomLedger, AgreesWithPlainNumbersAfterEachDeed) {
    for (int step = 0; step < 300 && !HasFatalFailure(); ++step) {
        switch (below(7)) {
            case 0:
                donates();
                break;
            case 1:
                allocates(false);
                break;
            case 2:
                allocates(true);
                break;
            case 3:
                resolves();
                break;
            case 4:
            case 5:
                pays();
                break;
            default:
                takes_back();
        }
        if (step % 20 == 0) compare();
    }
    compare();
    EXPECT_GT(paid.size(), 20u) << "the deeds met each other";
}

INSTANTIATE_TEST_SUITE_P(Both, RandomLedger, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::ledger
