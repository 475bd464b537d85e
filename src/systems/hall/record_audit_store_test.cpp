// Whoever alters a visit by hand, past the program, is found by verify with the row and its leaf.

#include <numeric>
#include <set>

#include "engines/record/verify.h"
#include "systems/hall/record_audit.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class RecordAuditTest : public World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        for (auto const* window : {"1", "2"}) must(open_window, AtWindow{hall, {window}});
        issue();
        serve_next({"1"});
        issue();
        must(call_next, CallNext{hall, {"2"}});
        issue();
        write([&](Call& call) { return record::sequence_outbox(call.tx, "xinqu", 1000); });
    }

    // What is found after these statements, sorted, for visits of one moment stand in any order.
    // Nothing of them is kept.
    template <class... Statements>
    std::string found_after(Statements... statements) {
        std::set<std::string> found;
        store->write_now([&](Transaction& tx) {
            (tx.run(statements), ...);
            Call call{*actor, now, district, tx, system_random(), texts};
            record::Audits audits;
            audits.push_back(std::make_unique<RecordAudit>());
            auto const verdict = record::verify(call, {"test/xinqu", {}}, audits, {});
            for (auto const& [text, seq, facts] : verdict.first_breaches)
                found.insert(text.substr(7) + " " + facts.at("number") + " " + facts.at("seq") +
                             "; ");
            return false;
        });
        return std::accumulate(found.begin(), found.end(), std::string());
    }
};

TEST_P(RecordAuditTest, AnUntouchedDayIsSound) {
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET tie = tie"}), "");
}

TEST_P(RecordAuditTest, AChangedVisitIsNamedWithItsLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET state = 'left' WHERE number = 'A001'"}),
              "ticket_state A001 3; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET state = 'nonsense' WHERE number = 'A003'"}),
              "ticket_state A003 6; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET number = 'A009' WHERE number = 'A001'"}),
              "ticket_number A009 0; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET due = due - 60000000 WHERE number = 'A003'"}),
              "ticket_due A003 6; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET hall = 'hall-9' WHERE number = 'A001'"}),
              "ticket_place A001 0; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET at_window = '3' WHERE number = 'A002'"}),
              "ticket_place A002 5; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET changed_at = changed_at - 1 "
                              "WHERE number = 'A001'"}),
              "ticket_time A001 3; ");
}

// Row and event agree with each other, and not with the leaf.
TEST_P(RecordAuditTest, AChangedEventIsNamedWithItsLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET kind = 'left', to_state = 'left' "
                              "WHERE kind = 'served'"},
                          Sql{"UPDATE tickets SET state = 'left' WHERE number = 'A001'"}),
              "ticket_state A001 3; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET due = due - 60000000"},
                          Sql{"UPDATE tickets SET due = due - 60000000"}),
              "ticket_due A001 0; ticket_due A002 4; ticket_due A003 6; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET at_window = '3' WHERE kind = 'served'"}),
              "ticket_place A001 3; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET at = at - 3600000000 "
                              "WHERE kind = 'served'"},
                          Sql{"UPDATE tickets SET changed_at = changed_at - 3600000000 "
                              "WHERE state = 'served'"}),
              "ticket_time A001 3; ");
}

TEST_P(RecordAuditTest, ARowWithoutALeafIsNamedAndALeafWithoutARow) {
    EXPECT_EQ(found_after(Sql{"DELETE FROM tickets WHERE number = 'A003'"}),
              "leaf_without_row A003 6; ");
    EXPECT_EQ(found_after(Sql{"DELETE FROM ticket_events WHERE kind = 'served'"}),
              "leaf_without_row A001 3; ticket_events_gone A001 2; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET seq = 1000000 WHERE kind = 'served'"}),
              "leaf_without_row A001 3; row_without_leaf A001 2; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET id = '0' WHERE number = 'A003'"}),
              "leaf_without_row A003 6; ticket_events_gone A003 0; ");
}

INSTANTIATE_TEST_SUITE_P(Both, RecordAuditTest, both_databases(), database_name);

}  // namespace banshi::hall
