// Whoever alters what an entry binds, or takes it away, is named with the row.

#include "engines/people/world_for_test.h"
#include "engines/record/sequencer.h"
#include "systems/aid/bound_for_test.h"

namespace banshi::aid {

namespace {

constexpr char const* number_of[]{"D001",  "P2021-000001", "7",          "C2021-0001", "F0001",
                                  "F0001", "F0001",        "L2021-0001", "Z0001",      "2021",
                                  "2021",  "J2021-001",    "Y0001",      "B2021-001",  "18859"};

class BoundTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        write([&](Call& call) {
            fill(call.tx);
            if (binds_) bind_all(call);
            return true;
        });
        write([&](Call& call) {
            record::sequence_outbox(call.tx, district.name(), 100);
            return true;
        });
    }

    static void bind_all(Call& call) {
        auto const* number = number_of;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Bound>>(
            [&](auto each) { bind_row(call, each.value, *number++); });
    }

    static void fill(Transaction& tx) {
        fill_giving(tx);
        tx.run(
            "INSERT INTO aid_families (district, number, campaign, person, street, category, "
            "state, facts, payee, salt, at, serial) VALUES ('xinqu', 'F0001', '2021', 'p1', "
            "'street-1', 'low_income', 'active', '', '', '', 0, 1)");
        tx.run(
            "INSERT INTO aid_family_steps (district, family, serial, at, by_whom, state, why) "
            "VALUES ('xinqu', 'F0001', 1, 0, 'wu', 'active', 'begins')");
        tx.run(
            "INSERT INTO aid_scores (district, campaign, family, street, weights, points, "
            "snapshot, hash, at, drawn, ruling, by_whom) VALUES ('xinqu', '2021', 'F0001', "
            "'street-1', 'w', 40, '', '', 0, 1, '', 'wu')");
        tx.run(
            "INSERT INTO aid_pairings (district, number, campaign, family, state, at, why, "
            "proposed_by) VALUES ('xinqu', 'L2021-0001', '2021', 'F0001', 'active', 0, '', "
            "'sun')");
        for (auto const donor : {"D001", "D002"})
            tx.run(
                "INSERT INTO aid_pairing_shares (district, pairing, donor, fen_per_year) "
                "VALUES ('xinqu', 'L2021-0001', ?, 150000)",
                std::string(donor));
        tx.run(
            "INSERT INTO aid_visits (district, number, campaign, family, kind, state, year, "
            "planned_on, chosen, done_on, received, rightly, note, by_whom) VALUES ('xinqu', "
            "'Z0001', '2021', 'F0001', 'spot_check', 'done', 2021, 18900, 1, 18900, 300000, 1, "
            "'seen', 'sun')");
        tx.run(
            "INSERT INTO aid_selections (district, campaign, places, by_street, weights, "
            "planned_at, draw, planned_by) VALUES ('xinqu', '2021', 2, 0, 'w', 0, '', 'wu')");
        tx.run(
            "INSERT INTO aid_decisions (district, campaign, serial, family, what, reason, "
            "voters, at, by_whom) VALUES ('xinqu', '2021', 1, 'F0001', 'in', 'ill', 'a', 0, "
            "'wu')");
        tx.run(
            "INSERT INTO aid_money_decisions (district, number, about, year, family, reason, "
            "voters, at, by_whom) VALUES ('xinqu', 'J2021-001', 'promise', 2021, '', 'less', "
            "'a', 0, 'qian')");
        tx.run(
            "INSERT INTO aid_objections (district, campaign, objection, family, text, at, "
            "answer, phone) VALUES ('xinqu', '2021', 'Y0001', 'F0001', 'has a car', 0, '', '')");
    }

