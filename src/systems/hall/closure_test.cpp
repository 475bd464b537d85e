#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class ClosureTest : public World {
protected:
    Day const friday = *read_day("2026-03-06");
    CloseDay const closing{hall, friday, {}, {}, "停电"};

    // Books A at a time of Friday, for one of many people.
    Held hold(std::string const& clock) {
        HoldSlot form{};
        form.hall = hall;
        form.services = {{"a"}};
        form.start = *read_instant("2026-03-06T" + clock + ":00+08:00");
        return must(hold_slot, form);
    }
    std::string confirm(Held const& held, int person) {
        return outcome(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, "张三",
                                                       id_number_of(person), "13812345678", true});
    }
    std::vector<Held> book_twelve() {
        std::vector<Held> held;
        for (int person = 0; person < 12; ++person) {
            auto const hour = 9 + person / 4;
            if (hour == 12) break;
            auto const clock = (hour < 10 ? "0" : "") + std::to_string(hour) + ":" +
                               (person % 4 == 0 ? "00" : std::to_string(15 * (person % 4)));
            held.push_back(hold(clock));
            EXPECT_EQ(confirm(held.back(), person), "ok");
        }
        return held;
    }
    State state_of(Held const& held) {
        std::optional<State> state;
        write([&](Call& call) {
            state = tickets::find(call, hall, held.ticket).value().state;
            return true;
        });
        return *state;
    }
    int notices() {
        return write([](Call& call) {
            auto const all = notices::list_outbox(call, 100);
            return static_cast<int>(std::ranges::count_if(all, [](auto const& notice) {
                return notice.text == "booking.office_cancelled" &&
                       notice.state == notices::State::queued;
            }));
        });
    }
};

TEST_P(ClosureTest, CancelsTellsAndCanBeUndone) {
    auto const booked = book_twelve();
    auto const typing = hold("13:30");
    EXPECT_EQ(must(close_day_preview, CloseDayPreview{hall, friday, {}, {}}).bookings.size(), 12u);
    EXPECT_EQ(must(close_day_preview, CloseDayPreview{hall, friday, {}, {}}).holds, 1);

    auto const closure = must(close_day, closing);
    EXPECT_EQ(closure.cancelled, 12);
    EXPECT_TRUE(closure.can_undo);
    EXPECT_EQ(confirm(typing, 20), "booking.closed");
    HoldSlot more{};
    more.hall = hall;
    more.services = {{"a"}};
    more.start = *read_instant("2026-03-06T10:00:00+08:00");
    EXPECT_EQ(outcome(hold_slot, more), "booking.closed");
    for (auto const& each : booked) EXPECT_EQ(state_of(each), State::office_cancelled);
    EXPECT_EQ(notices(), 12);
    EXPECT_EQ(leaves("booking.office_cancelled"), 12);
    EXPECT_EQ(leaves("closure.confirmed"), 1);
    EXPECT_EQ(must(see_limits, SeeLimits{hall, id_number_of(0), "13812345678"}).cancellations, 0);

    EXPECT_TRUE(must(undo_closure, UndoClosure{hall, closure.closure}).undone);
    for (auto const& each : booked) EXPECT_EQ(state_of(each), State::booked);
    EXPECT_EQ(notices(), 0);
    EXPECT_EQ(outcome(hold_slot, more), "ok");
    // The places of the twelve are theirs again: at nine, one of three is taken.
    auto const slots = must(list_slots, ListSlots{hall, {"a"}, {}, {}});
    auto const day = std::ranges::find(slots.days, friday, &BookingDay::day);
    ASSERT_NE(day, slots.days.end());
    EXPECT_EQ(day->times.at(0).free, 2);
    EXPECT_TRUE(must(list_closures, ListClosures{hall}).closures.at(0).undone);
}

