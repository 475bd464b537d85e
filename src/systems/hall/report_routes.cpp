#include "systems/hall/evaluation_rows.h"
#include "systems/hall/hall.h"
#include "systems/hall/routes.h"
#include "systems/hall/ticket_rows.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(SeeReport, (), (hall, from, to))
BOOST_DESCRIBE_STRUCT(Counts, (),
                      (booked, issued, walkin, priority, late, served, cancelled, office_cancelled,
                       expired, no_show, left, unserved, unfinished, still_open))
BOOST_DESCRIBE_STRUCT(Waits, (),
                      (people, mean_seconds, p50_seconds, p90_seconds, within_target_percent))
BOOST_DESCRIBE_STRUCT(ServiceReport, (), (service, name, counts, waits, mean_service_seconds))
BOOST_DESCRIBE_STRUCT(HourReport, (), (hour, issued, called, p50_seconds, p90_seconds))
BOOST_DESCRIBE_STRUCT(DayReport, (), (day, counts, waits))
BOOST_DESCRIBE_STRUCT(GradeReport, (),
                      (served, graded, by_grade, not_evaluated, rate_percent, top_three_percent))
BOOST_DESCRIBE_STRUCT(ReasonCount, (), (reason, count))
BOOST_DESCRIBE_STRUCT(WindowGrades, (), (window, graded, by_grade, reasons))
BOOST_DESCRIBE_STRUCT(Report, (),
                      (from, to, counts, walkin, booked, all, services, hours, days, grades,
                       window_grades, target_minutes, target_percent))
BOOST_DESCRIBE_STRUCT(ListTickets, (), (hall, from, to, state, entry, service, among, after))
BOOST_DESCRIBE_STRUCT(TicketRow, (),
                      (ticket, number, day, service_name, entry, state, name, booked_at, issued_at,
                       called_at, window, waited_seconds, served_seconds))
BOOST_DESCRIBE_STRUCT(TicketList, (), (tickets, next))
BOOST_DESCRIBE_STRUCT(SeeHistory, (), (hall, ticket))
BOOST_DESCRIBE_STRUCT(EventShown, (),
                      (sequence, at, kind, from, to, window, actor, reason, due, seq))
BOOST_DESCRIBE_STRUCT(History, (), (ticket, events))

BOOST_DESCRIBE_STRUCT(PlanWindows, (), (hall, queue, day, target_minutes, target_percent))
BOOST_DESCRIBE_STRUCT(HourPlan, (),
                      (hour, expected, staffed, needed, missing, wait_seconds, all_busy_percent))
BOOST_DESCRIBE_STRUCT(WindowPlan, (), (queue, day, mean_service_seconds, hours, missing_hours))
BOOST_DESCRIBE_STRUCT(WhatIf, (),
                      (hall, queue, windows, boost_minutes, walkins_per_hour, booked_per_hour))
BOOST_DESCRIBE_STRUCT(WhatIfResult, (),
                      (walkin_seconds, booked_seconds, walkin_p90_seconds, booked_p90_seconds,
                       within_target_percent, stable))
BOOST_DESCRIBE_STRUCT(SeeCity, (), (day))
BOOST_DESCRIBE_STRUCT(HallFigures, (),
                      (district, hall, name, open_now, waiting, windows_open, counts, waits, grades,
                       capacity, bookings, follow_ups_open, hours))
BOOST_DESCRIBE_STRUCT(CityView, (), (day, halls, now))

std::vector<Route> report_routes() {
    std::string const hall = "/halls/{hall}", report = hall + "/report";
    return {
        get("/city", see_cities, "see_city", see_city),
        get(hall + "/queues/{queue}/plan", manage_halls, "plan_windows", plan_windows),
        get(hall + "/queues/{queue}/trial", manage_halls, "what_if", what_if),
        get(report, see_reports, "see_report", see_report),
        get(report + "/workbook", see_reports, "report_workbook", report_workbook),
        get(report + "/paper", see_reports, "report_paper", report_paper),
        get(hall + "/tickets", see_reports, "list_tickets", list_tickets),
        get(hall + "/tickets/{ticket}/history", see_reports, "see_history", see_history),
    };
}

}  // namespace banshi::hall
