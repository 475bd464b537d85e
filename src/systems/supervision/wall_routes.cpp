#include "systems/route.h"
#include "systems/supervision/wall.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ListBehind, (),
                      (from, to, state, type, kind, street, unit, as_lead, counted, rated, content,
                       outcome, level, overdue))
BOOST_DESCRIBE_STRUCT(WallFigure, (), (id, name, meaning, count, among, percent, behind))
BOOST_DESCRIBE_STRUCT(WallLine, (),
                      (id, name, registered, open, overdue, cleared, levels, clearance, on_time,
                       behind, open_behind))
BOOST_DESCRIBE_STRUCT(ExcludedShown, (), (why, name, count, behind))
BOOST_DESCRIBE_STRUCT(ThreeRatesShown, (), (responded, solved, satisfied, excluded))
BOOST_DESCRIBE_STRUCT(UnitRates, (), (unit, name, rates, behind))
BOOST_DESCRIBE_STRUCT(WallAge, (), (from_days, to_days, open, behind))
BOOST_DESCRIBE_STRUCT(WallWeek, (), (monday, registered, cleared, behind))
BOOST_DESCRIBE_STRUCT(BuiltShown, (), (type, name, amount, unit))
BOOST_DESCRIBE_STRUCT(JustCleared, (), (number, title, at))
BOOST_DESCRIBE_STRUCT(SeeWall, (), (from, to))
BOOST_DESCRIBE_STRUCT(Wall, (),
                      (district, from, to, figures, levels, streets, units, kinds, rates,
                       unit_rates, ages, weeks, built, newest, now))
BOOST_DESCRIBE_STRUCT(DistrictFigures, (), (district, name, figures, levels))
BOOST_DESCRIBE_STRUCT(CityWall, (), (districts, now))

std::vector<Route> wall_routes() {
    return {
        live("matters/supervision", get("/supervision/wall", see_walls, "see_wall", see_wall)),
        get("/supervision/city", see_walls, "see_city_wall", see_city_wall),
    };
}

}  // namespace banshi::supervision
