// Streets, units and kinds side by side, and the three rates 三率 of each unit.

#include <algorithm>

#include "systems/supervision/wall_parts.h"

namespace banshi::supervision::wall {

using matters::Rate;
using matters::Split;

namespace {

Rate rate_of(matters::Figure const& figure) {
    return matters::rate(figure.numerator, figure.denominator);
}

std::string name_of(Call& call, Split split, std::string const& id) {
    if (id.empty()) return call.texts.say(call.language, "supervision.wall.nobody");
    if (split == Split::kind) return call.texts.say(call.language, "supervision.kind." + id);
    return unit_name(call, OrgId{id});
}

void narrow(ListBehind& behind, Split split, std::string const& id) {
    if (id.empty()) return;
    if (split == Split::street) behind.street = OrgId{id};
    if (split == Split::unit) {
        behind.unit = OrgId{id};
        behind.as_lead = true;
    }
    if (split == Split::kind) behind.kind = id;
}

ThreeRatesShown shown(Call& call, SeeWall const& form, matters::ThreeRates const& rates) {
    ThreeRatesShown out{
        rate_of(rates.responded), rate_of(rates.solved), rate_of(rates.satisfied), {}};
    for (auto const& [why, count, filter] : rates.excluded) {
        auto behind = list_behind(form);
        behind.state = why;
        if (!filter.unit.empty()) narrow(behind, Split::unit, filter.unit.text);
        std::string const word = boost::describe::enum_to_string(why, "");
        out.excluded.push_back(
            {why, call.texts.say(call.language, "matter.state." + word), count, behind});
    }
    return out;
}

// 0 of 0 comes after everything that was counted.
bool better(Rate const& a, Rate const& b) {
    if (a.whole == 0 || b.whole == 0) return a.whole != 0 && b.whole == 0;
    return a.part * b.whole > b.part * a.whole;
}

bool ranks_before(UnitRates const& a, UnitRates const& b) {
    for (auto const rate :
         {&ThreeRatesShown::responded, &ThreeRatesShown::solved, &ThreeRatesShown::satisfied}) {
        if (better(a.rates.*rate, b.rates.*rate)) return true;
        if (better(b.rates.*rate, a.rates.*rate)) return false;
    }
    return a.unit < b.unit;
}

}  // namespace

std::vector<WallLine> lines(Call& call, SeeWall const& form, Split split, Overdue const& overdue) {
    auto levels = matters::open_levels(call, book_name, split, days_of(form));
    std::vector<WallLine> out;
    matters::BoardOf const of{
        .book = book_name, .days = days_of(form), .split = split, .overdue = overdue};
    for (auto const& line : matters::board(call, of).lines) {
        WallLine shown{};
        shown.id = line.value;
        shown.name = name_of(call, split, line.value);
        shown.registered = line.clearance.denominator;
        shown.open = line.totals.open;
        shown.overdue = line.totals.overdue;
        shown.cleared = line.totals.cleared;
        shown.levels = levels[line.value].levels;
        shown.clearance = rate_of(line.clearance);
        shown.on_time = rate_of(line.on_time);
        shown.behind = shown.open_behind = list_behind(form);
        narrow(shown.behind, split, line.value);
        narrow(shown.open_behind, split, line.value);
        shown.behind.counted = true;
        shown.open_behind.type = "open";
        out.push_back(std::move(shown));
    }
    std::ranges::stable_sort(out, std::greater{}, &WallLine::open);
    return out;
}

ThreeRatesShown rates(Call& call, SeeWall const& form, Overdue const& overdue) {
    return shown(
        call, form,
        matters::three_rates(call, {.book = book_name, .days = days_of(form), .overdue = overdue}));
}

std::vector<UnitRates> unit_rates(Call& call, SeeWall const& form, Overdue const& overdue) {
    std::vector<UnitRates> out;
    matters::BoardOf const of{
        .book = book_name, .days = days_of(form), .split = Split::unit, .overdue = overdue};
    for (auto const& [unit, rates] : matters::three_rates_by_value(call, of)) {
        if (unit.empty()) continue;
        UnitRates line{OrgId{unit}, unit_name(call, OrgId{unit}), shown(call, form, rates),
                       list_behind(form)};
        narrow(line.behind, Split::unit, unit);
        out.push_back(std::move(line));
    }
    std::ranges::sort(out, ranks_before);
    return out;
}

}  // namespace banshi::supervision::wall
