#include "systems/hall/kiosk.h"

#include <latch>

#include "systems/hall/hours_deed.h"
#include "systems/hall/link.h"
#include "systems/hall/manage_jobs.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class Kiosk : public World {
protected:
    TicketView seen(MergedTicket const& ticket) {
        return must(see_ticket, TicketAtTicket{hall, ticket.ticket, ticket.secret});
    }
};

TEST_P(Kiosk, MergesWhatItHandedOutWithoutNetwork) {
    auto const block = must(reserve_block, ReserveBlock{hall, {"a"}});
    ASSERT_EQ(block.numbers.size(), 20u);
    EXPECT_EQ(block.numbers.front(), "A001");
    EXPECT_EQ(leaves("queue.reserved"), 1);
    EXPECT_EQ(issue().number, "A021");

    // The kiosk's clock is three minutes fast: at 09:30 it shows 09:33.
    at("09:30:00");
    MergeBlock form{hall, block.block, now + Minutes{3}, {}};
    form.tickets = {{"A002", now - Minutes{1}, {}}, {"A001", now - Minutes{22}, {}}};
    auto const merged = must(merge_block, form);
    EXPECT_EQ(merged.voided, 18);
    ASSERT_EQ(merged.tickets.size(), 2u);
    auto const first = seen(merged.tickets[0]), second = seen(merged.tickets[1]);
    EXPECT_EQ(first.number, "A001");
    EXPECT_EQ(first.issued_at, now - Minutes{25});
    EXPECT_EQ(first.due, now);  // never before now
    EXPECT_EQ(second.issued_at, now - Minutes{4});
    EXPECT_EQ(second.due, now + Minutes{11});
    EXPECT_EQ(leaves("queue.void"), 18);
    EXPECT_EQ(outcome(merge_block, form), "block.closed");
}

TEST_P(Kiosk, TellsOnlyOfItsOwnNumbers) {
    auto const block = must(reserve_block, ReserveBlock{hall, {"a"}});
    MergeBlock form{hall, block.block, now, {{"A021", now, {}}}};
    EXPECT_EQ(outcome(merge_block, form), "block.other_number");
    form.tickets = {{"A001", now, {}}, {"A001", now, {}}};
    EXPECT_EQ(outcome(merge_block, form), "block.other_number");
    form.tickets = {{"A001", now, "king"}};
    EXPECT_EQ(outcome(merge_block, form), "ticket.unknown_priority");
    auto other = staff;
    other.account = {"another"};
    actor = &other;
    EXPECT_EQ(outcome(merge_block, form), "block.not_found");
}

TEST_P(Kiosk, HoldsSomeBlocksAtMost) {
    for (int at = 0; at < 40; ++at) must(reserve_block, ReserveBlock{hall, {"a"}});
    EXPECT_EQ(outcome(reserve_block, ReserveBlock{hall, {"a"}}), "block.too_many");
}

TEST_P(Kiosk, NumbersThatNeverCameBackAreVoidAtTheDaysEnd) {
    must(reserve_block, ReserveBlock{hall, {"a"}});
    issue();
    at("17:15:00");
    EXPECT_EQ(must(end_days, EndDays{}).days, 1);
    EXPECT_EQ(leaves("queue.void"), 20);
}

// A hall that is open over midnight; numbers are drawn just before and just after it.
TEST_P(Kiosk, NumbersBeginAnewAtMidnightAndNoneComesTwice) {
    store->write_now([&](Transaction& tx) {
        Call call{staff, now, district, tx, system_random(), texts};
        auto const saturday = *read_day("2026-03-07");
        decide_day(call, hall, saturday, {{{Minutes{22 * 60}}, {Minutes{24 * 60}}}}, "夜");
        decide_day(call, hall, saturday + std::chrono::days{1}, {{{Minutes{0}}, {Minutes{120}}}},
                   "夜");
        return true;
    });
    constexpr int each = 100;
    std::latch all(2 * each);
    std::mutex lock;
    std::vector<std::pair<std::string, std::string>> drawn;
    std::optional<TicketView> late;
    for (int count = 0; count < 2 * each; ++count) {
        auto const when = *read_instant(count % 2 == 0 ? "2026-03-07T23:59:59.9+08:00"
                                                       : "2026-03-08T00:00:00.1+08:00");
        auto const view = std::make_shared<std::optional<TicketView>>();
        store->write(
            [&, when, view](Transaction& tx) {
                Call call{staff, when, district, tx, system_random(), texts};
                IssueTicket form{};
                form.hall = hall;
                form.service = {"a"};
                auto issued = issue_ticket(call, form);
                if (issued) *view = std::move(issued).value();
                return view->has_value();
            },
            [&, view](std::exception_ptr error) {
                EXPECT_FALSE(error);
                std::scoped_lock const held(lock);
                if (*view && !error) {
                    drawn.emplace_back(written((*view)->day), (*view)->number);
                    if ((*view)->number == "A100") late = **view;
                }
                all.count_down();
            });
    }
    all.wait();
    std::ranges::sort(drawn);
    EXPECT_EQ(std::ranges::adjacent_find(drawn), drawn.end());
    ASSERT_EQ(drawn.size(), 2u * each);
    EXPECT_EQ(drawn[0], (std::pair<std::string, std::string>{"2026-03-07", "A001"}));
    EXPECT_EQ(drawn[each], (std::pair<std::string, std::string>{"2026-03-08", "A001"}));

    // Who waits over midnight keeps number and day, and is called like everybody.
    on("2026-03-08", "00:30:00");
    auto const view =
        must(see_ticket, TicketAtTicket{hall, late->ticket, link_secret(late->ticket)});
    EXPECT_EQ(view.number, "A100");
    EXPECT_EQ(view.day, late->day);
    EXPECT_EQ(view.state, State::waiting);
    must(open_window, AtWindow{hall, {"1"}});
    auto const called = must(call_next, CallNext{hall, {"1"}});
    EXPECT_EQ(must(see_display, AtHall{hall}).newest.value().number,
              called.value().current.value().number);
}

INSTANTIATE_TEST_SUITE_P(Both, Kiosk, both_databases(), database_name);

}  // namespace banshi::hall
