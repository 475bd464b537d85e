#include "systems/supervision/wall.h"

#include "engines/matters/texts.h"
#include "engines/people/place.h"
#include "systems/supervision/wall_parts.h"

namespace banshi::supervision {

namespace {

constexpr int weeks_shown = 12;

std::optional<Day> day_of(Call& call, std::optional<Instant> at, std::chrono::days back) {
    if (!at) return std::nullopt;
    return call.district.zone().day_of(*at) - back;
}

// The list knows whole days, both included.
ListBehind between(Call& call, matters::Filter const& filter) {
    ListBehind behind{};
    behind.from = day_of(call, filter.from, std::chrono::days{0});
    behind.to = day_of(call, filter.to, std::chrono::days{1});
    return behind;
}

void add_time(Call& call, SeeWall const& form, Wall& wall) {
    for (auto const& age : matters::ageing(call, book_name)) {
        auto behind = between(call, age.behind);
        behind.type = "open";
        wall.ages.push_back({age.from_days, age.to_days, age.open, behind});
    }
    for (auto const& week :
         matters::trend(call, {.book = book_name, .days = wall::days_of(form)}, weeks_shown))
        wall.weeks.push_back(
            {week.monday, week.registered, week.cleared, between(call, week.behind)});
}

void add_built(Call& call, SeeWall const& form, Wall& wall) {
    bool const english = call.language == Language::en;
    auto const built = matters::built(call, {.book = book_name, .days = wall::days_of(form)});
    for (auto const& type : call.district.policy<Settings>().book.quantities)
        for (auto const& [id, amount] : built)
            if (id == type.id)
                wall.built.push_back({id, english ? type.name_en : type.name, amount,
                                      english ? type.unit_en : type.unit});
}

// As everybody may read it.
std::optional<JustCleared> just_cleared(Call& call) {
    matters::Filter filter{book_name};
    filter.states = {matters::State::cleared};
    auto const page =
        matters::list_page(call, filter, {}, matters::Order::changed, std::nullopt, 1);
    if (page.matters.empty()) return std::nullopt;
    auto const& matter = page.matters.front();
    return JustCleared{matter.number, matters::title_outside(call, matter, call.language),
                       matter.cleared_at.value_or(matter.changed_at)};
}

std::string name_of(District const& district) {
    return district.has<people::Place>() ? district.policy<people::Place>().name : district.name();
}

matters::OpenLevels open_of(Call& call, SeeWall const& form) {
    return matters::open_levels(call, book_name, matters::Split::total, wall::days_of(form))[""];
}

std::vector<District const*> members_of(District const& district) {
    if (!district.has<CityMembers>()) return {&district};
    return district.policy<CityMembers>().districts;
}

}  // namespace

Result<Wall> see_wall(Call& call, SeeWall const& form) {
    TRY(people::may(call, see_walls, people::node(call.district)));
    auto const open = open_of(call, form);
    auto const overdue = matters::overdue_now(call, book_name, wall::days_of(form));
    Wall wall{};
    wall.district = name_of(call.district);
    wall.from = form.from;
    wall.to = form.to;
    wall.figures = wall::figures(call, form, open, overdue);
    wall.levels = open.levels;
    wall.streets = wall::lines(call, form, matters::Split::street, overdue);
    wall.units = wall::lines(call, form, matters::Split::unit, overdue);
    wall.kinds = wall::lines(call, form, matters::Split::kind, overdue);
    wall.rates = wall::rates(call, form, overdue);
    wall.unit_rates = wall::unit_rates(call, form, overdue);
    add_time(call, form, wall);
    add_built(call, form, wall);
    wall.newest = just_cleared(call);
    wall.now = call.now;
    return wall;
}

Result<CityWall> see_city_wall(Call& call, SeeWall const& form) {
    CityWall out{{}, call.now};
    for (auto const* member : members_of(call.district)) {
        if (!member->has<Settings>() || !call.actor.holds(see_walls, people::node(*member)))
            continue;
        Call there{call.actor, call.now, *member, call.tx, call.random, call.texts, call.language};
        auto const open = open_of(there, form);
        auto const overdue = matters::overdue_now(there, book_name, wall::days_of(form));
        out.districts.push_back({member->name(), name_of(*member),
                                 wall::figures(there, form, open, overdue), open.levels});
    }
    return out;
}

}  // namespace banshi::supervision
