#pragma once
// Booking as the tests write it: hold, confirm, cancel, move, one line each.

#include <algorithm>

#include "engines/tickets/tickets.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

using namespace std::chrono_literals;

inline Instant moment(std::string const& wall) {
    return read_instant(wall.substr(0, 10) + "T" + wall.substr(11) + ":00+08:00").value();
}

// Monday 2 March 2026, seven in the morning; one window, booked up to two hours before.
class BookingTest : public World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        actor = &visitor;
        now = moment("2026-03-02 07:00");
        open_with(small_hall(1));
    }

    static Settings small_hall(int windows) {
        auto settings = read_settings(settings_for_test(), "hall.toml").value();
        settings.rules.book_before_minutes = 120;
        auto& all = settings.halls.front().windows;
        auto const model = all.front();
        all.clear();
        for (int number = 1; number <= windows; ++number) {
            all.push_back(model);
            all.back().id.text = std::to_string(number);
        }
        return settings;
    }
    void open_with(Settings settings) {
        district.set(std::move(settings));
        establish(district);
    }

    // One deed as one writes it in a scenario: the use case and its form.
    template <class In, class Out>
    Result<Out> does(Result<Out> (*use_case)(Call&, In const&), In const& form) {
        return write([&](Call& call) { return use_case(call, form); });
    }
    template <class Out>
    static std::string said(Result<Out> const& result) {
        return result ? "ok" : result.refusal().text;
    }
    void as_staff(Right const& right) {
        desk.grants = {{right, "/"}};
        actor = &desk;
    }

    Result<Held> hold(char const* start, char const* service = "a") {
        return does(hold_slot, {hall, {{service}}, moment(start), {}});
    }
    Result<Booking> confirm(Held const& held, int person, std::string const& name = "张三") {
        return confirm(held, id_number_of(person), name);
    }
    Result<Booking> confirm(Held const& held, std::string const& number, std::string const& name) {
        return does(confirm_booking, ConfirmBooking{hall, held.ticket, held.secret, name, number,
                                                    "13800000000", true});
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
        return does(cancel_booking, CancelBooking{hall, booking.ticket, secret(booking)});
    }
    Result<Booking> move(Booking const& booking, char const* start) {
        return does(reschedule_booking,
                    RescheduleBooking{hall, booking.ticket, secret(booking), moment(start)});
    }
    Result<Booking> see(Booking const& booking) {
        return does(see_booking, SeeBooking{hall, booking.ticket, secret(booking)});
    }
    BookingDay day(char const* day, char const* service = "a") {
        auto const slots = does(list_slots, ListSlots{hall, {service}, {}, {}}).value();
        for (auto const& each : slots.days)
            if (banshi::written(each.day) == day) return each;
        return {};
    }
    // Free places at this start, or -1 where it is not offered.
    int free(std::string const& start, char const* service = "a") {
        for (auto const& time : day(start.substr(0, 10).c_str(), service).times)
            if (time.start == moment(start)) return time.open ? time.free : 0;
        return -1;
    }
    std::vector<tickets::Event> events(TicketId const& ticket) {
        std::vector<tickets::Event> out;
        write([&](Call& call) {
            out = tickets::events_of(call, ticket);
            return true;
        });
        return out;
    }
    std::vector<notices::Shown> outbox() {
        std::vector<notices::Shown> out;
        write([&](Call& call) {
            out = notices::list_outbox(call, 100);
            return true;
        });
        return out;
    }

    Actor desk{Actor::Kind::staff, {"desk"}, {}, "Desk", {}};
};

}  // namespace banshi::hall
