#include "systems/hall/hall.h"
#include "systems/hall/manage.h"
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

std::vector<Route> manage_routes() {
    std::string const hall = "/halls/{hall}";
    return {
        get("/halls", anyone, "list_halls", list_halls),
        live("hall/{hall}", get(hall, anyone, "see_hall", see_hall)),
    };
}

}  // namespace banshi::hall
