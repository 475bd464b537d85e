#include "systems/hall/figures.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

using namespace std::chrono_literals;

TEST(Percent, IsRoundedHalfUp) {
    EXPECT_EQ(figures::percent(0, 0), 0);
    EXPECT_EQ(figures::percent(1, 8), 13);       // 12.5
    EXPECT_EQ(figures::percent(859, 1075), 80);  // 79.9
    EXPECT_EQ(figures::percent(1, 3), 33);
    EXPECT_EQ(figures::percent(7, 7), 100);
}

TEST(WaitsOfMany, AreExactByRank) {
    std::vector<std::chrono::microseconds> waited;
    for (int minute = 10; minute > 0; --minute) waited.push_back(Minutes{minute});
    auto const waits = figures::waits(waited, 7);
    EXPECT_EQ(waits.people, 10);
    EXPECT_EQ(waits.mean_seconds, 330);
    EXPECT_EQ(waits.p50_seconds, 300);
    EXPECT_EQ(waits.p90_seconds, 540);
    EXPECT_EQ(waits.within_target_percent, 70);
    EXPECT_EQ(figures::waits({90s}, 1).p90_seconds, 90);
    EXPECT_EQ(figures::waits({}, 1).people, 0);
}

class Reports : public World {
protected:
    Day const day = *read_day("2026-03-02");
    SeeReport const today{hall, day, day};

    // Ten are served, each five minutes after the one before; four of them grade.
    void serve_ten() {
        must(open_window, AtWindow{hall, {"1"}});
        std::vector<TicketView> tickets;
        for (int count = 0; count < 10; ++count) tickets.push_back(issue());
        for (int count = 0; count < 10; ++count) serve_next({"1"});
        actor = &visitor;
        std::size_t at = 0;
        for (auto const grade : {Grade::very_satisfied, Grade::very_satisfied,
                                 Grade::basically_satisfied, Grade::very_dissatisfied}) {
            must(evaluate,
                 Evaluate{hall, tickets[at].ticket, tickets[at].secret.value(), grade, {}, {}, {}});
            ++at;
        }
        actor = &staff;
    }
};

TEST_P(Reports, CountWaitsAndGrades) {
    serve_ten();
    auto const left = issue({"b"});
    must(leave, TicketAtTicket{hall, left.ticket, left.secret.value()});
    auto const report = must(see_report, today);
    EXPECT_EQ(report.counts.issued, 11);
    EXPECT_EQ(report.counts.walkin, 11);
    EXPECT_EQ(report.counts.served, 10);
    EXPECT_EQ(report.counts.left, 1);
    EXPECT_EQ(report.counts.still_open, 0);

    EXPECT_EQ(report.all.people, 10);  // waited 0, 5, 10 ... 45 minutes
    EXPECT_EQ(report.all.mean_seconds, 1350);
    EXPECT_EQ(report.all.p50_seconds, 20 * 60);
    EXPECT_EQ(report.all.p90_seconds, 40 * 60);
    EXPECT_EQ(report.all.within_target_percent, 40);
    EXPECT_EQ(report.booked.people, 0);
    ASSERT_EQ(report.services.size(), 2u);
    EXPECT_EQ(report.services[0].counts.served, 10);
    EXPECT_EQ(report.services[0].mean_service_seconds, 300);
    EXPECT_EQ(report.services[1].counts.left, 1);
    ASSERT_EQ(report.hours.size(), 1u);
    EXPECT_EQ(report.hours[0].hour, 9);
    EXPECT_EQ(report.hours[0].called, 10);
    EXPECT_EQ(report.hours[0].p90_seconds, 40 * 60);

    EXPECT_EQ(report.grades.graded, 4);
    EXPECT_EQ(report.grades.not_evaluated, 6);
    EXPECT_EQ(report.grades.rate_percent, 40);
    EXPECT_EQ(report.grades.top_three_percent, 75);
    EXPECT_EQ(report.grades.by_grade, (std::vector{2, 0, 1, 0, 1}));
    EXPECT_TRUE(report.window_grades.empty());  // four are too few to show by window
}

TEST_P(Reports, EveryFigureOpensItsList) {
    serve_ten();
    issue({"b"});
    ListTickets form{hall, day, day, State::served, {}, {}, {}, {}};
    EXPECT_EQ(must(list_tickets, form).tickets.size(), 10u);
    form.state = State::left;
    EXPECT_TRUE(must(list_tickets, form).tickets.empty());
    form.state.reset();
    for (auto const& [among, count] : {std::pair{Among::booked, 0u},
                                       {Among::issued, 11u},
                                       {Among::called, 10u},
                                       {Among::still_open, 1u}}) {
        form.among = among;
        EXPECT_EQ(must(list_tickets, form).tickets.size(), count);
    }
    form.among = Among::called;
    form.entry = Entry::walkin;
    auto const list = must(list_tickets, form);
    ASSERT_EQ(list.tickets.size(), 10u);
    auto const fourth = std::ranges::find(list.tickets, "A004", &TicketRow::number);
    ASSERT_NE(fourth, list.tickets.end());
    EXPECT_EQ(fourth->waited_seconds, 15 * 60);
    EXPECT_EQ(fourth->served_seconds, 5 * 60);
    auto const history = must(see_history, SeeHistory{hall, fourth->ticket});
    std::vector<std::string> kinds;
    for (auto const& event : history.events) kinds.push_back(event.kind);
    EXPECT_EQ(kinds, (std::vector<std::string>{"issued", "called", "begun", "served"}));
}

TEST_P(Reports, ListsGoOnFromPageToPage) {
    for (int count = 0; count < 60; ++count) {
        issue();
        now += 1s;
    }
    ListTickets form{hall, day - std::chrono::days{1}, day, {}, {}, {}, {}, {}};
    auto const first = must(list_tickets, form);
    ASSERT_EQ(first.tickets.size(), 50u);
    form.after = first.next.value();
    auto const second = must(list_tickets, form);
    ASSERT_EQ(second.tickets.size(), 10u);
    EXPECT_EQ(second.tickets[0].number, "A051");
    EXPECT_FALSE(second.next);
    form.after = "nonsense";
    EXPECT_EQ(outcome(list_tickets, form), "report.bad_page");
}

TEST_P(Reports, CanBePrintedAndOpenedAsAWorkbook) {
    serve_ten();
    EXPECT_TRUE(must(report_paper, today).bytes.starts_with("%PDF"));
    EXPECT_TRUE(must(report_workbook, today).bytes.starts_with("PK"));
}

TEST_P(Reports, RefuseWhatIsNoPeriod) {
    EXPECT_EQ(outcome(see_report, SeeReport{hall, day, day - std::chrono::days{1}}),
              "report.bad_range");
    EXPECT_EQ(outcome(see_report, SeeReport{hall, day, day + std::chrono::days{366}}),
              "report.range_too_long");
    actor = &visitor;
    EXPECT_EQ(outcome(see_report, today), "session.missing");
}

INSTANTIATE_TEST_SUITE_P(Both, Reports, both_databases(), database_name);

}  // namespace banshi::hall
