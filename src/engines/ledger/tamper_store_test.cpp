// Whoever writes into the tables by hand is refused by them, or found by verify().

#include "engines/ledger/ledger_for_test.h"

namespace banshi::ledger {

class TamperTest : public LedgerTest {
protected:
    void SetUp() override {
        LedgerTest::SetUp();
        if (IsSkipped()) return;
        donate(1000);
        posts(move(unallocated, fund_42, 400)).value();
    }
    bool allows(Sql sql) {
        try {
            store->write_now([&](Transaction& tx) {
                tx.run(sql);
                return true;
            });
            return true;
        } catch (std::exception const&) { return false; }
    }
};

TEST_P(TamperTest, TheTablesRefuseChangesOfWhatWasBooked) {
    EXPECT_FALSE(allows("UPDATE ledger_transfers SET fen = fen + 1 WHERE number = 2"));
    EXPECT_FALSE(allows("DELETE FROM ledger_transfers WHERE number = 2"));
    EXPECT_FALSE(allows("UPDATE ledger_parts SET fen = 1 WHERE transfer = 2"));
    EXPECT_FALSE(allows("DELETE FROM ledger_parts WHERE transfer = 2"));
    EXPECT_FALSE(allows("UPDATE ledger_lots SET owner = 'D999'"));
    EXPECT_FALSE(allows("DELETE FROM ledger_lots"));
    EXPECT_FALSE(
        allows("UPDATE ledger_accounts SET debits = debits + 2000 "
               "WHERE code = 'Liabilities:Fund:Unallocated'"))
        << "the floor";
    EXPECT_FALSE(allows("UPDATE ledger_places SET fen = -1"));
    EXPECT_EQ(breaches_found(), "");
}

TEST_P(TamperTest, AKeptFigureThatDoesNotFollowIsFound) {
    ASSERT_TRUE(
        allows("UPDATE ledger_accounts SET credits = credits + 1 "
               "WHERE code = 'Liabilities:Fund:F0042'"));
    EXPECT_EQ(breaches_found(), "breach.ledger_balance ");
    ASSERT_TRUE(
        allows("UPDATE ledger_accounts SET credits = credits - 1 "
               "WHERE code = 'Liabilities:Fund:F0042'"));
    ASSERT_TRUE(
        allows("UPDATE ledger_places SET fen = fen + 1 "
               "WHERE account = 'Liabilities:Fund:F0042'"));
    EXPECT_EQ(breaches_found(), "breach.ledger_lot ");
}

TEST_P(TamperTest, ANextNumberThatDoesNotFollowIsFound) {
    ASSERT_TRUE(allows("UPDATE ledger_books SET transfers = transfers + 1"));
    EXPECT_EQ(breaches_found(), "breach.ledger_counters ");
    ASSERT_TRUE(allows("UPDATE ledger_books SET transfers = transfers - 1, lots = lots - 1"));
    EXPECT_EQ(breaches_found(), "breach.ledger_counters ");
}

TEST_P(TamperTest, ABookingByHandIsFound) {
    ASSERT_TRUE(
        allows("INSERT INTO ledger_transfers (district, ledger, number, debit, credit, fen, kind, "
               "phase, day, at, by_whom, text, trace) VALUES ('xinqu', 'aid', 4, "
               "'Liabilities:Fund:F0042', 'Assets:Bank:Aid', 400, 'payment', 'posted', 0, 0, '', "
               "'', 0)"));
    EXPECT_EQ(breaches_found(),
              "breach.ledger_gap breach.ledger_lots breach.ledger_balance breach.ledger_balance "
              "breach.ledger_counters ");
}

INSTANTIATE_TEST_SUITE_P(Both, TamperTest, people::both_databases(), people::database_name);

}  // namespace banshi::ledger
