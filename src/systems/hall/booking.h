#pragma once
// Booking 预约: places are held while the citizen types, booked with name and ID, and given back
// when cancelled. A booking is a ticket that is not yet present: it keeps its id and its link.

#include "base/result.h"
#include "engines/bookings/bookings.h"
#include "engines/tickets/state.h"
#include "store/call.h"
#include "systems/hall/settings.h"

namespace banshi::hall {

using bookings::Quota;

struct ListSlots {
    HallId hall;
    ServiceId service;
    std::optional<std::string> with;  // further services of the same visit: "b,c"
    std::optional<Quota> quota;       // internal needs the right hall.book_internal
};
struct Time {  // one start that may be booked
    Instant start;
    int free;   // visits that still fit
    bool open;  // false: full, or too late to book
};
enum class DayState { open, closed, full };
struct BookingDay {
    Day day;
    DayState state;
    std::string reason;  // why closed: "weekend", "holiday", "closure", "no_window"; else empty
    int free;
    std::vector<Time> times;
};
struct Slots {
    ServiceId service;
    int slots;  // length of the visit
    int minutes;
    std::vector<BookingDay> days;
    bool waiting_list;  // can be joined on a full day
};

struct HoldSlot {  // 暂占
    HallId hall;
    std::vector<ServiceId> services;
    Instant start;
    std::optional<Quota> quota;
};
struct Held {
    TicketId ticket;
    std::string secret;  // of the link; never shown again
    Instant start;
    Instant end;
    Instant until;  // the hold ends
};

struct ExtendHold {  // once
    HallId hall;
    TicketId ticket;
    std::string secret;
};

struct ConfirmBooking {
    HallId hall;
    TicketId ticket;
    std::string secret;
    std::string name;
    std::string id_number;  // 身份证号
    std::string phone;
    bool consent;
};

using tickets::State;

struct SeeBooking {
    HallId hall;
    TicketId ticket;
    std::string secret;
};
struct Booking {
    TicketId ticket;
    HallId hall;
    std::string hall_name;
    std::string address;
    std::string reference;  // short number of the booking that a desk can type
    std::vector<ServiceId> services;
    std::string service_name;
    std::vector<std::string> documents;
    State state;
    Instant start;
    Instant end;
    Instant check_in_from;
    Instant check_in_until;
    std::string name;       // masked 张*
    std::string id_number;  // masked
    std::string phone;      // masked
    std::string code;       // for the QR at the kiosk
    int sequence;           // rises with each rescheduling
    int cancellations;      // of this person within the period of the limit
    int cancellations_most;
    bool rebook_first;  // cancelled by the office: first choice until rebook_until
    std::optional<Instant> rebook_until;
    std::optional<std::string> warning;
};

struct CancelBooking {
    HallId hall;
    TicketId ticket;
    std::string secret;
};
struct RescheduleBooking {  // 改约
    HallId hall;
    TicketId ticket;
    std::string secret;
    Instant start;
};
struct CorrectPerson {  // staff only; the public gets name_fixed
    HallId hall;
    TicketId ticket;
    std::optional<std::string> secret;
    std::string name;
    std::string id_number;
    std::optional<std::string> phone;  // else it stays
    std::optional<std::string> reason;
};
struct JoinWaitingList {  // 候补
    HallId hall;
    ServiceId service;
    Day day;
    std::string name;
    std::string id_number;
    std::string phone;
};
struct Joined {
    int ahead;
};
struct FindBookings {  // by the desk, by ID card
    HallId hall;
    std::string id_number;
};
struct Bookings {
    std::vector<Booking> bookings;
};
struct ListMyBookings {};  // 我的预约: what a citizen who has logged in booked, for whomever
struct SeeLimits {         // 我的限制
    HallId hall;
    std::string id_number;
    std::string phone;
};
struct Limits {
    int no_shows;
    int no_shows_most;
    int cancellations;
    int cancellations_most;
    std::optional<Day> blocked_until;
};

Result<Slots> list_slots(Call&, ListSlots const&);
Result<Held> hold_slot(Call&, HoldSlot const&);
Result<Held> extend_hold(Call&, ExtendHold const&);
Result<Booking> confirm_booking(Call&, ConfirmBooking const&);
Result<Booking> see_booking(Call&, SeeBooking const&);  // 410 once it has ended
Result<Booking> cancel_booking(Call&, CancelBooking const&);
Result<Booking> reschedule_booking(Call&, RescheduleBooking const&);
Result<Booking> correct_person(Call&, CorrectPerson const&);
Result<File> booking_calendar(Call&, SeeBooking const&);  // iCalendar
Result<File> booking_code(Call&, SeeBooking const&);      // QR as SVG
Result<Joined> join_waiting_list(Call&, JoinWaitingList const&);
Result<Bookings> find_bookings(Call&, FindBookings const&);
Result<Bookings> list_my_bookings(Call&, ListMyBookings const&);
Result<Limits> see_limits(Call&, SeeLimits const&);

// By the clock. Nothing waits for these: limits hold from their instant on, and a day that was
// not planned yet is planned when somebody asks for it.
struct ExpireHolds {};
struct HoldsExpired {
    int holds;
};
struct PlanSlots {};
struct SlotsPlanned {
    int changed;
};
Result<HoldsExpired> expire_holds(Call&, ExpireHolds const&);
Result<SlotsPlanned> plan_slots(Call&, PlanSlots const&);

}  // namespace banshi::hall