TEST_P(ClosureTest, OfAnHourHitsWhoOverlapsIt) {
    auto const booked = book_twelve();
    CloseDayPreview form{hall, friday, Clock{Minutes{10 * 60 + 5}}, Clock{Minutes{10 * 60 + 30}}};
    auto const hit = must(close_day_preview, form).bookings;
    ASSERT_EQ(hit.size(), 2u);  // 10:00 to 10:15 and 10:15 to 10:30
    EXPECT_EQ(hit[0].name, "张*");
    must(close_day, CloseDay{hall, friday, form.from, form.to, "消防演练"});
    EXPECT_EQ(state_of(booked[3]), State::booked);
    EXPECT_EQ(state_of(booked[4]), State::office_cancelled);
    EXPECT_EQ(state_of(booked[6]), State::booked);
}

TEST_P(ClosureTest, CannotBeUndoneOnceSomebodyWasTold) {
    book_twelve();
    auto const closure = must(close_day, closing);
    Texts words;
    words.add(Language::zh, "[notice.booking]\noffice_cancelled = \"停办\"\n", "zh.toml");
    notices::deliver(
        *store, district, words,
        {{notices::Channel::sms,
          {[](auto const&) { return notices::Answer{notices::Outcome::sent}; }, true}}},
        system_random(), now);
    EXPECT_FALSE(must(list_closures, ListClosures{hall}).closures.at(0).can_undo);
    EXPECT_EQ(outcome(undo_closure, UndoClosure{hall, closure.closure}), "closure.notices_sent");
}

TEST_P(ClosureTest, WhoWasSentAwayBooksAnewAndKeepsThat) {
    auto const booked = book_twelve();
    auto const closure = must(close_day, closing);
    actor = &visitor;
    RescheduleBooking form{hall, booked[0].ticket, booked[0].secret,
                           *read_instant("2026-03-05T09:00:00+08:00")};
    EXPECT_EQ(outcome(reschedule_booking, form), "ok");
    actor = &staff;
    must(undo_closure, UndoClosure{hall, closure.closure});
    EXPECT_EQ(state_of(booked[0]), State::booked);
    EXPECT_EQ(must(close_day_preview, CloseDayPreview{hall, friday, {}, {}}).bookings.size(), 11u);
}

TEST_P(ClosureTest, UndoneLateRestoresOnlyWhatIsStillToCome) {
    auto const booked = book_twelve();
    auto const closure = must(close_day, closing);
    on("2026-03-06", "10:00:00");
    must(undo_closure, UndoClosure{hall, closure.closure});
    EXPECT_EQ(state_of(booked[4]), State::office_cancelled);  // of ten o'clock
    EXPECT_EQ(state_of(booked[5]), State::booked);
}

TEST_P(ClosureTest, RefusesWhatCannotBe) {
    auto form = closing;
    form.reason = "";
    EXPECT_EQ(outcome(close_day, form), "closure.reason_missing");
    form = closing;
    form.day = *read_day("2026-03-01");
    EXPECT_EQ(outcome(close_day, form), "closure.past");
    form = closing;
    form.from = form.to = Clock{Minutes{600}};
    EXPECT_EQ(outcome(close_day, form), "closure.bad_times");
    EXPECT_EQ(outcome(undo_closure, UndoClosure{hall, "nowhere"}), "closure.not_found");
    actor = &visitor;
    EXPECT_EQ(outcome(close_day, closing), "session.missing");
}

TEST_P(ClosureTest, ASaturdayMayBeOpened) {
    auto const saturday = *read_day("2026-03-07");
    Shift const shift{{"1"}, {Minutes{9 * 60}}, {Minutes{12 * 60}}, {{"a"}, {"b"}}, ""};
    OpenDay form{hall, saturday, {shift}, "调休"};
    EXPECT_FALSE(must(open_day, form).shifts.empty());
    HoldSlot more{};
    more.hall = hall;
    more.services = {{"a"}};
    more.start = *read_instant("2026-03-07T09:00:00+08:00");
    EXPECT_EQ(outcome(hold_slot, more), "ok");
    EXPECT_EQ(outcome(hold_slot, more), "booking.slot_taken");  // one window
    form.day = friday;
    EXPECT_EQ(outcome(open_day, form), "roster.open_already");
    form.shifts.clear();
    EXPECT_EQ(outcome(open_day, form), "roster.nobody");
}

INSTANTIATE_TEST_SUITE_P(Both, ClosureTest, both_databases(), database_name);

}  // namespace banshi::hall
