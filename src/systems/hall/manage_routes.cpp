#include "systems/hall/hall.h"
#include "systems/hall/manage_jobs.h"
#include "systems/hall/routes.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(AtHall, (), (hall))
BOOST_DESCRIBE_STRUCT(Estimate, (), (p50_minutes, p90_minutes))
BOOST_DESCRIBE_STRUCT(Period, (), (weekday, from, to))
BOOST_DESCRIBE_STRUCT(ServiceLoad, (),
                      (service, queue, name, waiting, windows_open, estimate, stopped, opens_at))
BOOST_DESCRIBE_STRUCT(HallShown, (),
                      (id, name, address, phone, opening, open_now, opens_at, waiting, windows_open,
                       estimate))
BOOST_DESCRIBE_STRUCT(ListHalls, (), ())
BOOST_DESCRIBE_STRUCT(Halls, (), (halls))
BOOST_DESCRIBE_STRUCT(ServiceShown, (),
                      (id, queue, name, prefix, slots, minutes, documents, load, first_free))
BOOST_DESCRIBE_STRUCT(HallView, (), (hall, services, priority_groups, now))

BOOST_DESCRIBE_STRUCT(AtWindow, (), (hall, window))
BOOST_DESCRIBE_STRUCT(WindowStatus, (),
                      (window, staff_state, clerk, services, number, state, minutes, emergency,
                       lost))
BOOST_DESCRIBE_STRUCT(QueueStatus, (),
                      (queue, name, waiting, longest_wait_minutes, due_passed, estimate))
BOOST_DESCRIBE_STRUCT(Alert, (), (kind, subject, since))
BOOST_DESCRIBE_STRUCT(FloorView, (),
                      (windows, queues, alerts, issued_today, served_today, waiting, now))
BOOST_DESCRIBE_STRUCT(SetSkills, (), (hall, window, services))
BOOST_DESCRIBE_STRUCT(TakeOver, (), (hall, ticket, window, reason))
BOOST_DESCRIBE_STRUCT(EndDay, (), (hall, day))
BOOST_DESCRIBE_STRUCT(DayEnded, (), (day, no_show, left, unserved, unfinished))
BOOST_DESCRIBE_STRUCT(EndDays, (), ())
BOOST_DESCRIBE_STRUCT(DaysEnded, (), (days))
BOOST_DESCRIBE_STRUCT(MeasureServices, (), ())
BOOST_DESCRIBE_STRUCT(ServicesMeasured, (), (halls))

std::vector<Route> manage_routes() {
    std::string const hall = "/halls/{hall}", window = hall + "/windows/{window}";
    return {
        get("/halls", anyone, "list_halls", list_halls),
        live("hall/{hall}", get(hall, anyone, "see_hall", see_hall)),
        live("hall/{hall}", get(hall + "/floor", manage_halls, "see_floor", see_floor)),
        put(window + "/skills", manage_halls, "set_skills", set_skills),
        post(window + "/emergency/end", manage_halls, "clear_emergency", clear_emergency),
        post(hall + "/tickets/{ticket}/take-over", manage_halls, "take_over", take_over),
        post(hall + "/day-end", manage_halls, "end_day", end_day),
    };
}

std::vector<Job> manage_jobs() {
    constexpr Clock at_night{Minutes{3 * 60}};
    return {{.deed = deed(manage_halls, "end_days", end_days, true), .every = Seconds{60}},
            {.deed = deed(manage_halls, "measure_services", measure_services, true),
             .daily = at_night}};
}

}  // namespace banshi::hall
