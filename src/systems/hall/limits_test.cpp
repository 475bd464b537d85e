#include "systems/hall/limits.h"

#include "systems/hall/booking_for_test.h"

namespace banshi::hall {

class Limited : public BookingTest {
protected:
    // Cancels as often as is still allowed, and once more.
    void cancel_too_often(int person) {
        for (auto const* start : {"2026-03-02 10:00", "2026-03-02 10:15", "2026-03-02 10:30",
                                  "2026-03-02 10:45", "2026-03-02 11:00"})
            ASSERT_EQ(said(cancel(book(start, person).value())), "ok");
    }
    std::vector<LimitedPerson> limited() {
        as_staff(lift_limits);
        auto const persons = does(list_limited, ListLimited{hall}).value().persons;
        actor = &visitor;
        return persons;
    }
};

TEST_P(Limited, StandInAListUntilTheirDay) {
    EXPECT_TRUE(limited().empty());
    cancel_too_often(1);
    ASSERT_EQ(limited().size(), 1u);
    auto const one = limited().front();
    EXPECT_EQ(one.name, "张*");
    EXPECT_EQ(one.cancellations, 5);
    EXPECT_EQ(one.no_shows, 0);
    EXPECT_EQ(banshi::written(one.until), "2026-04-01");
    now = moment("2026-04-01 08:00");
    EXPECT_TRUE(limited().empty());
}

TEST_P(Limited, AreLetGoWithAReasonAndBookAgain) {
    cancel_too_often(1);
    auto const held = hold("2026-03-03 10:00").value();
    EXPECT_EQ(said(confirm(held, 1)), "booking.blocked");
    auto const person = limited().front().person;
    EXPECT_EQ(said(does(lift_limit, LiftLimit{hall, person, "系统故障"})), "session.missing");
    as_staff(lift_limits);
    EXPECT_EQ(said(does(lift_limit, LiftLimit{hall, person, " "})), "limit.reason_missing");
    EXPECT_TRUE(does(lift_limit, LiftLimit{hall, person, "系统故障"}).value().persons.empty());
    EXPECT_EQ(said(does(lift_limit, LiftLimit{hall, person, "系统故障"})), "limit.not_limited");
    actor = &visitor;
    EXPECT_EQ(said(confirm(held, 1)), "ok");
    EXPECT_EQ(
        does(see_limits, SeeLimits{hall, id_number_of(1), "13800000000"}).value().cancellations, 0);
}

INSTANTIATE_TEST_SUITE_P(Both, Limited, both_databases(), database_name);

// A citizen who logged in by the phone of the tests.
class MyBookings : public BookingTest {
protected:
    std::vector<Booking> mine() {
        return does(list_my_bookings, ListMyBookings{}).value().bookings;
    }
    Actor citizen{Actor::Kind::citizen, {"account-1"}, {}, "138****0000", {}};
    Actor other{Actor::Kind::citizen, {"account-2"}, {}, "138****0000", {}};
};

TEST_P(MyBookings, AreThoseOfTheAccountForWhomever) {
    EXPECT_EQ(said(does(list_my_bookings, ListMyBookings{})), "session.missing");
    book("2026-03-02 10:00", 1).value();
    actor = &citizen;
    EXPECT_TRUE(mine().empty()) << "booked without logging in";
    auto const later = book("2026-03-03 10:00", 1).value();
    auto const sooner = book("2026-03-02 11:00", 2).value();
    ASSERT_EQ(mine().size(), 2u);
    EXPECT_EQ(mine().front().ticket, sooner.ticket);
    EXPECT_EQ(mine().back().code, later.code);
    actor = &other;
    EXPECT_TRUE(mine().empty()) << "the same person's booking, another account";
    actor = &citizen;
    cancel(later).value();
    EXPECT_EQ(mine().size(), 1u);
    now = moment("2026-03-03 08:00");
    EXPECT_TRUE(mine().empty());
}

INSTANTIATE_TEST_SUITE_P(Both, MyBookings, both_databases(), database_name);

}  // namespace banshi::hall
