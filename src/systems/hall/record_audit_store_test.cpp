// Whoever alters a visit by hand, past the program, is found by verify with the row and its leaf.

#include <numeric>
#include <set>

#include "engines/record/verify.h"
#include "store/tampering_for_test.h"
#include "systems/hall/evaluator.h"
#include "systems/hall/record_audit.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class RecordAuditTest : public World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        for (auto const* window : {"1", "2"}) must(open_window, AtWindow{hall, {window}});
        auto const served = issue();
        serve_next({"1"});
        grade(served);
        issue();
        must(call_next, CallNext{hall, {"2"}});
        last_ = issue().ticket.text;
        must(set_hours, SetHours{hall, day_, {{5, morning_, noon_}}, "试行", false});
        must(set_day_hours, SetDayHours{hall, day_, {{morning_, noon_}}, "延时", false});
        must(close_day, CloseDay{hall, day_, {}, {}, "停电"});
        auto const closure =
            must(close_day, CloseDay{hall, day_ + std::chrono::days{3}, {}, {}, "检修"});
        must(undo_closure, UndoClosure{hall, closure.closure});
        SetRules form{hall, must(see_rules, SeeRules{hall}).rules, false};
        form.rules.basis = "人社〔2026〕1 号";
        form.rules.since.reset();
        form.rules.boost_minutes = 30;
        must(set_rules, form);
        actor = &second_;
        must(confirm_rules, ConfirmRules{hall});
        actor = &staff;
        write([&](Call& call) { return record::sequence_outbox(call.tx, "xinqu", 1000); });
    }

    void grade(TicketView const& served) {
        actor = &visitor;
        must(evaluate, Evaluate{hall,
                                served.ticket,
                                served.secret.value(),
                                Grade::dissatisfied,
                                {},
                                {{"long_wait"}},
                                "等了很久"});
        actor = &staff;
    }

    // What is found after these statements, sorted, for visits of one moment stand in any order.
    // Nothing of them is kept.
    template <class... Statements>
    std::string found_after(Statements... statements) {
        return found_after_work([&](Transaction& tx) { (tx.run(statements), ...); });
    }

    template <class Work>
    std::string found_after_work(Work const& work) {
        std::set<std::string> found;
        store->write_now([&](Transaction& tx) {
            work(tx);
            Call call{*actor, now, district, tx, system_random(), texts};
            record::Audits audits;
            audits.push_back(std::make_unique<RecordAudit>());
            auto const verdict = record::verify(call, {"test/xinqu", {}}, audits, {});
            for (auto const& [text, seq, facts] : verdict.first_breaches)
                found.insert(text.substr(7) + " " +
                             (facts.contains("number") ? facts.at("number") + " " : "") +
                             facts.at("seq") + "; ");
            return false;
        });
        return std::accumulate(found.begin(), found.end(), std::string());
    }

    std::string last_;  // visit
    Actor const second_{Actor::Kind::staff, {"chief"}, {}, "Chief", {{edit_rules, "/"}}};
    Day const day_ = *read_day("2026-03-06");
    Clock const morning_{Minutes{540}}, noon_{Minutes{720}};
};

TEST_P(RecordAuditTest, AnUntouchedDayIsSound) {
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET tie = tie"}), "");
}

TEST_P(RecordAuditTest, AChangedVisitIsNamedWithItsLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET state = 'left' WHERE number = 'A001'"}),
              "ticket_state A001 3; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET state = 'nonsense' WHERE number = 'A003'"}),
              "ticket_state A003 7; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET number = 'A009' WHERE number = 'A001'"}),
              "ticket_number A009 0; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET due = due - 60000000 WHERE number = 'A003'"}),
              "ticket_due A003 7; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET hall = 'hall-9' WHERE number = 'A001'"}),
              "ticket_place A001 0; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET at_window = '3' WHERE number = 'A002'"}),
              "ticket_place A002 6; ");
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
              "ticket_due A001 0; ticket_due A002 5; ticket_due A003 7; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET at_window = '3' WHERE kind = 'served'"}),
              "ticket_place A001 3; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET at = at - 3600000000 "
                              "WHERE kind = 'served'"},
                          Sql{"UPDATE tickets SET changed_at = changed_at - 3600000000 "
                              "WHERE state = 'served'"}),
              "ticket_time A001 3; ");
}

