#include "systems/hall/manage_jobs.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class EndOfDay : public World {
protected:
    State state_of(TicketView const& ticket) {
        return must(see_ticket, TicketAtTicket{hall, ticket.ticket, ticket.secret.value()}).state;
    }
    TicketAtWindow at_window(TicketView const& ticket, WindowId const& window) {
        return {hall, window, ticket.ticket};
    }
};

TEST_P(EndOfDay, GivesEveryOpenVisitItsTrueEnd) {
    must(open_window, AtWindow{hall, {"1"}});
    must(open_window, AtWindow{hall, {"2"}});
    auto const parked = issue(), serving = issue(), called = issue(), waiting = issue();
    must(call_next, CallNext{hall, {"1"}});
    must(begin, at_window(parked, {"1"}));
    must(park, at_window(parked, {"1"}));
    must(call_next, CallNext{hall, {"1"}});
    must(begin, at_window(serving, {"1"}));
    must(call_next, CallNext{hall, {"2"}});

    at("16:59:59");
    EXPECT_EQ(outcome(end_day, EndDay{hall, {}}), "day.not_over");
    at("17:00:00");
    auto const ended = must(end_day, EndDay{hall, {}});
    EXPECT_EQ(ended.unserved, 2);
    EXPECT_EQ(ended.unfinished, 2);
    EXPECT_EQ(state_of(parked), State::unfinished);
    EXPECT_EQ(state_of(serving), State::unfinished);
    EXPECT_EQ(state_of(called), State::unserved);
    EXPECT_EQ(state_of(waiting), State::unserved);
    EXPECT_EQ(must(see_window, AtWindow{hall, {"1"}}).staff_state, StaffState::off);
    EXPECT_EQ(leaves("queue.closed"), 1);

    // Ending twice changes nothing.
    EXPECT_EQ(must(end_day, EndDay{hall, {}}).unserved, 0);
    EXPECT_EQ(leaves("queue.closed"), 1);
    EXPECT_EQ(leaves("queue.unserved"), 2);
}

TEST_P(EndOfDay, WhoWatchesIsToldWhenTheHallOpensAndCloses) {
    auto const told = [&](std::string const& time) {
        at(time);
        return must(tell_hours, TellHours{}).halls;
    };
    EXPECT_EQ(told("00:00:59"), 1);
    EXPECT_EQ(told("08:59:59"), 0);
    EXPECT_EQ(told("09:00:00"), 1);
    EXPECT_EQ(told("09:01:29"), 1);
    EXPECT_EQ(told("09:01:30"), 0);
    EXPECT_EQ(told("16:59:59"), 0);
    EXPECT_EQ(told("17:00:59"), 1);
}

TEST_P(EndOfDay, ComesByItselfWhenTheLastWindowIsShut) {
    must(open_window, AtWindow{hall, {"1"}});
    auto const waiting = issue();
    at("17:15:00");
    EXPECT_EQ(must(end_days, EndDays{}).days, 0);  // somebody still works
    must(close_window, CloseWindow{hall, {"1"}, true});
    EXPECT_EQ(must(end_days, EndDays{}).days, 1);
    EXPECT_EQ(state_of(waiting), State::unserved);
    EXPECT_EQ(must(end_days, EndDays{}).days, 0);
}

TEST_P(EndOfDay, ComesLateInTheEveningAtTheLatest) {
    must(open_window, AtWindow{hall, {"1"}});
    issue();
    at("23:49:59");
    EXPECT_EQ(must(end_days, EndDays{}).days, 0);
    at("23:50:00");
    EXPECT_EQ(must(end_days, EndDays{}).days, 1);
}

TEST_P(EndOfDay, CatchesUpAfterAMachineThatSlept) {
    auto const waiting = issue();
    on("2026-03-05", "08:00:00");
    EXPECT_EQ(must(end_days, EndDays{}).days, 1);
    EXPECT_EQ(state_of(waiting), State::unserved);
}

TEST_P(EndOfDay, IsNotedForADayOnWhichAllWereServed) {
    must(open_window, AtWindow{hall, {"1"}});
    issue();
    serve_next({"1"});
    must(close_window, CloseWindow{hall, {"1"}, {}});
    at("17:15:00");
    EXPECT_EQ(must(end_days, EndDays{}).days, 1);
    EXPECT_EQ(leaves("queue.closed"), 1);
}

// Whoever reads the record asks which numbers were open after the hours, not when it was tidied up.
TEST_P(EndOfDay, TellsTheRecordThePostedClosing) {
    issue();
    on("2026-03-03", "08:00:00");
    EXPECT_EQ(must(end_days, EndDays{}).days, 1);
    auto const five = read_instant("2026-03-02T17:00:00+08:00")->time_since_epoch() / Seconds{1};
    auto const leaf = last_leaf("queue.closed");
    EXPECT_NE(leaf.find("\"closing\":" + std::to_string(five)), leaf.npos) << leaf;
}

INSTANTIATE_TEST_SUITE_P(Both, EndOfDay, both_databases(), database_name);

}  // namespace banshi::hall
