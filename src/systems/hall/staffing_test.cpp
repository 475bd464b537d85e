#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class Staffing : public World {
protected:
    Day const friday = *read_day("2026-03-06");

    Shift shift(char const* window, int from, int to) {
        return {{window}, {Minutes{60 * from}}, {Minutes{60 * to}}, {{"a"}, {"b"}}, "王"};
    }
    void book_at_nine(int person) {
        HoldSlot form{};
        form.hall = hall;
        form.services = {{"a"}};
        form.start = *read_instant("2026-03-06T09:00:00+08:00");
        auto const held = must(hold_slot, form);
        must(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, "张三",
                                             id_number_of(person), "13812345678", true});
    }
};

TEST_P(Staffing, ShowsFirstWhatItWouldDo) {
    book_at_nine(1);
    book_at_nine(2);
    // 26 slots a day, three windows, two queues.
    SetRoster form{hall, friday, {shift("1", 9, 17)}, true};
    auto const seen = must(set_roster, form);
    EXPECT_EQ(seen.capacity_before, 156);
    EXPECT_EQ(seen.capacity_after, 52);
    ASSERT_EQ(seen.conflicts.size(), 1u);
    EXPECT_EQ(seen.conflicts[0].capacity, 1);
    EXPECT_EQ(seen.conflicts[0].taken, 2);
    EXPECT_FALSE(must(see_roster, SeeRoster{hall, friday}).published);
    EXPECT_TRUE(must(see_floor, AtHall{hall}).alerts.empty());

    form.preview = false;
    must(set_roster, form);
    auto const roster = must(see_roster, SeeRoster{hall, friday});
    EXPECT_TRUE(roster.published);
    ASSERT_EQ(roster.shifts.size(), 1u);
    EXPECT_EQ(roster.shifts[0].clerk, "王");
    // Nobody is thrown out; the slot is on the list of conflicts.
    EXPECT_EQ(must(close_day_preview, CloseDayPreview{hall, friday, {}, {}}).bookings.size(), 2u);
    auto const alerts = must(see_floor, AtHall{hall}).alerts;
    ASSERT_EQ(alerts.size(), 1u);
    EXPECT_EQ(alerts[0].kind, "conflict");

    form.shifts = {shift("1", 9, 17), shift("2", 9, 17), shift("3", 9, 17)};
    EXPECT_TRUE(must(set_roster, form).conflicts.empty());
    EXPECT_TRUE(must(see_floor, AtHall{hall}).alerts.empty());
}

TEST_P(Staffing, RefusesWhatCannotBe) {
    auto const said = [&](std::vector<Shift> shifts) {
        return outcome(set_roster, SetRoster{hall, friday, std::move(shifts), true});
    };
    EXPECT_EQ(said({shift("9", 9, 17)}), "window.not_found");
    EXPECT_EQ(said({shift("1", 9, 9)}), "roster.bad_times");
    EXPECT_EQ(said({shift("1", 9, 12), shift("1", 11, 17)}), "roster.overlap");
    EXPECT_EQ(said({shift("1", 9, 12), shift("1", 12, 17)}), "ok");
    auto wrong = shift("1", 9, 12);
    wrong.services = {{"z"}};
    EXPECT_EQ(said({wrong}), "service.not_found");
    EXPECT_EQ(outcome(set_roster, SetRoster{hall, *read_day("2026-03-01"), {}, true}),
              "roster.past");
}

INSTANTIATE_TEST_SUITE_P(Both, Staffing, both_databases(), database_name);

}  // namespace banshi::hall