    static void fill_giving(Transaction& tx) {
        tx.run(
            "INSERT INTO aid_campaigns (district, number, name, state, first_year, years, "
            "families, fen_a_family, prepared_at) VALUES ('xinqu', '2021', 'aid', 'open', 2021, "
            "3, 2, 300000, 0)");
        tx.run(
            "INSERT INTO aid_campaign_steps (district, campaign, state, at, by_whom, note) "
            "VALUES ('xinqu', '2021', 'open', 0, 'qian', 'begins')");
        for (auto const donor : {"D001", "D002"})
            tx.run(
                "INSERT INTO aid_donors (district, number, kind, name, phone, anonymous, at, "
                "code_hash) VALUES ('xinqu', ?, 'person', 'Wang', '', 0, 0, '')",
                std::string(donor));
        tx.run(
            "INSERT INTO aid_pledges (district, number, campaign, donor, fen, at, why) "
            "VALUES ('xinqu', 'P2021-000001', '2021', 'D001', 300000, 0, '')");
        for (int serial = 1; serial <= 2; ++serial)
            tx.run(
                "INSERT INTO aid_instalments (district, pledge, serial, fen, due, paid, "
                "cancelled) VALUES ('xinqu', 'P2021-000001', ?, 150000, 18859, 0, 0)",
                serial);
        tx.run(
            "INSERT INTO aid_donations (district, lot, donor, campaign, pledge, fen, way, day, "
            "transfer, source, at, why) VALUES ('xinqu', 7, 'D001', '2021', 'P2021-000001', "
            "150000, 'bank', 18859, 1, 's', 0, '')");
        tx.run(
            "INSERT INTO aid_receipts (district, number, lot, state, day, at, by_whom, handler, "
            "why, trace) VALUES ('xinqu', 'R2021-000001', 7, 'issued', 18859, 0, 'sun', 'Sun', "
            "'', 0)");
        tx.run(
            "INSERT INTO aid_cash_slips (district, number, donor, pledge, fen, counted_by, "
            "counted_name, counted_at) VALUES ('xinqu', 'C2021-0001', 'D001', '', 1, 'sun', "
            "'Sun', 0)");
        tx.run(
            "INSERT INTO aid_funds (district, family, campaign, payee_name, payee_account, "
            "payee_bank, opened_at) VALUES ('xinqu', 'F0001', '2021', '', '', 'bank', 0)");
        tx.run(
            "INSERT INTO aid_batches (district, number, year, state, orders, fen, drafted_by, "
            "checked_by, approved_by, drafted_at, hash, why) VALUES ('xinqu', 'B2021-001', 2021, "
            "'approved', 1, 1, 'sun', 'zhou', 'wu', 0, '', '')");
        tx.run(
            "INSERT INTO ledger_closings (district, ledger, day, at, by_whom, note) "
            "VALUES ('xinqu', 'aid', 18859, 0, 'sun', '')");
    }

    // What is named once the statements ran; they leave nothing behind.
    template <class... Statements>
    std::string found(Statements... statements) {
        std::string text;
        store->write_now([&](Transaction& tx) {
            Call call{actor, now, district, tx, system_random(), texts};
            (tx.run(statements), ...);
            BoundSeen seen;
            text = told(bound_breaches(call, seen));
            unbound_ = seen.unbound();
            return false;
        });
        return text;
    }

    bool binds_ = true;
    std::int64_t unbound_ = 0;
};

TEST_P(BoundTest, IsSilentWhereRowsSayWhatTheirEntriesBind) {
    EXPECT_EQ(found(), "");
    EXPECT_EQ(unbound_, 1) << "the second donor";
}

TEST_P(BoundTest, NamesAlteredGiving) {
    std::string const donor = "breach.bound_donor D001 ",
                      pledge = "breach.bound_pledge P2021-000001 ",
                      lot = "breach.bound_donation 7 ";
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET name = 'Li' WHERE number = 'D001'"}), donor);
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET anonymous = 1"}), donor);
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET phone = 'x'"}), donor);
    EXPECT_EQ(found(Sql{"UPDATE aid_pledges SET fen = fen + 1"}), pledge);
    EXPECT_EQ(found(Sql{"UPDATE aid_pledges SET why = 'x'"}), pledge);
    EXPECT_EQ(found(Sql{"UPDATE aid_instalments SET due = due + 1 WHERE serial = 2"}), pledge);
    EXPECT_EQ(found(Sql{"UPDATE aid_instalments SET paid = 1 WHERE serial = 1"}), pledge);
    EXPECT_EQ(found(Sql{"DELETE FROM aid_instalments WHERE serial = 2"}), pledge);
    EXPECT_EQ(found(Sql{"DELETE FROM aid_pledges"}), pledge);
    EXPECT_EQ(found(Sql{"UPDATE aid_donations SET donor = 'D002'"}), lot);
    EXPECT_EQ(found(Sql{"UPDATE aid_donations SET why = 'x'"}), lot);
    EXPECT_EQ(found(Sql{"UPDATE aid_receipts SET handler = 'Li'"}), lot);
    EXPECT_EQ(found(Sql{"UPDATE aid_cash_slips SET counted_by = 'li'"}),
              "breach.bound_slip C2021-0001 ");
    EXPECT_EQ(found(Sql{"UPDATE aid_batches SET approved_by = 'x'"}),
              "breach.bound_batch B2021-001 ");
    EXPECT_EQ(found(Sql{"UPDATE aid_money_decisions SET reason = 'x'"}),
              "breach.bound_money_decision J2021-001 ");
    EXPECT_EQ(found(Sql{"UPDATE aid_campaign_steps SET note = 'x'"}),
              "breach.bound_campaign 2021 ");
}

