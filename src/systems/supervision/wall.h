#pragma once
// The leaders' wall 督查大屏, and the board on which each figure opens the list that it sums. All
// figures of one answer come from one snapshot. Rates leave nothing out silently: what does not
// count in them stands beside them, by why.

#include "engines/matters/boards.h"
#include "engines/matters/rate.h"
#include "systems/supervision/supervision.h"
#include "systems/system.h"

namespace banshi::supervision {

inline Right const see_walls{"supervision.see_wall"};

// The query of list_cases that shows what a figure counts.
struct ListBehind {
    std::optional<Day> from;
    std::optional<Day> to;
    std::optional<matters::State> state;
    std::optional<std::string> type;
    std::optional<std::string> kind;
    std::optional<OrgId> street;
    std::optional<OrgId> unit;
    std::optional<bool> as_lead;
    std::optional<bool> counted;
    std::optional<bool> rated;
    std::optional<bool> content;
    std::optional<matters::Outcome> outcome;
    std::optional<int> level;
    std::optional<bool> overdue;
};

struct WallFigure {
    std::string id;       // registered, open, cleared ...
    std::string name;     // 销号
    std::string meaning;  // what it is counted from, in a sentence
    std::int64_t count;
    std::optional<std::int64_t> among;
    std::optional<int> percent;        // of them
    std::optional<ListBehind> behind;  // none where clocks are counted: a matter has several
};

struct WallLine {    // of a street, a unit or a kind
    std::string id;  // empty: not yet given to anybody
    std::string name;
    std::int64_t registered;
    std::int64_t open;
    std::int64_t overdue;
    std::int64_t cleared;
    std::vector<std::int64_t> levels;  // of the open ones, those that stand at level 1, 2, 3
    matters::Rate clearance;           // 办结率
    matters::Rate on_time;             // 按期率
    ListBehind behind;
    ListBehind open_behind;
};

struct ExcludedShown {
    matters::State why;
    std::string name;
    std::int64_t count;
    ListBehind behind;
};
struct ThreeRatesShown {  // 三率
    matters::Rate responded;
    matters::Rate solved;
    matters::Rate satisfied;
    std::vector<ExcludedShown> excluded;
};
struct UnitRates {
    OrgId unit;
    std::string name;
    ThreeRatesShown rates;
    ListBehind behind;
};

struct WallAge {  // 在办时长
    int from_days;
    std::optional<int> to_days;  // below this
    std::int64_t open;
    ListBehind behind;
};
struct WallWeek {
    Day monday;
    std::int64_t registered;
    std::int64_t cleared;  // of those
    ListBehind behind;
};
struct BuiltShown {  // 成果
    std::string type;
    std::string name;
    std::int64_t amount;
    std::string unit;
};
struct JustCleared {
    std::string number;
    std::string title;
    Instant at;
};

struct SeeWall {
    std::optional<Day> from;  // registered on these days; all, unless said otherwise
    std::optional<Day> to;
};
struct Wall {
    std::string district;
    std::optional<Day> from;
    std::optional<Day> to;
    std::vector<WallFigure> figures;
    std::vector<std::int64_t> levels;  // as of a line
    std::vector<WallLine> streets;
    std::vector<WallLine> units;
    std::vector<WallLine> kinds;
    ThreeRatesShown rates;
    std::vector<UnitRates> unit_rates;  // the best first: answered, then solved, then satisfied
    std::vector<WallAge> ages;
    std::vector<WallWeek> weeks;
    std::vector<BuiltShown> built;
    std::optional<JustCleared> newest;
    Instant now;
};
Result<Wall> see_wall(Call&, SeeWall const&);

struct DistrictFigures {
    std::string district;
    std::string name;
    std::vector<WallFigure> figures;
    std::vector<std::int64_t> levels;
};
struct CityWall {
    std::vector<DistrictFigures> districts;
    Instant now;
};
// All districts of the city in which the asker may see the wall.
Result<CityWall> see_city_wall(Call&, SeeWall const&);

std::vector<Route> wall_routes();

}  // namespace banshi::supervision
