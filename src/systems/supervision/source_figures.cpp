#include "systems/supervision/source_figures.h"

#include <map>
#include <set>

#include "engines/matters/rate.h"
#include "systems/supervision/source_rows.h"

namespace banshi::supervision {

namespace {

using matters::Outcome;
using matters::State;

enum class Named { exactly, at_least };  // "over 2,000 steps"

json::object figure(std::string const& name, std::int64_t named, std::int64_t counted,
                    Named how = Named::exactly) {
    bool const equal = how == Named::exactly ? named == counted : counted >= named;
    return {{"name", "figure.supervision." + name},
            {"source", named},
            {"counted", counted},
            {"equal", equal}};
}

struct Counts {
    std::int64_t registered = 0, cleared = 0;
    std::map<std::string, std::int64_t> registered_of, solved_of;  // by kind
    std::set<std::string> fields;                                  // of what was assigned
    std::int64_t street_items = 0;
    std::map<std::string, std::int64_t> built, built_by_streets;
};

Counts counts(Call& call) {
    Counts out;
    for (auto const& each : rows::source_counts(call)) {
        if (each.state == State::declined || each.state == State::merged) continue;
        out.registered += each.n;
        out.registered_of[each.kind] += each.n;
        if (each.state != State::cleared) continue;
        out.cleared += each.n;
        if (each.outcome != Outcome::solved) continue;
        out.solved_of[each.kind] += each.n;
        if (each.kind == "assigned") out.fields.insert(each.category);
        if (each.kind == "livelihood" && each.by_street) out.street_items += each.n;
    }
    for (auto const& [type, by_street, amount] : rows::source_built(call)) {
        out.built[type] += amount;
        if (by_street) out.built_by_streets[type] += amount;
    }
    return out;
}

std::int64_t percent(std::int64_t part, std::int64_t whole) {
    return matters::rate(part, whole).percent.value_or(0);
}

void add_totals(json::array& all, Counts& counts) {
    std::int64_t registered = 0, solved = 0;
    for (auto const* kind : {"assigned", "repeat_petition", "key_area"}) {
        registered += counts.registered_of[kind];
        solved += counts.solved_of[kind];
    }
    all.push_back(figure("registered", 1075, counts.registered));
    all.push_back(figure("cleared", 859, counts.cleared));
    all.push_back(figure("cleared_percent", 80, percent(counts.cleared, counts.registered)));
    all.push_back(figure("assigned", 126, counts.solved_of["assigned"]));
    all.push_back(figure("fields", 10, std::ssize(counts.fields)));
    all.push_back(figure("repeated", 57, counts.solved_of["repeat_petition"]));
    all.push_back(figure("key_area", 249, counts.solved_of["key_area"]));
    all.push_back(figure("livelihood", 126, counts.solved_of["livelihood"]));
    all.push_back(figure("resolved_percent", 99, percent(solved, registered)));
}

void add_built(json::array& all, Counts& counts) {
    auto& streets = counts.built_by_streets;
    constexpr std::int64_t kilometre = 1000;
    all.push_back(figure("street_items", 7, counts.street_items));
    all.push_back(figure("small_things", 139, streets["small_thing"]));
    all.push_back(figure("roads", 7, streets["road"]));
    all.push_back(figure("steps", 2000, streets["step"], Named::at_least));
    all.push_back(figure("parking_spaces", 65, streets["parking_space"]));
    all.push_back(figure("volunteer_teams", 25, streets["volunteer_team"]));
    all.push_back(figure("volunteers", 500, streets["volunteer"], Named::at_least));
    all.push_back(figure("activities", 100, streets["volunteer_activity"], Named::at_least));
    all.push_back(figure("gas_main_km", 23, counts.built["gas_main_metre"] / kilometre));
}

std::int64_t whole_years(Day from, Day to) {
    using namespace std::chrono;
    year_month_day const a{from}, b{to};
    auto const years = (b.year() - a.year()).count();
    return b.month() / b.day() < a.month() / a.day() ? years - 1 : years;
}

std::int64_t month_of(Day day) {  // 202012
    std::chrono::year_month_day const date{day};
    return static_cast<int>(date.year()) * 100 + static_cast<int>(unsigned{date.month()});
}

void add_old_problems(json::array& all, Call& call) {
    auto const found = [&](char const* category) {
        return rows::largest_old_problem(call, category).value_or(rows::OldProblem{});
    };
    auto const leak = found("roof_leak"), building = found("unfinished");
    all.push_back(figure("leak_households", 500, leak.households, Named::at_least));
    all.push_back(
        figure("leak_years", 10, whole_years(leak.since, leak.registered), Named::at_least));
    all.push_back(figure("leak_registered", 202012, month_of(leak.registered)));
    all.push_back(figure("building_households", 400, building.households));
    all.push_back(figure("building_years", 10, whole_years(building.since, building.registered)));
}

}  // namespace

json::array source_figures(Call& call) {
    auto counted = counts(call);
    json::array all;
    add_totals(all, counted);
    add_built(all, counted);
    add_old_problems(all, call);
    return all;
}

}  // namespace banshi::supervision
