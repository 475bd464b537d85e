#include "systems/hall/evaluator.h"
#include "systems/hall/hall.h"
#include "systems/hall/queue.h"
#include "systems/hall/routes.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(AtWindow, (), (hall, window))
BOOST_DESCRIBE_STRUCT(CloseWindow, (), (hall, window, confirm))
BOOST_DESCRIBE_STRUCT(CallNext, (), (hall, window))
BOOST_DESCRIBE_STRUCT(CallTicket, (), (hall, window, ticket, reason))
BOOST_DESCRIBE_STRUCT(TicketAtWindow, (), (hall, window, ticket))
BOOST_DESCRIBE_STRUCT(Transfer, (), (hall, window, ticket, service, first, reason))
BOOST_DESCRIBE_STRUCT(StopView, (),
                      (service, service_name, window, state, waited_seconds, served_seconds))
BOOST_DESCRIBE_STRUCT(CurrentTicket, (),
                      (ticket, number, day, state, service, service_name, entry, priority, name,
                       id_number, booked_at, issued_at, due, calls, called_at, begun_at,
                       waited_seconds, documents, stops, recall_allowed, recall_from))
BOOST_DESCRIBE_STRUCT(WaitingTicket, (),
                      (ticket, number, day, service, entry, priority, due, since, due_passed))
BOOST_DESCRIBE_STRUCT(JustServed, (), (number, service_name, requested, evaluated, until))
BOOST_DESCRIBE_STRUCT(CallForHelp, (), (window, at))
BOOST_DESCRIBE_STRUCT(WindowView, (),
                      (hall, window, staff_state, clerk, services, service_names, current, queue,
                       parked, missed, served_today, other_waiting, without_window, help,
                       just_served, undo, now))
BOOST_DESCRIBE_STRUCT(SweepSilentWindows, (), ())
BOOST_DESCRIBE_STRUCT(Swept, (), (returned))

std::vector<Route> window_routes() {
    std::string const window = "/halls/{hall}/windows/{window}",
                      ticket = window + "/tickets/{ticket}";
    return {
        live("hall/{hall}", get(window, see_windows, "see_window", see_window)),
        post(window + "/opening", call_tickets, "open_window", open_window),
        post(window + "/pause", call_tickets, "pause_window", pause_window),
        post(window + "/back-office", call_tickets, "work_behind", work_behind),
        post(window + "/closing", call_tickets, "close_window", close_window),
        post(window + "/heartbeat", call_tickets, "heartbeat", heartbeat),
        post(window + "/emergency", call_tickets, "raise_emergency", raise_emergency),
        post(window + "/evaluation-request", call_tickets, "request_evaluation",
             request_evaluation),
        post(window + "/calls", call_tickets, "call_next", call_next),
        post(window + "/undoing", call_tickets, "undo", undo),
        post(ticket + "/call", override_order, "call_ticket", call_ticket),
        post(ticket + "/recall", call_tickets, "recall", recall),
        post(ticket + "/uncall", call_tickets, "uncall", uncall),
        post(ticket + "/service", call_tickets, "begin", begin),
        post(ticket + "/clearance", call_tickets, "finish", finish),
        post(ticket + "/transfer", call_tickets, "transfer", transfer),
        post(ticket + "/parking", call_tickets, "park", park),
        post(ticket + "/unparking", call_tickets, "unpark", unpark),
        post(ticket + "/absence", call_tickets, "miss", miss),
        post(ticket + "/return", call_tickets, "return_at_window", return_at_window),
    };
}

std::vector<Job> window_jobs() {
    return {{.deed = deed(call_tickets, "sweep_silent_windows", sweep_silent_windows, true),
             .every = Seconds{15}}};
}

}  // namespace banshi::hall
