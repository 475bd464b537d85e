#include "engines/record/verify.h"
#include "store/tampering_for_test.h"
#include "systems/hall/record_audit.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class HoursTest : public World {
protected:
    Day const thursday = *read_day("2026-03-05");

    static Clock at_hour(int hour) { return {Minutes{60 * hour}}; }
    SetHours week(std::vector<Period> opening) {
        return {hall, thursday, std::move(opening), "试行", false};
    }
    std::string hold(std::string const& when, Held* held = nullptr) {
        HoldSlot form{};
        form.hall = hall;
        form.services = {{"a"}};
        form.start = *read_instant("2026-03-" + when + ":00+08:00");
        auto const result = write([&](Call& call) { return hold_slot(call, form); });
        if (result && held) *held = result.value();
        return result ? "ok" : result.refusal().text;
    }
    Held book(std::string const& when, int person) {
        Held held{};
        EXPECT_EQ(hold(when, &held), "ok");
        must(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, "张三",
                                             id_number_of(person), "13812345678", true});
        return held;
    }
    State state_of(Held const& held) {
        return write(
            [&](Call& call) { return tickets::find(call, hall, held.ticket).value().state; });
    }
    // What verify finds after the statement, of which nothing is kept.
    std::string found_after(std::string const& statement) {
        std::string found;
        store->write_now([&](Transaction& tx) {
            tampering::commit(tx, {"", statement});
            Call call{*actor, now, district, tx, system_random(), texts};
            record::Audits audits;
            audits.push_back(std::make_unique<RecordAudit>());
            for (auto const& breach :
                 record::verify(call, {"test/xinqu", {}}, audits, {}).first_breaches)
                found += breach.text + " " + breach.facts.at("page") + "; ";
            return false;
        });
        return found;
    }
};

TEST_P(HoursTest, OfAWeekCancelWhoIsOutsideAndComeBack) {
    auto const inside = book("05T10:00", 1);
    auto const outside = book("05T16:00", 2);
    auto const day_before = book("04T16:00", 3);
    auto form = week({{4, at_hour(9), at_hour(12)}});
    form.preview = true;
    EXPECT_EQ(must(set_hours, form).bookings.size(), 1u);
    EXPECT_EQ(state_of(outside), State::booked);
    form.preview = false;
    EXPECT_EQ(must(set_hours, form).bookings.at(0).ticket, outside.ticket);
    EXPECT_EQ(state_of(inside), State::booked);
    EXPECT_EQ(state_of(day_before), State::booked);
    EXPECT_EQ(state_of(outside), State::office_cancelled);
    EXPECT_EQ(hold("05T14:00"), "booking.closed");
    EXPECT_EQ(hold("06T10:00"), "booking.closed");
    EXPECT_EQ(leaves("rules.published"), 1);
    Shift const shift{{"1"}, at_hour(9), at_hour(12), {{"a"}, {"b"}}, ""};
    must(open_day, OpenDay{hall, *read_day("2026-03-06"), {shift}, "加开"});
    EXPECT_EQ(hold("06T10:00"), "ok");

    must(set_hours, week({{4, at_hour(8), at_hour(17)}}));
    EXPECT_EQ(hold("05T14:00"), "ok");
    EXPECT_EQ(must(see_hours, SeeHours{hall}).opening.size(), 10u);
    on("2026-03-05", "08:00:00");
    EXPECT_EQ(must(see_hours, SeeHours{hall}).opening.size(), 1u);
    EXPECT_TRUE(must(see_hall, AtHall{hall}).hall.open_now);
}

TEST_P(HoursTest, OfADayStandBesideTheWeek) {
    auto const late = book("06T16:00", 1);
    SetDayHours form{hall,
                     *read_day("2026-03-06"),
                     {{at_hour(9), at_hour(12)}, {at_hour(18), at_hour(20)}},
                     "夜市",
                     false};
    EXPECT_EQ(must(set_day_hours, form).bookings.size(), 1u);
    EXPECT_EQ(state_of(late), State::office_cancelled);
    EXPECT_EQ(hold("06T18:00"), "ok");
    EXPECT_EQ(hold("06T14:00"), "booking.closed");
    // A week that is set later leaves the day as it is.
    auto const evening = book("06T19:00", 2);
    EXPECT_TRUE(must(set_hours, week({{5, at_hour(9), at_hour(12)}})).bookings.empty());
    EXPECT_EQ(state_of(evening), State::booked);
    auto const days = must(see_hours, SeeHours{hall}).days;
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].periods.size(), 2u);
    form.periods.clear();
    EXPECT_EQ(outcome(set_day_hours, form), "hours.none");
}

