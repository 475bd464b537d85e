#include "systems/route.h"
#include "systems/supervision/lists.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ListCases, (),
                      (from, to, state, type, kind, grade, category, channel, street, unit, mine,
                       outcome, level, colour, overdue, words, order, after))
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (number, title, latest, street_name, unit_name, category_name, state, round,
                       level, outcome, last_day, days_left, colour, stopped, households,
                       registered_at, latitude, longitude, street))
BOOST_DESCRIBE_STRUCT(CaseList, (), (cases, next, now))
BOOST_DESCRIBE_STRUCT(ListMatters, (), (type, category, street, words, after))

std::vector<Route> list_routes() {
    return {
        live("matters/supervision", get("/cases", see_matters, "list_cases", list_cases)),
        get("/matters", anyone, "list_matters", list_matters),
    };
}

}  // namespace banshi::supervision
