#include "systems/hall/booking.h"
#include "systems/hall/hall.h"
#include "systems/hall/limits.h"
#include "systems/hall/routes.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_ENUM(DayState, open, closed, full)
BOOST_DESCRIBE_STRUCT(ListSlots, (), (hall, service, with, quota))
BOOST_DESCRIBE_STRUCT(Time, (), (start, free, open))
BOOST_DESCRIBE_STRUCT(BookingDay, (), (day, state, reason, free, times))
BOOST_DESCRIBE_STRUCT(Slots, (), (service, slots, minutes, days, waiting_list))
BOOST_DESCRIBE_STRUCT(HoldSlot, (), (hall, services, start, quota))
BOOST_DESCRIBE_STRUCT(Held, (), (ticket, secret, start, end, until))
BOOST_DESCRIBE_STRUCT(ExtendHold, (), (hall, ticket, secret))
BOOST_DESCRIBE_STRUCT(ConfirmBooking, (), (hall, ticket, secret, name, id_number, phone, consent))
BOOST_DESCRIBE_STRUCT(SeeBooking, (), (hall, ticket, secret))
BOOST_DESCRIBE_STRUCT(Booking, (),
                      (ticket, hall, hall_name, address, reference, services, service_name,
                       documents, state, start, end, check_in_from, check_in_until, name, id_number,
                       phone, code, sequence, cancellations, cancellations_most, rebook_first,
                       rebook_until, warning))
BOOST_DESCRIBE_STRUCT(CancelBooking, (), (hall, ticket, secret))
BOOST_DESCRIBE_STRUCT(RescheduleBooking, (), (hall, ticket, secret, start))
BOOST_DESCRIBE_STRUCT(CorrectPerson, (), (hall, ticket, secret, name, id_number, phone, reason))
BOOST_DESCRIBE_STRUCT(JoinWaitingList, (), (hall, service, day, name, id_number, phone))
BOOST_DESCRIBE_STRUCT(Joined, (), (ahead))
BOOST_DESCRIBE_STRUCT(FindBookings, (), (hall, id_number))
BOOST_DESCRIBE_STRUCT(Bookings, (), (bookings))
BOOST_DESCRIBE_STRUCT(ListMyBookings, (), ())
BOOST_DESCRIBE_STRUCT(SeeLimits, (), (hall, id_number, phone))
BOOST_DESCRIBE_STRUCT(Limits, (),
                      (no_shows, no_shows_most, cancellations, cancellations_most, blocked_until))
BOOST_DESCRIBE_STRUCT(ListLimited, (), (hall))
BOOST_DESCRIBE_STRUCT(LimitedPerson, (),
                      (person, name, id_number, phone, no_shows, cancellations, until))
BOOST_DESCRIBE_STRUCT(LimitedPersons, (), (persons))
BOOST_DESCRIBE_STRUCT(LiftLimit, (), (hall, person, reason))
BOOST_DESCRIBE_STRUCT(ExpireHolds, (), ())
BOOST_DESCRIBE_STRUCT(HoldsExpired, (), (holds))
BOOST_DESCRIBE_STRUCT(PlanSlots, (), ())
BOOST_DESCRIBE_STRUCT(SlotsPlanned, (), (changed))

// Asks with an ID number, which must stand in no address: POST, but nothing is written.
static Route looks(Route route) {
    route.deed.writes = false;
    return route;
}

std::vector<Route> booking_routes() {
    std::string const hall = "/halls/{hall}", booking = hall + "/bookings/{ticket}";
    return {
        get(hall + "/slots", anyone, "list_slots", list_slots),
        creates(post(hall + "/holds", anyone, "hold_slot", hold_slot)),
        post(hall + "/holds/{ticket}/extension", anyone, "extend_hold", extend_hold),
        creates(post(hall + "/bookings", anyone, "confirm_booking", confirm_booking)),
        get(booking, anyone, "see_booking", see_booking),
        post(booking + "/cancellation", anyone, "cancel_booking", cancel_booking),
        put(booking + "/time", anyone, "reschedule_booking", reschedule_booking),
        put(booking + "/person", anyone, "correct_person", correct_person),
        get(booking + "/calendar", anyone, "booking_calendar", booking_calendar),
        get(booking + "/code", anyone, "booking_code", booking_code),
        post(hall + "/waiting-list", anyone, "join_waiting_list", join_waiting_list),
        looks(post(hall + "/booking-search", check_people_in, "find_bookings", find_bookings)),
        get("/my-bookings", anyone, "list_my_bookings", list_my_bookings),
        looks(post(hall + "/limits", anyone, "see_limits", see_limits)),
        get(hall + "/limited-persons", lift_limits, "list_limited", list_limited),
        post(hall + "/limited-persons/{person}/lifting", lift_limits, "lift_limit", lift_limit),
    };
}

std::vector<Job> booking_jobs() {
    return {
        {deed(anyone, "expire_holds", expire_holds, true), {}, Seconds{60}},
        {deed(anyone, "plan_slots", plan_slots, true), Clock{Minutes{5}}},
    };
}

}  // namespace banshi::hall
