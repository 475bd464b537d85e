// What strangers may take and hear: places while they type, and other people's appointments.
#include "systems/hall/booking_for_test.h"

namespace banshi::hall {

class Applicants : public BookingTest {};

TEST_P(Applicants, OneAddressKeepsSoManyPlacesAtOnce) {
    auto settings = small_hall(9);
    settings.holds = HoldLimits{.an_account = 1, .an_address = 2};
    open_with(settings);
    visitor.session = "1.1.1.1";
    auto const first = hold("2026-03-02 10:00").value();
    auto const second = hold("2026-03-02 10:00").value();
    auto const third = hold("2026-03-02 10:00");
    EXPECT_EQ(said(third), "booking.holds_most");
    EXPECT_EQ(third.refusal().facts.at("most"), "2");
    EXPECT_EQ(free("2026-03-02 10:00"), 7) << "what was refused keeps nothing";

    Actor elsewhere;
    elsewhere.session = "2.2.2.2";
    actor = &elsewhere;
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "ok");
    actor = &visitor;
    EXPECT_EQ(said(confirm(first, 1)), "ok");
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "ok") << "one was booked";
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "booking.holds_most");

    // Longer once; then the place is gone, for good.
    now += 9min;
    EXPECT_EQ(said(does(extend_hold, {hall, second.ticket, second.secret})), "ok");
    EXPECT_EQ(said(does(extend_hold, {hall, second.ticket, second.secret})),
              "booking.extended_already");
    now += 2min;
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "ok") << "one has run out, one is longer";
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "booking.holds_most");
    now += 8min;
    EXPECT_EQ(said(does(expire_holds, {})), "ok");
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "ok");
    as_staff(book_internally);
    desk.session = "1.1.1.1";
    for (int at = 0; at < 3; ++at) EXPECT_EQ(said(hold("2026-03-02 11:00")), "ok");
}

TEST_P(Applicants, AFullTimeIsFullForWhoKeepsTooMany) {
    auto settings = small_hall(1);
    settings.holds = HoldLimits{.an_account = 1, .an_address = 1};
    open_with(settings);
    visitor.session = "1.1.1.1";
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "ok");
    EXPECT_EQ(said(hold("2026-03-02 10:00")), "booking.slot_taken");
    EXPECT_EQ(said(hold("2026-03-02 11:00")), "booking.holds_most");
    Actor citizen{Actor::Kind::citizen, {"account"}, {}, "", {}};
    citizen.session = "1.1.1.1";
    actor = &citizen;
    EXPECT_EQ(said(hold("2026-03-02 11:00")), "ok") << "an account has its own limit";
    EXPECT_EQ(said(hold("2026-03-02 11:30")), "booking.holds_most");
}

TEST_P(Applicants, AStrangerHearsNotWhenSomebodyHasAnAppointment) {
    open_with(small_hall(9));
    auto const mine = book("2026-03-03 10:00", 1).value();
    cancel(book("2026-03-04 10:00", 1).value()).value();
    auto const as_stranger = [&](char const* start, char const* service) {
        auto const held = hold(start, service).value();
        return does(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, "李四",
                                                    id_number_of(1), "13911111111", true});
    };
    for (auto const& refused :
         {as_stranger("2026-03-03 11:00", "a"), as_stranger("2026-03-03 10:00", "b")}) {
        ASSERT_FALSE(refused);
        for (auto const& [name, value] : refused.refusal().facts)
            EXPECT_EQ(value.find("10:00"), value.npos) << name << " " << value;
    }
    auto const told = book("2026-03-03 11:00", 1).refusal();
    EXPECT_TRUE(told.facts.contains("at")) << "whoever knows the phone";

    // Another day is possible; the messages stay with the phone that is known.
    auto const other = as_stranger("2026-03-05 10:00", "a").value();
    EXPECT_EQ(other.name + other.phone, "");
    EXPECT_EQ(other.cancellations, 0);
    EXPECT_EQ(see(mine).value().phone, "138****0000");
    auto const limits = [&](char const* phone) {
        return does(see_limits, SeeLimits{hall, id_number_of(1), phone}).value().cancellations;
    };
    EXPECT_EQ(limits("13911111111"), 0);
    EXPECT_EQ(limits("13800000000"), 1);
    as_staff(check_people_in);
    EXPECT_EQ(see(other).value().phone, "138****0000") << "the desk sees whom it has before it";
    auto const held = hold("2026-03-03 11:00").value();
    auto const desk_told =
        does(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, "张三",
                                             id_number_of(1), "13911111111", true});
    EXPECT_TRUE(desk_told.refusal().facts.contains("at"));
}

TEST_P(Applicants, AStrangerHearsNotUntilWhenSomebodyMayNotBook) {
    for (int times = 0; times < 5; ++times) cancel(book("2026-03-04 10:00", 1).value()).value();
    auto const held = hold("2026-03-04 10:00").value();
    auto const refused =
        does(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, "李四",
                                             id_number_of(1), "13911111111", true});
    EXPECT_EQ(said(refused), "booking.blocked");
    EXPECT_FALSE(refused.refusal().facts.contains("until_day"));
}

TEST_P(Applicants, WhoHasNothingOpenMayChangeThePhone) {
    open_with(small_hall(9));
    write([&](Call& call) {
        return people::identify(call, {"张三", id_number_of(1), "13911111111"});
    }).value();
    EXPECT_EQ(book("2026-03-03 10:00", 1).value().phone, "138****0000");
}

INSTANTIATE_TEST_SUITE_P(Both, Applicants, testing::Values("sqlite", "postgres"),
                         [](auto const& kind) { return std::string(kind.param); });

}  // namespace banshi::hall