TEST_P(HoursTest, ThatWereAlteredByHandAreNamed) {
    must(set_hours, week({{4, at_hour(9), at_hour(12)}}));
    EXPECT_EQ(leaves("rules.published"), 1);
    EXPECT_EQ(found_after("UPDATE hall_hours SET reason = reason"), "");
    EXPECT_EQ(found_after("UPDATE hall_hours SET week = '{\"opening\":[]}'"),
              "breach.rules_differ hours/hall-1/2026-03-05/1; ");
    for (auto const* change : {"reason = 'x'", "by_whom = 'x'", "at = at - 1"})
        EXPECT_EQ(found_after("UPDATE hall_hours SET " + std::string(change)),
                  "breach.rules_differ hours/hall-1/2026-03-05/1; ");
    EXPECT_EQ(found_after("DELETE FROM hall_hours"),
              "breach.rules_gone hours/hall-1/2026-03-05/1; ");
}

TEST_P(HoursTest, SingleDaysHaveAnEntryAndAreNamedWhenAltered) {
    SetDayHours form{hall, *read_day("2026-03-06"), {{at_hour(9), at_hour(19)}}, "延时", false};
    must(set_day_hours, form);
    form.periods = {{at_hour(9), at_hour(12)}, {at_hour(18), at_hour(20)}};
    must(set_day_hours, form);
    Shift const shift{{"1"}, at_hour(9), at_hour(12), {{"a"}, {"b"}}, ""};
    must(open_day, OpenDay{hall, *read_day("2026-03-07"), {shift}, "加开"});
    EXPECT_EQ(leaves("rules.published"), 3);
    EXPECT_EQ(found_after("UPDATE hall_day_hours SET at = at"), "");
    std::string const differs = "breach.rules_differ day/hall-1/2026-03-06/2; ";
    std::string const of_the_second = " WHERE day = 20518 AND version = 2";
    for (auto const* change :
         {"from_time = from_time - 60", "to_time = to_time - 60", "reason = '延长'",
          "by_whom = 'nobody'", "at = at - 1", "reason = CAST(from_time AS TEXT)"})
        EXPECT_EQ(found_after("UPDATE hall_day_hours SET " + std::string(change) + of_the_second),
                  differs)
            << change;
    EXPECT_EQ(found_after("DELETE FROM hall_day_hours" + of_the_second + " AND from_time = 540"),
              differs);
    EXPECT_EQ(found_after("DELETE FROM hall_day_hours" + of_the_second),
              "breach.rules_gone day/hall-1/2026-03-06/2; ");
    EXPECT_EQ(found_after("UPDATE hall_day_hours SET version = 3" + of_the_second),
              "breach.rules_unlogged day/hall-1/2026-03-06/3; "
              "breach.rules_gone day/hall-1/2026-03-06/2; ");
    for (auto const* version : {"0", "1"})
        EXPECT_EQ(found_after("INSERT INTO hall_day_hours SELECT district, hall, day + 30, " +
                              std::string(version) +
                              ", from_time, to_time, reason, by_whom, at FROM hall_day_hours" +
                              of_the_second),
                  "breach.rules_unlogged day/hall-1/2026-04-05/" + std::string(version) + "; ");
}

// What was set before days had entries counts on, and has its entry after the next start.
TEST_P(HoursTest, DaysOfBeforeAreDecidedAnewOnce) {
    store->write_now([&](Transaction& tx) {
        for (auto const* period : {"540, 720", "780, 840"})
            tampering::commit(
                tx, {"", "INSERT INTO hall_day_hours VALUES ('xinqu', 'hall-1', 20519, 0, " +
                             std::string(period) + ", '加开', '', 0)"});
        return true;
    });
    std::string const nothing = "UPDATE hall_day_hours SET at = at";
    EXPECT_EQ(found_after(nothing), "");
    must(plan_slots, PlanSlots{});
    establish(district);
    EXPECT_EQ(leaves("rules.published"), 1);
    EXPECT_EQ(
        found_after("INSERT INTO hall_day_hours SELECT district, hall, day + 7, 0, from_time, "
                    "to_time, reason, by_whom, at FROM hall_day_hours WHERE version = 0"),
        "breach.rules_unlogged day/hall-1/2026-03-14/0; ");
    EXPECT_EQ(found_after(nothing), "");
    auto const days = must(see_hours, SeeHours{hall}).days;
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].periods.size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Both, HoursTest, both_databases(), database_name);

}  // namespace banshi::hall
