// Whoever alters what an entry binds, or takes it away, is named with the row.

#include <fmt/format.h>

#include "engines/people/world_for_test.h"
#include "engines/record/sequencer.h"
#include "store/tampering_for_test.h"
#include "systems/aid/binding.h"
#include "systems/aid/bound_for_test.h"
#include "systems/aid/bound_rows_for_test.h"

namespace banshi::aid {

namespace {

// Of the rows that are filled in below, in the order of Bound.
constexpr std::array number_of{
    "D001",     "P2021-000001", "7",     "C2021-0001", "F0001",        "F0001",
    "F0001",    "L2021-0001",   "Z0001", "2021",       "2021",         "J2021-001",
    "Y0001",    "B2021-001",    "18859", "1",          "A2021-000001", "V2021-000001",
    "aaaaaaaa", "bbbbbbbb",     "1",     "F0001",      "D001",         "D001",
    "2021",     "M2021-001",    "F0001", "2021",       "F0001",        "V2021-000001",
    "F0001",    "G2021-001"};
class BoundTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        write([&](Call& call) {
            if (binds_) bind_rows_of_before(call);
            fill_bound_rows(call.tx);
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
    EXPECT_EQ(found(Sql{"UPDATE aid_report_versions SET text = 'x' WHERE version = 1"}),
              "breach.bound_report G2021-001 ");
}

TEST_P(BoundTest, NamesAlteredFamilies) {
    std::string const family = "breach.bound_family F0001 ", fund = "breach.bound_fund F0001 ",
                      score = "breach.bound_score F0001 ", visit = "breach.bound_visit Z0001 ",
                      pairing = "breach.bound_pairing L2021-0001 ";
    EXPECT_EQ(found(Sql{"UPDATE aid_funds SET payee_account = 'x'"}), fund);
    EXPECT_EQ(found(Sql{"UPDATE aid_funds SET payee_bank = 'x'"}), fund);
    EXPECT_EQ(found(Sql{"UPDATE aid_past_funds SET campaign = '2017'"}),
              "breach.bound_past_fund F0001 ");
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
    EXPECT_EQ(unbound_, 33);
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
    // As many rows as these take two entries.
    EXPECT_EQ(found(), "breach.bound_again  breach.bound_again  ");
}

INSTANTIATE_TEST_SUITE_P(Both, BoundTest, people::both_databases(), people::database_name);
INSTANTIATE_TEST_SUITE_P(Both, UnboundTest, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
