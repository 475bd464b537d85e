// Whoever alters what an entry binds, or takes it away, is named with the row.

#include <fmt/format.h>

#include "engines/people/world_for_test.h"
#include "engines/record/sequencer.h"
#include "store/tampering_for_test.h"
#include "systems/aid/binding.h"
#include "systems/aid/bound_for_test.h"

namespace banshi::aid {

namespace {

// Of the rows that are filled in below, in the order of Bound.
constexpr std::array number_of{
    "D001",     "P2021-000001", "7",     "C2021-0001", "F0001",        "F0001",
    "F0001",    "L2021-0001",   "Z0001", "2021",       "2021",         "J2021-001",
    "Y0001",    "B2021-001",    "18859", "1",          "A2021-000001", "V2021-000001",
    "aaaaaaaa", "bbbbbbbb",     "1",     "F0001",      "D001",         "D001",
    "2021",     "M2021-001",    "F0001", "2021",       "F0001",
    "V2021-000001"};
class BoundTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        write([&](Call& call) {
            if (binds_) bind_rows_of_before(call);
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
        for (std::size_t at = 0; at < number_of.size(); ++at)
            bind_row(call, static_cast<Bound>(at), number_of[at]);
        bind_row(call, Bound::donor, "D002");
    }

    static void fill(Transaction& tx) {
        fill_giving(tx);
        fill_payments(tx);
        fill_papers(tx);
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

    static void fill_payments(Transaction& tx) {
        tx.run(
            "INSERT INTO ledger_transfers (district, ledger, number, debit, credit, fen, kind, "
            "phase, day, at, by_whom, text, trace) VALUES ('xinqu', 'aid', 1, 'a', 'b', 1, "
            "'received', 'posted', 18859, 0, 'sun', '', 0)");
        tx.run(
            "INSERT INTO ledger_tags (district, ledger, transfer, name, value) "
            "VALUES ('xinqu', 'aid', 1, 'donor', 'D001')");
        tx.run(
            "INSERT INTO aid_allocations (district, number, family, year, donor, pairing, fen, "
            "hold, at) VALUES ('xinqu', 'A2021-000001', 'F0001', 2021, 'D001', '', 1, 1, 0)");
        tx.run(
            "INSERT INTO aid_orders (district, number, batch, family, year, fen, state, replaces, "
            "reason, bank_ref) VALUES ('xinqu', 'V2021-000001', 'B2021-001', 'F0001', 2021, 1, "
            "'refused', '', 'no such account', 'ref')");
        tx.run(
            "INSERT INTO aid_order_payees (district, order_no, name, account, bank) "
            "VALUES ('xinqu', 'V2021-000001', '', '', 'bank')");
        tx.run(
            "INSERT INTO aid_answers (district, hash, name, state, paid, refused, rejected, at, "
            "by_whom) VALUES ('xinqu', 'aaaaaaaa01', 'answer.csv', 'fail', 0, 1, 0, 0, 'sun')");
        tx.run(
            "INSERT INTO aid_answer_lines (district, answer, serial, order_no, result, reason, "
            "bank_ref, booked_on, fen, state, trouble) VALUES ('xinqu', 'aaaaaaaa01', 1, "
            "'V2021-000001', 'refused', '', 'ref', '', '1', 'refused', '')");
        tx.run(
            "INSERT INTO aid_statement_files (district, hash, name, adapter, state, fresh, known, "
            "at, by_whom, bytes) VALUES ('xinqu', 'bbbbbbbb01', 'may.csv', 'standard', "
            "'accepted', 1, 0, 0, 'sun', 'AA==')");
        tx.run(
            "INSERT INTO aid_statement_lines (district, number, file, account, booked_on, fen, "
            "balance_after, name, counterparty, ref, remark, line_key, state, what, why, "
            "transfer) VALUES ('xinqu', 1, 'bbbbbbbb01', '62', 18859, 1, 1, '', '', 'r', '', "
            "'k', 'suspense', '', '', 1)");
    }

    static void fill_papers(Transaction& tx) {
        tx.run(
            "INSERT INTO aid_relatives (district, who, family, at, by_whom) "
            "VALUES ('xinqu', 'wu', 'F0001', 0, 'qian')");
        tx.run(
            "INSERT INTO aid_wishes (district, donor, street, pupil, at, by_whom) "
            "VALUES ('xinqu', 'D001', '', 1, 0, 'sun')");
        tx.run(
            "INSERT INTO aid_forbidden_pairs (district, donor, family, why, at, by_whom) "
            "VALUES ('xinqu', 'D001', 'F0001', 'cousins', 0, 'sun')");
        tx.run(
            "INSERT INTO aid_promises (district, year, families, at, by_whom) "
            "VALUES ('xinqu', 2021, 2, 0, 'qian')");
        tx.run(
            "INSERT INTO aid_imports (district, number, campaign, name, added, changed, "
            "unchanged, at, by_whom, undone_by, undone_why) VALUES ('xinqu', 'M2021-001', "
            "'2021', 'list.csv', 1, 0, 0, 0, 'wu', '', '')");
        tx.run(
            "INSERT INTO aid_replaced (district, import, family, serial, did, person, street, "
            "category, facts, payee, phone_was, phone_is) VALUES ('xinqu', 'M2021-001', 'F0001', "
            "1, 'added', 'p1', 'street-1', 'low_income', '', '', '', '')");
        tx.run(
            "INSERT INTO aid_samples (district, campaign, year, log_size, seed, chosen, others, "
            "at, by_whom) VALUES ('xinqu', '2021', 2021, 1, 's', 1, 0, 0, 'wu')");
        tx.run(
            "INSERT INTO aid_confirmations (district, family, year, fen, in_full, at) "
            "VALUES ('xinqu', 'F0001', 2021, 1, 1, 0)");
        tx.run("INSERT INTO aid_series (district, series, last) VALUES ('xinqu', 'D', 2)");
        tx.run(
            "INSERT INTO aid_family_tries (district, family, wrong, last_at) "
            "VALUES ('xinqu', 'F0001', 1, 0)");
    }

    // What is named once the work was done; it leaves nothing behind. Where it does nothing, so
    // does this.
    std::string found_after(Store::Work const& work) {
        std::string text;
        store->write_now([&](Transaction& tx) {
            if (!work(tx)) return false;
            Call call{actor, now, district, tx, system_random(), texts};
            BoundSeen seen;
            text = told(bound_breaches(call, seen));
            unbound_ = seen.unbound();
            return false;
        });
        return text;
    }
    template <class... Statements>
    std::string found(Statements... statements) {
        return found_after([&](Transaction& tx) { return ((tx.run(statements), ..., true)); });
    }

    // Whether somebody would be named for it; nothing where the tables refuse it, or have no such
    // row.
    std::optional<bool> is_named(tampering::Forgery const& forgery) {
        bool done = false, named = false;
        try {
            named = !found_after([&](Transaction& tx) {
                         tampering::drop_guards(tx);
                         return done = tampering::commit(tx, forgery) > 0;
                     }).empty();
        } catch (std::exception const&) {}
        return done ? std::optional(named) : std::nullopt;
    }

    bool binds_ = true;
    std::int64_t unbound_ = 0;
};

TEST_P(BoundTest, IsSilentWhereRowsSayWhatTheirEntriesBind) { EXPECT_EQ(found(), ""); }

TEST_P(BoundTest, NamesAlteredGiving) {
    std::string const donor = "breach.bound_donor D001 ",
                      pledge = "breach.bound_pledge P2021-000001 ",
                      lot = "breach.bound_donation 7 ";
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET name = 'Li' WHERE number = 'D001'"}), donor);
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET anonymous = 1 WHERE number = 'D001'"}), donor);
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET phone = 'x' WHERE number = 'D001'"}), donor);
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
    EXPECT_EQ(found(Sql{"UPDATE aid_order_payees SET account = 'x'"}),
              "breach.bound_payee V2021-000001 ");
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
              "breach.bound_donor D001 breach.bound_donor D002 ");
}

// Whatever date it bears.
constexpr Sql forged{
    "INSERT INTO aid_donors (district, number, kind, name, phone, anonymous, at, code_hash) "
    "VALUES ('xinqu', 'D003', 'person', 'Li', '', 0, 0, '')"};

TEST_P(BoundTest, NamesARowThatNobodyRecorded) {
    EXPECT_EQ(found(forged), "breach.row_without_leaf D003 ");
}

// Asked from the schema: a new column is bound, or its reason is written down.
TEST_P(BoundTest, NamesWhateverIsForgedInTheTablesOfTheAid) {
    std::vector<tampering::Column> columns;
    store->read_now([&](Transaction& tx) {
        columns = tampering::all_columns(tx);
        std::erase_if(columns, [](auto const& each) { return !each.table.starts_with("aid_"); });
        for (auto const& column : columns)
            EXPECT_FALSE(tampering::is_empty(tx, column.table)) << column.table;
    });
    std::map<std::string, bool> all;  // what: named each time
    for (auto const& forgery : tampering::forgeries_of(columns, store->backend()))
        if (auto const named = is_named(forgery))
            all.try_emplace(forgery.what, true).first->second &= *named;
    for (auto const& column : columns) {
        auto const what = column.table + "." + column.name;
        EXPECT_TRUE(column.name == "district" || all.contains(what)) << what;
    }
    tampering::Reasons reasons("test/tamper/unbound.txt");
    for (auto const& [what, named] : all)
        EXPECT_TRUE(named || reasons.excuse(what)) << what << " is named by nobody";
    EXPECT_EQ(reasons.unneeded("aid_"), std::vector<std::string>{});
}

class UnboundTest : public BoundTest {
protected:
    UnboundTest() { binds_ = false; }

