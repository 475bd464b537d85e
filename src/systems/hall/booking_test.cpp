#include "systems/hall/booking_for_test.h"
#include "systems/hall/closures.h"

namespace banshi::hall {

TEST_P(BookingTest, HoldsConfirmsAndShowsWithoutPersonalData) {
    auto const held = hold("2026-03-02 09:00").value();
    EXPECT_EQ(held.until, now + 10min);
    EXPECT_GE(held.secret.size(), 22u) << "128 bits";
    auto const booking = confirm(held, 1).value();
    EXPECT_EQ(booking.state, State::booked);
    EXPECT_EQ(booking.name, "张*");
    EXPECT_EQ(booking.id_number, "110***********" + id_number_of(1).substr(14));
    EXPECT_EQ(booking.phone, "138****0000");
    EXPECT_EQ(booking.check_in_from, moment("2026-03-02 08:30"));
    EXPECT_EQ(booking.check_in_until, moment("2026-03-02 09:10"));
    EXPECT_EQ(free("2026-03-02 09:00"), 0);
    EXPECT_EQ(free("2026-03-02 09:15"), 1);
    ASSERT_EQ(events(booking.ticket).size(), 2u);
    EXPECT_EQ(events(booking.ticket)[1].kind, "booked");
    EXPECT_EQ(said(does(see_booking, SeeBooking{hall, booking.ticket, "wrong"})),
              "ticket.not_found");
    EXPECT_EQ(said(confirm(held, 1)), "ticket.wrong_state");
}

TEST_P(BookingTest, OffersTheDaysOfTheBookingWindowWithTheReasonForClosedOnes) {
    auto const slots = does(list_slots, ListSlots{hall, {"a"}, {}, {}}).value();
    ASSERT_EQ(slots.days.size(), 8u);  // five working days after Monday end on the next Monday
    EXPECT_EQ(slots.days[0].times.size(), 26u);
    EXPECT_EQ(slots.days[5].reason, "weekend");
    EXPECT_EQ(slots.days[5].state, DayState::closed);
    EXPECT_EQ(said(hold("2026-03-09 09:00")), "ok");
    EXPECT_EQ(said(hold("2026-03-10 09:00")), "booking.too_far");
    now = moment("2026-03-02 09:01");
    EXPECT_EQ(free("2026-03-02 09:00"), -1) << "is over";
    EXPECT_EQ(free("2026-03-02 11:00"), 0) << "less than two hours ahead";
    EXPECT_EQ(free("2026-03-02 11:15"), 1);
    auto const late = hold("2026-03-02 11:00");
    EXPECT_EQ(said(late), "booking.too_late");
    EXPECT_TRUE(late.refusal().facts.at("next_times").starts_with("2026-03-02T11:15:00+08:00"));
}

TEST_P(BookingTest, ListsAndTakesADayThatNobodyPlannedYet) {
    now = moment("2026-04-01 07:00");
    EXPECT_EQ(free("2026-04-02 09:00"), 1);
    EXPECT_EQ(said(hold("2026-04-02 09:00")), "ok");
    EXPECT_EQ(free("2026-04-02 09:00"), 0);
    EXPECT_EQ(day("2026-04-06").reason, "holiday");
    EXPECT_EQ(said(hold("2026-04-06 09:00")), "booking.closed");
    EXPECT_EQ(said(hold("2026-04-02 09:05")), "booking.no_such_time");
    EXPECT_EQ(said(hold("2026-04-02 12:30")), "booking.no_such_time");
}

TEST_P(BookingTest, ALongServiceNeverCrossesLunchOrClosing) {
    EXPECT_EQ(free("2026-03-02 11:30", "b"), 1);
    EXPECT_EQ(free("2026-03-02 11:45", "b"), -1);
    EXPECT_EQ(free("2026-03-02 16:45", "b"), -1);
    EXPECT_EQ(said(hold("2026-03-02 11:45", "b")), "booking.slot_taken");
    EXPECT_EQ(said(hold("2026-03-02 11:30", "b")), "ok");
    EXPECT_EQ(free("2026-03-02 11:15", "b"), 0);
}

TEST_P(BookingTest, SeveralServicesFollowEachOtherInOneVisit) {
    auto const held =
        does(hold_slot, {hall, {{"a"}, {"b"}}, moment("2026-03-02 09:00"), {}}).value();
    EXPECT_EQ(held.end, moment("2026-03-02 09:45"));
    auto const booking = confirm(held, 1).value();
    EXPECT_EQ(booking.services.size(), 2u);
    EXPECT_EQ(free("2026-03-02 09:00", "a"), 0);
    EXPECT_EQ(free("2026-03-02 09:15", "a"), 1);
    EXPECT_EQ(free("2026-03-02 09:00", "b"), 0);
    EXPECT_EQ(free("2026-03-02 09:45", "b"), 1);
    auto const slots = does(list_slots, ListSlots{hall, {"a"}, "b", {}}).value();
    EXPECT_EQ(slots.minutes, 45);
    EXPECT_EQ(said(does(hold_slot, {hall, {{"a"}, {"a"}}, moment("2026-03-02 10:00"), {}})),
              "booking.service_repeated");
    EXPECT_EQ(said(does(hold_slot, {hall, {}, moment("2026-03-02 10:00"), {}})), "shape.missing");
}

TEST_P(BookingTest, AHoldExpiresByTimeAlone) {
    now = moment("2026-03-02 07:00");
    auto const held = hold("2026-03-02 10:00").value();
    now += 10min + 1s;
    EXPECT_EQ(free("2026-03-02 10:00"), 1);
    EXPECT_EQ(said(confirm(held, 1)), "booking.hold_expired");
    EXPECT_EQ(said(does(extend_hold, ExtendHold{hall, held.ticket, held.secret})),
              "booking.hold_expired");
    EXPECT_EQ(does(expire_holds, {}).value().holds, 1);
    auto const last = events(held.ticket).back();
    EXPECT_EQ(last.kind, "expired");
    EXPECT_EQ(last.at, held.until) << "the true instant";
    EXPECT_EQ(said(confirm(held, 1)), "booking.hold_expired");
    EXPECT_EQ(does(expire_holds, {}).value().holds, 0);
}

TEST_P(BookingTest, AHoldIsExtendedOnce) {
    auto const held = hold("2026-03-02 10:00").value();
    now += 9min;
    ExtendHold const more{hall, held.ticket, held.secret};
    EXPECT_EQ(does(extend_hold, more).value().until, now + 10min);
    now += 9min;
    EXPECT_EQ(said(does(extend_hold, more)), "booking.extended_already");
    EXPECT_EQ(said(confirm(held, 1)), "ok");
}

TEST_P(BookingTest, CancellingTwiceIsCancellingOnce) {
    auto const booking = book("2026-03-02 10:00", 1).value();
    EXPECT_EQ(cancel(booking).value().state, State::cancelled);
    EXPECT_EQ(free("2026-03-02 10:00"), 1);
    EXPECT_EQ(cancel(booking).value().state, State::cancelled);
    EXPECT_EQ(events(booking.ticket).size(), 3u);
    EXPECT_EQ(said(see(booking)), "booking.ended");
    EXPECT_EQ(see(booking).refusal().why, Why::too_late);
}

TEST_P(BookingTest, ACancelledPlaceCoolsUnlessItWasOnlyHeld) {
    auto settings = small_hall(1);
    settings.rules.cool_least_minutes = 5;
    settings.rules.cool_most_minutes = 30;
    open_with(settings);
    auto const booking = book("2026-03-02 11:00", 1).value();
    cancel(booking).value();
    now += 5min - 1s;
    EXPECT_EQ(free("2026-03-02 11:00"), 0);
    EXPECT_EQ(said(hold("2026-03-02 11:00")), "booking.slot_taken");
    now = moment("2026-03-02 07:30");
    EXPECT_EQ(free("2026-03-02 11:00"), 1);
    auto const held = hold("2026-03-02 11:00").value();
    does(cancel_booking, CancelBooking{hall, held.ticket, held.secret}).value();
    EXPECT_EQ(free("2026-03-02 11:00"), 1);
}

TEST_P(BookingTest, AHoldThatIsGivenUpWasNeverABooking) {
    auto const held = hold("2026-03-02 11:00").value();
    CancelBooking const form{hall, held.ticket, held.secret};
    EXPECT_EQ(does(cancel_booking, form).value().state, State::cancelled);
    EXPECT_EQ(does(cancel_booking, form).value().state, State::cancelled);
    EXPECT_EQ(events(held.ticket).back().kind, "given_up");
    EXPECT_EQ(leaves("booking.cancelled"), 0);
    cancel(book("2026-03-02 11:00", 1).value()).value();
    EXPECT_EQ(leaves("booking.made"), 1);
    EXPECT_EQ(leaves("booking.cancelled"), 1);
}

// The holidays of the next year are announced late in this one.
TEST_P(BookingTest, EndsWithTheYearWhoseCalendarIsKnown) {
    now = moment("2026-12-30 07:00");
    auto const slots = does(list_slots, ListSlots{hall, {"a"}, {}, {}}).value();
    ASSERT_EQ(slots.days.size(), 2u);
    EXPECT_EQ(said(hold("2027-01-04 10:00")), "booking.too_far");
    EXPECT_EQ(hold("2027-01-04 10:00").refusal().facts.count("until"), 1u);
    auto const booking = book("2026-12-31 10:00", 1).value();
    EXPECT_EQ(said(move(booking, "2027-01-04 10:00")), "booking.too_far");
    EXPECT_EQ(said(hold("2026-12-31 10:00")), "booking.slot_taken");
    now = moment("2026-12-31 16:00");
    EXPECT_EQ(said(hold("2026-12-31 16:45")), "booking.too_late");
    EXPECT_EQ(said(does(plan_slots, {})), "ok");
}

TEST_P(BookingTest, WhoStaysAwayOnceIsWarnedAtTheEndOfTheDay) {
    open_with(small_hall(2));
    book("2026-03-02 10:00", 1).value();
    auto const warned = [&] {
        return std::ranges::count(outbox(), "booking.no_show", &notices::Shown::text);
    };
    actor = &staff;
    now = moment("2026-03-02 17:00");
    EXPECT_EQ(does(end_day, EndDay{hall, {}}).value().no_show, 1);
    EXPECT_EQ(warned(), 1);
    EXPECT_EQ(does(end_day, EndDay{hall, {}}).value().no_show, 0);
    EXPECT_EQ(warned(), 1);

    // The second time it is no warning any more: the person is blocked.
    actor = &visitor;
    now = moment("2026-03-03 07:00");
    book("2026-03-03 10:00", 1).value();
    actor = &staff;
    now = moment("2026-03-03 17:00");
    EXPECT_EQ(does(end_day, EndDay{hall, {}}).value().no_show, 1);
    EXPECT_EQ(warned(), 1);
}

TEST_P(BookingTest, OnePersonHasOneBookingAServiceAndDay) {
    open_with(small_hall(3));
    book("2026-03-02 10:00", 1).value();
    EXPECT_EQ(said(book("2026-03-02 11:00", 1)), "booking.duplicate_person");
    EXPECT_EQ(said(book("2026-03-02 09:45", 1, "b")), "booking.overlap");
    EXPECT_EQ(said(book("2026-03-02 10:15", 1, "b")), "ok") << "begins where the other ends";
    EXPECT_EQ(said(book("2026-03-03 10:00", 1)), "ok") << "another day";
    EXPECT_EQ(said(book("2026-03-02 10:00", 2)), "ok") << "another person";
}

TEST_P(BookingTest, OneNumberHoweverTyped) {
    open_with(small_hall(9));
    int person = 1;
    while (id_number_of(person).back() != 'X') ++person;
    auto const number = id_number_of(person);
    auto const plain = number.substr(0, 17);
    std::string wide;  // the same digits, full width: U+FF10 ..
    for (char const digit : plain) wide += std::string("\xEF\xBC") + char(0x90 + digit - '0');
    auto const with = [&](std::string const& typed) {
        return said(confirm(hold("2026-03-02 10:00").value(), typed, "张三"));
    };
    EXPECT_EQ(with(number), "ok");
    EXPECT_EQ(with(plain + "x"), "booking.duplicate_person");
    EXPECT_EQ(with(wide + "ｘ"), "booking.duplicate_person");
    EXPECT_EQ(with(plain + "1"), "person.bad_id_number");
    EXPECT_EQ(with(""), "person.bad_id_number");
}

TEST_P(BookingTest, MovesInOneStepAndKeepsItsLink) {
    auto const booking = book("2026-03-02 10:00", 1).value();
    hold("2026-03-02 11:00").value();
    EXPECT_EQ(said(move(booking, "2026-03-02 11:00")), "booking.slot_taken");
    EXPECT_EQ(see(booking).value().start, moment("2026-03-02 10:00"));
    EXPECT_EQ(free("2026-03-02 10:00"), 0);
    auto const moved = move(booking, "2026-03-03 10:00").value();
    EXPECT_EQ(moved.sequence, 1);
    EXPECT_EQ(moved.code, booking.code);
    EXPECT_EQ(free("2026-03-02 10:00"), 1);
    EXPECT_EQ(free("2026-03-03 10:00"), 0);
    EXPECT_EQ(events(booking.ticket).size(), 3u);
    EXPECT_EQ(move(booking, "2026-03-03 10:00").value().sequence, 1) << "nothing to do";
}

TEST_P(BookingTest, TheNameIsFixedButForTheDesk) {
    auto const booking = book("2026-03-02 10:00", 1).value();
    CorrectPerson form{hall, booking.ticket, secret(booking), "李四", id_number_of(2), {}, {}};
    EXPECT_EQ(said(does(correct_person, form)), "booking.name_fixed");
    EXPECT_EQ(free("2026-03-02 10:00"), 0);
    as_staff(correct_persons);
    EXPECT_EQ(said(does(correct_person, form)), "booking.reason_missing");
    EXPECT_EQ(does(correct_person, form).refusal().why, Why::invalid);
    form.reason = "身份证号登记错误";
    form.phone = "13900000000";
    auto const corrected = does(correct_person, form).value();
    EXPECT_EQ(corrected.name, "李*");
    EXPECT_EQ(corrected.phone, "139****0000");
    EXPECT_EQ(events(booking.ticket).back().reason, "身份证号登记错误");
}

TEST_P(BookingTest, NoShowsAndCancellationsPauseBooking) {
    for (int times = 0; times < 5; ++times) cancel(book("2026-03-04 10:00", 1).value()).value();
    auto const again = book("2026-03-04 10:00", 1);
    EXPECT_EQ(said(again), "booking.blocked");
    EXPECT_EQ(again.refusal().why, Why::forbidden);
    EXPECT_EQ(again.refusal().facts.at("until_day"), "2026-04-01");
    now = moment("2026-04-01 07:00");
    EXPECT_EQ(said(book("2026-04-02 10:00", 1)), "ok");

    // Stayed away twice, and nobody closed those days.
    book("2026-04-01 10:00", 2).value();
    now = moment("2026-04-02 07:00");
    auto const second = book("2026-04-02 11:00", 2).value();
    EXPECT_TRUE(second.warning);
    now = moment("2026-04-03 07:00");
    EXPECT_EQ(said(book("2026-04-03 10:00", 2)), "booking.blocked");
    auto const limits = does(see_limits, SeeLimits{hall, id_number_of(2), "13800000000"}).value();
    EXPECT_EQ(limits.no_shows, 2);
    EXPECT_TRUE(limits.blocked_until);
    EXPECT_EQ(does(see_limits, SeeLimits{hall, id_number_of(2), "13900000000"}).value().no_shows,
              0);
}

TEST_P(BookingTest, AClosureStopsHoldsAndNewBookings) {
    auto const held = hold("2026-03-03 10:00").value();
    write([&](Call& call) {
        auto const day = read_day("2026-03-03").value();
        bookings::close(call, hall, call.district.zone().midnight(day),
                        call.district.zone().midnight(day) + 24h);
        return true;
    });
    EXPECT_EQ(said(confirm(held, 1)), "booking.closed");
    EXPECT_EQ(said(hold("2026-03-03 11:00")), "booking.closed");
}

TEST_P(BookingTest, AStretchThatIsClosedIsSaidToBeClosed) {
    write([&](Call& call) {
        closures::add(call, hall,
                      {"c1", read_day("2026-04-02").value(), {10h}, {11h}, "停电", {}, 0});
        return true;
    });
    now = moment("2026-04-01 07:00");
    EXPECT_EQ(free("2026-04-02 10:00"), -1);
    EXPECT_EQ(said(hold("2026-04-02 10:00")), "booking.closed");
    EXPECT_EQ(said(hold("2026-04-02 09:45")), "ok");
    EXPECT_EQ(said(hold("2026-04-02 09:45", "b")), "booking.slot_taken") << "runs into it";
    EXPECT_EQ(said(hold("2026-04-02 11:00", "b")), "ok");
}

TEST_P(BookingTest, IsToldOnceAndRemindedTwice) {
    auto const booking = book("2026-03-04 10:00", 1).value();
    auto const sent = [&](std::string const& text) {
        return std::ranges::count_if(outbox(), [&](auto const& each) {
            return each.text == text && each.state == notices::State::queued;
        });
    };
    EXPECT_EQ(sent("booking.confirmed"), 1);
    EXPECT_EQ(sent("booking.reminder_day"), 1);
    EXPECT_EQ(sent("booking.reminder_soon"), 1);
    move(booking, "2026-03-05 10:00").value();
    EXPECT_EQ(sent("booking.reminder_soon"), 1);
    cancel(booking).value();
    EXPECT_EQ(sent("booking.reminder_day"), 0);
    EXPECT_EQ(sent("booking.cancelled"), 1);
}

TEST_P(BookingTest, TheWaitingListIsServedInOrder) {
    auto settings = small_hall(1);
    settings.rules.waiting_list = true;
    settings.halls[0].opening = {{3, {9h}, {9h + 15min}}};
    open_with(settings);
    auto const join = [&](int person) {
        return does(join_waiting_list, JoinWaitingList{hall,
                                                       {"a"},
                                                       read_day("2026-03-04").value(),
                                                       "王五",
                                                       id_number_of(person),
                                                       "13800000000"});
    };
    EXPECT_EQ(said(join(2)), "booking.waiting_not_needed");
    auto const booking = book("2026-03-04 09:00", 1).value();
    EXPECT_EQ(join(2).value().ahead, 0);
    now += 1s;
    EXPECT_EQ(join(3).value().ahead, 1);
    EXPECT_EQ(join(2).value().ahead, 0);
    cancel(booking).value();
    EXPECT_EQ(said(hold("2026-03-04 09:00")), "booking.slot_taken") << "held for the first";
    EXPECT_EQ(std::ranges::count(outbox(), "booking.offered", &notices::Shown::text), 1);
    now += 10min;
    EXPECT_EQ(free("2026-03-04 09:00"), 1);
}

TEST_P(BookingTest, GoesIntoTheCitizensCalendarAndOutAgain) {
    auto const booking = book("2026-03-04 10:00", 1).value();
    SeeBooking const link{hall, booking.ticket, secret(booking)};
    auto const first = does(booking_calendar, link).value();
    EXPECT_EQ(first.type, "text/calendar; charset=utf-8");
    EXPECT_NE(first.bytes.find("SEQUENCE:0"), std::string::npos);
    move(booking, "2026-03-05 10:00").value();
    auto const second = does(booking_calendar, link).value();
    EXPECT_NE(second.bytes.find("SEQUENCE:1"), std::string::npos);
    EXPECT_NE(second.bytes.find("UID:" + booking.ticket.text), std::string::npos);
    cancel(booking).value();
    auto const last = does(booking_calendar, link).value();
    EXPECT_NE(last.bytes.find("METHOD:CANCEL"), std::string::npos);
    EXPECT_EQ(last.bytes.find(id_number_of(1)), std::string::npos);
    EXPECT_NE(does(booking_code, link).value().bytes.find("<svg"), std::string::npos);
}

TEST_P(BookingTest, TheDeskFindsBookingsByCard) {
    book("2026-03-04 10:00", 1).value();
    EXPECT_EQ(said(does(find_bookings, FindBookings{hall, id_number_of(1)})), "session.missing");
    as_staff(check_people_in);
    EXPECT_EQ(does(find_bookings, FindBookings{hall, id_number_of(1)}).value().bookings.size(), 1u);
    EXPECT_TRUE(does(find_bookings, FindBookings{hall, id_number_of(2)}).value().bookings.empty());
}

INSTANTIATE_TEST_SUITE_P(Both, BookingTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::hall
