#include "systems/hall/manage_jobs.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class FloorTest : public World {
protected:
    FloorView floor() { return must(see_floor, AtHall{hall}); }
};

TEST_P(FloorTest, ShowsWindowsQueuesAndAlerts) {
    must(open_window, AtWindow{hall, {"1"}});
    issue();
    issue();
    must(call_next, CallNext{hall, {"1"}});
    now += Seconds{30};
    auto view = floor();
    EXPECT_EQ(view.windows[0].number, "A001");
    EXPECT_EQ(view.windows[0].state, State::called);
    EXPECT_FALSE(view.windows[0].lost);
    EXPECT_EQ(view.queues[0].waiting, 1);
    EXPECT_EQ(view.issued_today, 2);
    EXPECT_TRUE(view.alerts.empty());

    now += Minutes{16};
    view = floor();
    EXPECT_TRUE(view.windows[0].lost);  // no sign of life for a minute
    EXPECT_EQ(view.queues[0].longest_wait_minutes, 16);
    EXPECT_EQ(view.queues[0].due_passed, 1);
    ASSERT_EQ(view.alerts.size(), 1u);
    EXPECT_EQ(view.alerts[0].kind, "target_missed");

    must(raise_emergency, AtWindow{hall, {"1"}});
    must(close_window, CloseWindow{hall, {"1"}, true});
    view = floor();
    ASSERT_EQ(view.alerts.size(), 3u);
    EXPECT_EQ(view.alerts[0].kind, "emergency");
    EXPECT_EQ(view.alerts[1].kind, "no_window");
    EXPECT_FALSE(view.queues[0].estimate.p50_minutes);
    EXPECT_EQ(must(clear_emergency, AtWindow{hall, {"1"}}).alerts.size(), 2u);
}

// A clerk who clears numbers by mistake leaves a mean of nothing, by which no estimate can divide.
TEST_P(FloorTest, EstimatesAfterCasesThatTookNoTime) {
    must(open_window, AtWindow{hall, {"1"}});
    for (int cases = 20; cases > 0; --cases) {
        auto const ticket = issue().ticket;
        must(call_next, CallNext{hall, {"1"}});
        must(begin, TicketAtWindow{hall, {"1"}, ticket});
        must(finish, TicketAtWindow{hall, {"1"}, ticket});
    }
    must(measure_services, MeasureServices{});
    issue();
    issue();
    EXPECT_EQ(floor().queues[0].estimate.p90_minutes, 1);
}

TEST_P(FloorTest, SaysThatThePrinterFailsUntilASlipComesOut) {
    auto settings = district.policy<Settings>();
    settings.halls.front().printer = "127.0.0.1:9100";
    district.set(settings);
    must(open_window, AtWindow{hall, {"1"}});
    auto const print = [&](notices::Answer const& answer) {
        notices::Adapters const printers{
            {notices::Channel::printer, {.send = [&](auto const&) { return answer; }}}};
        notices::deliver(*store, district, texts, printers, system_random(), now);
    };
    issue();
    EXPECT_TRUE(floor().alerts.empty());
    print({notices::Outcome::later, "unreachable"});
    ASSERT_EQ(floor().alerts.size(), 1u);
    EXPECT_EQ(floor().alerts[0].kind, "printer");
    EXPECT_EQ(floor().alerts[0].subject, "127.0.0.1:9100");
    now += Minutes{1};
    issue();
    print({notices::Outcome::sent});
    EXPECT_TRUE(floor().alerts.empty());
}

// 后台: a window that is staffed and calls nobody is told, and no estimate counts on it.
TEST_P(FloorTest, AWindowInTheBackOfficeServesNobodyMeanwhile) {
    for (auto const* window : {"1", "2"}) {
        must(open_window, AtWindow{hall, {window}});
        issue();
        must(call_next, CallNext{hall, {window}});
    }
    must(open_window, AtWindow{hall, {"3"}});
    EXPECT_EQ(floor().queues[0].estimate.p90_minutes, 0);
    must(work_behind, AtWindow{hall, {"3"}});
    auto load = must(see_display, AtHall{hall}).services.at(0);
    EXPECT_EQ(load.windows_open, 2);
    EXPECT_EQ(load.windows_behind, 1);
    auto const with_two = load.estimate.p90_minutes.value();
    EXPECT_GT(with_two, 0);
    must(close_window, CloseWindow{hall, {"2"}, true});
    must(open_window, AtWindow{hall, {"2"}});
    must(call_next, CallNext{hall, {"2"}});
    must(set_skills, SetSkills{hall, {"3"}, {{"b"}}});
    load = must(see_display, AtHall{hall}).services.at(0);
    EXPECT_EQ(load.windows_behind, 0);  // it could not do this one anyway
    EXPECT_EQ(load.estimate.p90_minutes, with_two);
}

