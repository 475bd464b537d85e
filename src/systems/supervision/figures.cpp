#include "systems/supervision/figures.h"

#include "engines/matters/boards.h"
#include "engines/matters/followers.h"
#include "engines/people/accounts.h"
#include "engines/people/place.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using matters::Days;
using matters::Split;

Days year_of(Call& call, int& year) {
    using namespace std::chrono;
    auto const today = year_month_day{call.district.zone().day_of(call.now)};
    year = static_cast<int>(today.year());
    return {local_days{today.year() / January / 1},
            local_days{(today.year() + years{1}) / January / 1}};
}

std::vector<StreetFigures> by_street(Call& call) {
    std::vector<StreetFigures> streets;
    auto open = matters::open_levels(call, book_name, Split::street);
    for (auto const& [id, name] : matters::streets_of(call))
        streets.push_back({id, name, open[id.text].open, open[id.text].levels});
    return streets;
}

}  // namespace

Result<Figures> see_figures(Call& call, SeeFigures const&) {
    Figures figures{};
    auto const days = year_of(call, figures.year);
    figures.now = call.now;
    auto const totals = matters::totals(call, {.book = book_name, .days = days});
    figures.registered = totals.registered;
    figures.open = totals.open;
    figures.overdue = totals.overdue;
    figures.cleared = totals.cleared;
    figures.listed = totals.listed;
    figures.declined = totals.declined;
    figures.merged = totals.merged;
    figures.withdrawn = totals.withdrawn;
    figures.levels = matters::open_levels(call, book_name, Split::total, days)[""].levels;
    figures.streets = by_street(call);
    return figures;
}

Result<CaseChosen> case_choices(Call& call, CaseChoices const&) {
    auto const& book = call.district.policy<Settings>().book;
    bool const english = call.language == Language::en;
    CaseChosen out{};
    for (auto const& unit : units_of(call)) out.units.push_back({unit.id.text, unit.name});
    for (auto const& street : matters::streets_of(call))
        out.streets.push_back({street.id.text, street.name});
    for (auto const& each : book.categories)
        if (!each.retired) out.categories.push_back({each.id, english ? each.name_en : each.name});
    for (auto const& kind : book.kinds)
        if (kind != review_kind && kind != recheck_kind)
            out.kinds.push_back({kind, call.texts.say(call.language, "supervision.kind." + kind)});
    out.grades = book.grades;
    for (auto const& each : book.declines)
        out.declines.push_back({each.id, english ? each.name_en : each.name});
    for (auto const& each : book.quantities)
        out.quantities.push_back(
            {each.id, english ? each.name_en : each.name, english ? each.unit_en : each.unit});
    out.review_months = book.rules_on(call.district.zone().day_of(call.now)).review_months;
    return out;
}

Result<CaseList> list_my_matters(Call& call, ListMyMatters const&) {
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "session.missing"};
    auto const phone = people::phone_lookup_of(call, call.actor.account);
    if (!phone) return CaseList{{}, {}, call.now};
    auto mine = matters::reported_from(call, *phone);
    std::erase_if(mine, [](matters::Matter const& matter) {
        return matter.book != book_name || !matter.numbered();
    });
    auto rows = public_rows(call, mine);
    for (std::size_t at = 0; at < rows.size(); ++at) rows[at].title = mine[at].title;
    return CaseList{std::move(rows), {}, call.now};
}

Result<CaseList> list_followed(Call& call, ListFollowed const&) {
    auto const followed = TRY(matters::followed_by_asker(call, book_name));
    return CaseList{public_rows(call, followed), {}, call.now};
}

}  // namespace banshi::supervision