TEST_P(BoundTest, NamesAlteredFamilies) {
    std::string const family = "breach.bound_family F0001 ", fund = "breach.bound_fund F0001 ",
                      score = "breach.bound_score F0001 ", visit = "breach.bound_visit Z0001 ",
                      pairing = "breach.bound_pairing L2021-0001 ";
    EXPECT_EQ(found(Sql{"UPDATE aid_funds SET payee_account = 'x'"}), fund);
    EXPECT_EQ(found(Sql{"UPDATE aid_funds SET payee_bank = 'x'"}), fund);
    EXPECT_EQ(found(Sql{"UPDATE aid_families SET street = 'street-2'"}), family);
    EXPECT_EQ(found(Sql{"UPDATE aid_families SET category = 'x'"}), family);
    EXPECT_EQ(found(Sql{"UPDATE aid_families SET person = 'p2'"}), family);
    EXPECT_EQ(found(Sql{"UPDATE aid_families SET payee = 'x'"}), family);
    EXPECT_EQ(found(Sql{"UPDATE aid_family_steps SET why = 'x'"}), family);
    EXPECT_EQ(found(Sql{"UPDATE aid_scores SET drawn = 2"}), score);
    EXPECT_EQ(found(Sql{"UPDATE aid_scores SET drawn = NULL"}), score);
    EXPECT_EQ(found(Sql{"UPDATE aid_scores SET ruling = 'out'"}), score);
    EXPECT_EQ(found(Sql{"UPDATE aid_pairing_shares SET fen_per_year = 1 WHERE donor = 'D002'"}),
              pairing);
    EXPECT_EQ(found(Sql{"UPDATE aid_pairings SET why = 'x'"}), pairing);
    EXPECT_EQ(found(Sql{"UPDATE aid_visits SET received = 1"}), visit);
    EXPECT_EQ(found(Sql{"UPDATE aid_visits SET rightly = 0"}), visit);
    EXPECT_EQ(found(Sql{"UPDATE aid_visits SET note = 'x'"}), visit);
    EXPECT_EQ(found(Sql{"UPDATE aid_decisions SET voters = 'b'"}), "breach.bound_selection 2021 ");
    EXPECT_EQ(found(Sql{"UPDATE aid_selections SET planned_by = 'x'"}),
              "breach.bound_selection 2021 ");
    EXPECT_EQ(found(Sql{"UPDATE aid_objections SET text = 'x'"}), "breach.bound_objection Y0001 ");
}

TEST_P(BoundTest, NamesAnAlteredClosing) {
    auto const drop = store->backend() == Backend::sqlite
                          ? Sql{"DROP TRIGGER ledger_closings_update"}
                          : Sql{"DROP TRIGGER ledger_closings_stay ON ledger_closings"};
    EXPECT_EQ(found(drop, Sql{"UPDATE ledger_closings SET by_whom = 'x'"}),
              "breach.bound_closing 18859 ");
}

// Without its salt nothing can be computed again: that is no way out.
TEST_P(BoundTest, NamesARowWhoseSaltIsGone) {
    EXPECT_EQ(found(Sql{"DELETE FROM aid_salts WHERE paper = 'donor'"}),
              "breach.bound_donor D001 ");
}

TEST_P(BoundTest, NamesARowThatNobodyRecorded) {
    EXPECT_EQ(found(Sql{"INSERT INTO aid_donors (district, number, kind, name, phone, anonymous, "
                        "at, code_hash) VALUES ('xinqu', 'D003', 'person', 'Li', '', 0, "
                        "4000000000000000, '')"}),
              "breach.row_without_leaf D003 ");
}

class UnboundTest : public BoundTest {
protected:
    UnboundTest() { binds_ = false; }
};

TEST_P(UnboundTest, RowsOfBeforeAreCountedAndAreNoBreach) {
    EXPECT_EQ(found(), "");
    EXPECT_EQ(unbound_, 16);
}

INSTANTIATE_TEST_SUITE_P(Both, BoundTest, people::both_databases(), people::database_name);
INSTANTIATE_TEST_SUITE_P(Both, UnboundTest, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