// 发完: the kiosk and the wall say it before anybody asks for a number in vain.
TEST_P(FloorTest, SaysThatNoMoreNumbersAreDrawn) {
    auto settings = district.policy<Settings>();
    settings.rules.walkins_most = 2;
    settings.rules.last_issue_minutes = 30;
    district.set(settings);
    must(open_window, AtWindow{hall, {"1"}});
    auto const stopped = [&] {
        return must(see_hall, AtHall{hall}).services.at(0).load.stopped + "/" +
               must(see_display, AtHall{hall}).services.at(1).stopped;
    };
    issue();
    EXPECT_EQ(stopped(), "/");
    issue();
    EXPECT_EQ(stopped(), "day_full/");
    at("16:30:00");
    EXPECT_EQ(stopped(), "day_full/");
    at("16:30:01");
    EXPECT_EQ(stopped(), "day_full/day_full");
    at("17:00:00");
    EXPECT_EQ(stopped(), "hall_closed/hall_closed");
}

TEST_P(FloorTest, CountsWhomNoOpenWindowServes) {
    must(open_window, AtWindow{hall, {"1"}});
    must(set_skills, SetSkills{hall, {"1"}, {{"b"}}});
    issue();
    auto const view = must(see_window, AtWindow{hall, {"1"}});
    EXPECT_TRUE(view.queue.empty());
    EXPECT_EQ(view.without_window, 1);
    EXPECT_EQ(view.other_waiting, 1);
    must(open_window, AtWindow{hall, {"2"}});
    auto const helped = must(see_window, AtWindow{hall, {"1"}});
    EXPECT_EQ(helped.without_window, 0);
    EXPECT_EQ(helped.other_waiting, 1);
}

TEST_P(FloorTest, PrintsANumberAgain) {
    auto const ticket = issue();
    auto const again = must(reprint_number, FindTicket{hall, ticket.number});
    EXPECT_EQ(again.ticket, ticket.ticket);
    EXPECT_EQ(again.secret, ticket.secret);
    EXPECT_EQ(outcome(reprint_number, FindTicket{hall, "A009"}), "ticket.no_such_number");
    actor = &visitor;
    EXPECT_EQ(outcome(reprint_number, FindTicket{hall, ticket.number}), "session.missing");
}

TEST_P(FloorTest, GivesAWindowOtherServices) {
    must(open_window, AtWindow{hall, {"1"}});
    must(set_skills, SetSkills{hall, {"1"}, {{"b"}}});
    issue();
    EXPECT_FALSE(must(call_next, CallNext{hall, {"1"}}));
    must(set_skills, SetSkills{hall, {"1"}, {{"a"}, {"b"}, {"a"}}});
    EXPECT_TRUE(must(call_next, CallNext{hall, {"1"}}));
    EXPECT_EQ(outcome(set_skills, SetSkills{hall, {"1"}, {{"z"}}}), "service.not_found");
    EXPECT_EQ(outcome(set_skills, SetSkills{hall, {"9"}, {}}), "window.not_found");
}

TEST_P(FloorTest, MovesATicketToAnotherWindow) {
    must(open_window, AtWindow{hall, {"1"}});
    must(open_window, AtWindow{hall, {"2"}});
    auto const ticket = issue();
    must(call_next, CallNext{hall, {"1"}});
    TakeOver form{hall, ticket.ticket, {"2"}, "工作人员离岗"};
    must(take_over, form);  // what was only called
    EXPECT_EQ(must(see_window, AtWindow{hall, {"2"}}).current.value().state, State::called);
    EXPECT_FALSE(must(see_window, AtWindow{hall, {"1"}}).current);

    must(begin, TicketAtWindow{hall, {"2"}, ticket.ticket});
    form.window = {"1"};
    must(take_over, form);  // what was begun
    EXPECT_EQ(must(see_window, AtWindow{hall, {"1"}}).current.value().number, "A001");
    EXPECT_EQ(must(see_window, AtWindow{hall, {"2"}}).staff_state, StaffState::ready);
    EXPECT_EQ(must(see_display, AtHall{hall}).newest.value().window.text, "1");

    EXPECT_EQ(outcome(take_over, form), "window.window_busy");
    form.window = {"3"};
    EXPECT_EQ(outcome(take_over, form), "window.closed");
    form.reason = "";
    EXPECT_EQ(outcome(take_over, form), "override.reason_missing");
}

INSTANTIATE_TEST_SUITE_P(Both, FloorTest, both_databases(), database_name);

}  // namespace banshi::hall