    void bind_rows() {
        write([](Call& call) { return bind_rows_of_before(call), true; });
        write([&](Call& call) {
            record::sequence_outbox(call.tx, district.name(), 100);
            return true;
        });
    }
};

TEST_P(UnboundTest, RowsOfBeforeAreCountedAndAreNoBreach) {
    EXPECT_EQ(found(), "");
    EXPECT_EQ(unbound_, 31);
}

TEST_P(UnboundTest, RowsOfBeforeAreBoundOnceByTheProgram) {
    bind_rows();
    bind_rows();
    EXPECT_EQ(found(), "");
    EXPECT_EQ(unbound_, 0);
    EXPECT_EQ(found(Sql{"UPDATE aid_donors SET name = 'Li' WHERE number = 'D001'"}),
              "breach.bound_donor D001 ");
    EXPECT_EQ(found(forged), "breach.row_without_leaf D003 ");
}

TEST_P(UnboundTest, ManyRowsGoIntoAsManyEntriesAsHoldThem) {
    write([](Call& call) {
        for (int each = 100; each < 200; ++each)
            call.tx.run(
                "INSERT INTO aid_donors (district, number, kind, name, phone, anonymous, at, "
                "code_hash) VALUES ('xinqu', ?, 'person', 'Wang', '', 0, 0, '')",
                fmt::format("D{}", each));
        return true;
    });
    bind_rows();
    EXPECT_EQ(found(), "");
}

// Whoever makes the program forget that it did so is named by the entry that follows.
TEST_P(UnboundTest, NobodyHasForgedRowsBoundAsRowsOfBefore) {
    bind_rows();
    write([&](Call& call) { return bind_row(call, Bound::donor, "D001"), true; });
    write([&](Call& call) {
        call.tx.run("DELETE FROM aid_salts WHERE paper = 'form'");
        call.tx.run(forged);
        return true;
    });
    bind_rows();
    EXPECT_EQ(found(), "breach.bound_again  ");
}

INSTANTIATE_TEST_SUITE_P(Both, BoundTest, people::both_databases(), people::database_name);
INSTANTIATE_TEST_SUITE_P(Both, UnboundTest, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
