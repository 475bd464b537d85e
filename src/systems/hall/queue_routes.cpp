#include "systems/hall/routes.h"

#include "systems/hall/hall.h"
#include "systems/hall/plain.h"
#include "systems/hall/queue.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(CheckIn, (), (hall, id_number, name, code, ticket, look))
BOOST_DESCRIBE_ENUM(CheckInOutcome, checked_in, found, already, no_booking)
BOOST_DESCRIBE_STRUCT(IssueTicket, (), (hall, service, id_number, name, phone, priority))
BOOST_DESCRIBE_STRUCT(TicketAtTicket, (), (hall, ticket, secret))
BOOST_DESCRIBE_STRUCT(Estimate, (), (p50_minutes, p90_minutes))
BOOST_DESCRIBE_STRUCT(Place, (), (number, day, entry, priority, since, due))
BOOST_DESCRIBE_STRUCT(StopView, (),
                      (service, service_name, window, state, waited_seconds, served_seconds))
BOOST_DESCRIBE_STRUCT(StopToGrade, (), (stop, service_name, window))
BOOST_DESCRIBE_STRUCT(RecordPlace, (), (seq, size, root))
BOOST_DESCRIBE_STRUCT(TicketView, (),
                      (ticket, hall, hall_name, number, day, queue, service, service_name, state,
                       entry, priority, name, booked_at, issued_at, due, ahead, estimate, before,
                       may_be_passed_until, window, calls, returns_left, windows, windows_behind,
                       waiting_area, stops, record, to_grade, now, secret))
BOOST_DESCRIBE_STRUCT(CheckedIn, (), (outcome, ticket))
BOOST_DESCRIBE_STRUCT(FindTicket, (), (hall, number))
BOOST_DESCRIBE_STRUCT(FoundTicket, (), (number, day, service_name, state, ahead, window, estimate))
BOOST_DESCRIBE_STRUCT(PlainTicket, (), (hall, ticket))
BOOST_DESCRIBE_STRUCT(Slip, (), (hall, ticket, secret, format))
BOOST_DESCRIBE_STRUCT(AtQueue, (), (hall, queue))
BOOST_DESCRIBE_STRUCT(AtHall, (), (hall))
BOOST_DESCRIBE_STRUCT(Called, (), (call, number, day, window, priority, calls, at))
BOOST_DESCRIBE_STRUCT(QueueView, (),
                      (queue, waiting, ahead, called, windows_open, windows_behind, mean_seconds,
                       estimates, now))
BOOST_DESCRIBE_STRUCT(ServiceLoad, (),
                      (service, queue, name, waiting, windows_open, windows_behind, estimate,
                       stopped, opens_at))
BOOST_DESCRIBE_STRUCT(Loudness, (), (from, to, percent))
BOOST_DESCRIBE_STRUCT(DisplayView, (),
                      (hall, hall_name, newest, last, missed, services, issued_today, cleared_today,
                       volume, record, now))
BOOST_DESCRIBE_STRUCT(Announcement, (), (hall, call))
BOOST_DESCRIBE_STRUCT(ListCalls, (), (hall, day))
BOOST_DESCRIBE_STRUCT(PassedOver, (), (number, due, why))
BOOST_DESCRIBE_STRUCT(CallShown, (),
                      (number, day, entry, issued_at, due, called_at, window, override_reason,
                       passed_over, seq))
BOOST_DESCRIBE_STRUCT(Calls, (), (day, calls))
BOOST_DESCRIBE_STRUCT(ExplainOrder, (), (hall, number, day))
BOOST_DESCRIBE_STRUCT(WentBefore, (), (number, day, entry, due, called_at, why))
BOOST_DESCRIBE_STRUCT(Explanation, (), (number, entry, due, before))
BOOST_DESCRIBE_STRUCT(SeePerson, (), (hall, ticket, reason))
BOOST_DESCRIBE_STRUCT(PersonShown, (), (name, id_number, phone))

std::vector<Route> queue_routes() {
    std::string const hall = "/halls/{hall}", ticket = hall + "/tickets/{ticket}";
    return {
        post(hall + "/check-ins", check_people_in, "check_in", check_in),
        creates(post(hall + "/tickets", issue_tickets, "issue_ticket", issue_ticket)),
        get(ticket, anyone, "see_ticket", see_ticket),
        post(ticket + "/departure", anyone, "leave", leave),
        post(ticket + "/return", anyone, "return_missed", return_missed),
        get(ticket + "/plain", anyone, "plain_ticket", plain_ticket),
        get(ticket + "/slip", anyone, "ticket_slip", ticket_slip),
        post(ticket + "/printing", anyone, "reprint_ticket", reprint_ticket),
        post(ticket + "/look-up", see_persons, "see_person", see_person),
        get(hall + "/numbers/{number}", anyone, "find_ticket", find_ticket),
        post(hall + "/numbers/{number}/printing", issue_tickets, "reprint_number", reprint_number),
        live("hall/{hall}", get(hall + "/queues/{queue}", anyone, "see_queue", see_queue)),
        live("hall/{hall}", get(hall + "/display", anyone, "see_display", see_display)),
        get(hall + "/kiosk-voice", anyone, "kiosk_voice", kiosk_voice),
        get(hall + "/announcements/{call}", anyone, "call_voice", call_voice),
        get(hall + "/calls", anyone, "list_calls", list_calls),
        get(hall + "/numbers/{number}/order", anyone, "explain_order", explain_order),
    };
}

}  // namespace banshi::hall
