#pragma once
// Booking as the tests write it: hold, confirm, cancel, move, one line each.

#include <algorithm>

#include "engines/notices/notices.h"
#include "engines/tickets/tickets.h"
#include "systems/hall/hall_for_test.h"

namespace banshi::hall {

using namespace std::chrono_literals;

class BookingTest : public HallTest {
protected:
    Result<Held> hold(char const* start, char const* service = "a") {
        return does(hold_slot, {{"h"}, {{service}}, at(start), {}});
    }
    Result<Booking> confirm(Held const& held, int person, std::string const& name = "张三") {
        return confirm(held, id_number(person), name);
    }
    Result<Booking> confirm(Held const& held, std::string const& number, std::string const& name) {
        return does(
            confirm_booking,
            ConfirmBooking{{"h"}, held.ticket, held.secret, name, number, "13800000000", true});
    }
    Result<Booking> book(char const* start, int person, char const* service = "a") {
        auto const held = hold(start, service);
        if (!held) return held.refusal();
        return confirm(held.value(), person);
    }
    std::string secret(Booking const& booking) {
        return booking.code.substr(booking.code.find('.') + 1);
    }
    Result<Booking> cancel(Booking const& booking) {
        return does(cancel_booking, CancelBooking{{"h"}, booking.ticket, secret(booking)});
    }
    Result<Booking> move(Booking const& booking, char const* start) {
        return does(reschedule_booking,
                    RescheduleBooking{{"h"}, booking.ticket, secret(booking), at(start)});
    }
    Result<Booking> see(Booking const& booking) {
        return does(see_booking, SeeBooking{{"h"}, booking.ticket, secret(booking)});
    }
    BookingDay day(char const* day, char const* service = "a") {
        auto const slots = does(list_slots, ListSlots{{"h"}, {service}, {}, {}}).value();
        for (auto const& each : slots.days)
            if (banshi::written(each.day) == day) return each;
        return {};
    }
    // Free places at this start, or -1 where it is not offered.
    int free(std::string const& start, char const* service = "a") {
        for (auto const& time : day(start.substr(0, 10).c_str(), service).times)
            if (time.start == at(start)) return time.open ? time.free : 0;
        return -1;
    }
    std::vector<tickets::Event> events(TicketId const& ticket) {
        std::vector<tickets::Event> out;
        let([&](Call& call) { out = tickets::events_of(call, ticket); });
        return out;
    }
    std::vector<notices::Shown> outbox() {
        std::vector<notices::Shown> out;
        let([&](Call& call) { out = notices::list_outbox(call, 100); });
        return out;
    }
};

}  // namespace banshi::hall