TEST_P(RecordAuditTest, ARowWithoutALeafIsNamedAndALeafWithoutARow) {
    EXPECT_EQ(found_after(Sql{"DELETE FROM tickets WHERE number = 'A003'"})
                  .find("leaf_without_row A003 7; ticket_gone "),
              0u);
    EXPECT_EQ(found_after(Sql{"DELETE FROM ticket_events WHERE kind = 'served'"}),
              "leaf_without_row A001 3; ticket_events_gone A001 2; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET seq = 1000000 WHERE kind = 'served'"}),
              "leaf_without_row A001 3; row_without_leaf A001 2; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET id = '0' WHERE number = 'A003'"}),
              "leaf_without_row A003 7; ticket_events_gone A003 0; ticket_gone " + last_ + " 0; ");
}

TEST_P(RecordAuditTest, WhoGradedAndWhoServedIsNamedWithItsLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE hall_evaluations SET grade = 'satisfied'"}),
              "evaluation_differs 4; ");
    EXPECT_EQ(found_after(Sql{"DELETE FROM hall_evaluations"}), "evaluation_gone 4; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_stops SET clerk = 'nobody' WHERE served = 1"}),
              "ticket_stops A001 3; ");
    EXPECT_EQ(found_after(Sql{"UPDATE tickets SET priority = 'elderly' WHERE number = 'A003'"}),
              "ticket_kept A003 7; ");
    EXPECT_EQ(found_after(Sql{"UPDATE ticket_events SET actor = 'nobody' WHERE kind = 'begun'"}),
              "ticket_event A001 3; ");
}

TEST_P(RecordAuditTest, AChangedClosureIsNamedWithItsLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE hall_closures SET to_time = 600 WHERE reason = '停电'"}),
              "closure_differs 10; ");
    EXPECT_EQ(
        found_after(Sql{"INSERT INTO hall_closure_bookings (district, closure, ticket, quota) "
                        "SELECT district, id, 'x', 'open' FROM hall_closures "
                        "WHERE reason = '停电'"}),
        "closure_differs 10; ");
    EXPECT_EQ(found_after(Sql{"UPDATE hall_closures SET undone_at = NULL"}),
              "closure_differs 12; ");
    EXPECT_EQ(found_after(Sql{"DELETE FROM hall_closures WHERE reason = '停电'"}),
              "closure_gone 10; ");
    EXPECT_EQ(
        found_after(Sql{"INSERT INTO hall_closures (district, id, hall, day, from_time, "
                        "to_time, reason, by_whom, at) SELECT district, 'x', hall, day, 0, 9, "
                        "reason, by_whom, at FROM hall_closures WHERE reason = '停电'"}),
        "closure_unlogged 0; ");
}

// Asked from the schema: a new column is bound, or its reason is written down.
TEST_P(RecordAuditTest, WhateverIsForgedOfVisitsIsNamed) {
    std::vector<tampering::Column> columns;
    store->read_now([&](Transaction& tx) { columns = tampering::all_columns(tx); });
    std::set<std::string> const tables{"tickets",          "ticket_stops", "ticket_events",
                                       "hall_evaluations", "hall_hours",   "hall_day_hours",
                                       "hall_closures",    "hall_rules"};
    std::erase_if(columns, [&](auto const& each) { return !tables.contains(each.table); });
    tampering::Reasons reasons("test/tamper/unbound.txt");
    std::set<std::string> tried;
    for (auto const& forgery : tampering::forgeries_of(columns, store->backend())) {
        bool done = false;
        std::string found;
        try {
            found = found_after_work([&](Transaction& tx) {
                tampering::drop_guards(tx);
                done = tampering::commit(tx, forgery) > 0;
            });
        } catch (std::exception const&) { continue; }  // the tables refuse it
        if (!done) continue;
        tried.insert(forgery.what);
        EXPECT_TRUE(!found.empty() || reasons.excuse(forgery.what)) << forgery.sql;
    }
    EXPECT_GT(tried.size(), 60u);
}

INSTANTIATE_TEST_SUITE_P(Both, RecordAuditTest, both_databases(), database_name);

}  // namespace banshi::hall
