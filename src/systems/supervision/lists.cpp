#include "systems/supervision/figures.h"

#include <cmath>
#include <map>

#include "engines/matters/page_end.h"
#include "engines/matters/standings.h"
#include "engines/matters/texts.h"
#include "engines/matters/words.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using matters::Matter;

constexpr int page_rows = 30, most_similar = 5;
constexpr std::size_t bytes_compared = 120;  // the first words say what it is

Refusal bad(char const* field) {
    return {Why::invalid, "shape.choice", field, field, {{"field", field}}};
}

Result<std::optional<matters::StateType>> read_type(std::optional<std::string> const& word) {
    using matters::StateType;
    if (!word || word->empty()) return std::optional<StateType>{};
    if (*word == "open") return std::optional{StateType::open};
    if (*word == "closed") return std::optional{StateType::closed};
    if (*word == "listed") return std::optional{StateType::listed};
    return bad("type");
}

Result<std::optional<matters::Place>> read_place(std::optional<std::string> const& word) {
    if (!word) return std::optional<matters::Place>{};
    auto end = TRY(matters::read_page_end(*word));
    return std::optional{matters::Place{end.at, MatterId{std::move(end.id)}}};
}

// A unit's people see its own; who may see the district sees all.
matters::Sight sight_of(Call& call) {
    matters::Sight sight;
    auto const district = people::node(call.district);
    sight.office = call.actor.holds(see_matters, district);
    sight.sealed = call.actor.holds(see_sealed, district);
    if (!sight.office)
        for (auto const& grant : call.actor.grants)
            if (grant.right == see_matters && grant.node.starts_with(district + "/"))
                sight.within.push_back(OrgId{grant.node.substr(district.size() + 1)});
    return sight;
}

// All at once: what is asked for a row is asked for every row of the page.
std::vector<CaseRow> rows_of(Call& call, std::vector<Matter> const& all) {
    std::map<OrgId, std::string> names;
    for (auto& unit : units_of(call)) names.emplace(unit.id, std::move(unit.name));
    auto const name = [&](OrgId const& unit) {
        auto const known = names.find(unit);
        return known == names.end() ? unit.text : known->second;
    };
    auto const deadlines = matters::deadlines_of(call, all);
    auto const latest = matters::latest_words_of(call, all);
    std::vector<CaseRow> rows;
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto const& m = all[at];
        CaseRow row{};
        row.number = m.number.empty() ? m.id.text : m.number;
        row.title = m.title;
        row.latest = latest[at];
        row.street_name = name(m.street);
        row.street = m.street;
        row.unit_name = name(m.unit);
        row.category_name = category_name(call, m.category);
        row.state = m.state;
        row.round = m.round;
        row.level = m.level;
        row.outcome = m.outcome;
        row.stopped = m.stopped;
        row.households = m.households;
        row.registered_at = m.registered_at;
        row.latitude = m.latitude;
        row.longitude = m.longitude;
        row.last_day = deadlines[at].last_day;
        row.days_left = deadlines[at].days_left;
        if (type_of(m.state) == matters::StateType::open)
            row.colour = matters::colour_of(m.stopped, m.yellow_at, m.red_at, call.now);
        rows.push_back(std::move(row));
    }
    return rows;
}

// What is drafted or approved is work in progress to everybody else.
matters::State state_outside(matters::State state) {
    using matters::State;
    return state == State::answered || state == State::approved ? State::working : state;
}

void show_outside(Call& call, Matter const& matter, CaseRow& row) {
    row.title = matters::title_outside(call, matter, call.language);
    row.latest.clear();
    bool const open = type_of(row.state) == matters::StateType::open;
    row.state = state_outside(row.state);
    if (open) row.outcome.reset();
}

CaseList listed(Call& call, matters::Page const& page, std::vector<CaseRow> rows) {
    CaseList list{std::move(rows), {}, call.now};
    if (page.next) list.next = matters::page_end_text({page.next->at, page.next->id.text});
    return list;
}

SimilarRow similar_row(Call& call, Matter const& m, std::optional<matters::Point> const& point) {
    SimilarRow row{m.number, m.title, m.place, state_outside(m.state), m.registered_at, {}, 0, 0};
    if (row.place.empty() && !m.street.empty()) row.place = unit_name(call, m.street);
    if (point && m.latitude && m.longitude)
        row.metres = static_cast<int>(
            std::lround(matters::metres_between(*point, {*m.latitude, *m.longitude})));
    auto const [all, certain] = matters::people_behind(call, m.id);
    row.reporters = all;
    row.certain = certain;
    return row;
}

// The latest of this street and sort, behind those that are nearer to what was asked.
void add_of_street(Call& call, FindSimilar const& form, std::vector<Matter>& found) {
    if (!form.street || form.street->empty()) return;
    matters::Filter filter{book_name};
    filter.type = matters::StateType::open;
    filter.category = form.category;
    filter.street = *form.street;
    auto const page =
        matters::list_page(call, filter, sight_of(call), matters::Order::newest, {}, most_similar);
    for (auto const& matter : page.matters) {
        bool const known = std::ranges::find(found, matter.id, &Matter::id) != found.end();
        if (!known && matters::is_released(call, matter) && found.size() < most_similar)
            found.push_back(matter);
    }
}

matters::Filter filter_of(Call& call, ListCases const& form) {
    auto const& zone = call.district.zone();
    matters::Filter filter{book_name};
    if (form.from) filter.from = zone.midnight(*form.from);
    if (form.to) filter.to = zone.midnight(*form.to + std::chrono::days{1});
    if (form.state) filter.states = {*form.state};
    filter.kind = form.kind.value_or("");
    filter.grade = form.grade.value_or("");
    filter.category = form.category.value_or("");
    filter.channel = form.channel.value_or("");
    filter.street = form.street.value_or(OrgId{});
    filter.unit = form.unit.value_or(OrgId{});
    if (form.mine.value_or(false)) filter.handler = call.actor.account;
    filter.outcome = form.outcome;
    filter.level_least = form.level.value_or(0);
    filter.colour = form.colour;
    filter.overdue = form.overdue.value_or(false);
    if (form.counted.value_or(false) && !form.state) filter.states = matters::counted_states();
    filter.as_lead = form.as_lead.value_or(false) && !filter.unit.empty();
    filter.rated = form.rated.value_or(false);
    filter.content = form.content;
    filter.held = form.held.value_or(false);
    filter.words = form.words.value_or("");
    return filter;
}

}  // namespace

std::vector<CaseRow> public_rows(Call& call, std::vector<Matter> const& all) {
    auto rows = rows_of(call, all);
    for (std::size_t at = 0; at < rows.size(); ++at) show_outside(call, all[at], rows[at]);
    return rows;
}

Result<CaseList> list_cases(Call& call, ListCases const& form) {
    auto filter = filter_of(call, form);
    filter.type = TRY(read_type(form.type));
    auto const place = TRY(read_place(form.after));
    auto const order = form.order.value_or(matters::Order::newest);
    auto const sight = sight_of(call);
    auto const page = matters::list_page(call, filter, sight, order, place, page_rows);
    auto rows = rows_of(call, page.matters);
    bool const joint = std::ranges::find(sight.within, filter.unit) != sight.within.end();
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (!joint && !matters::sees_inside(sight, line_of(page.matters[at])))
            show_outside(call, page.matters[at], rows[at]);
    return listed(call, page, std::move(rows));
}

Result<CaseList> list_matters(Call& call, ListMatters const& form) {
    matters::Filter filter{book_name};
    filter.type = TRY(read_type(form.type));
    filter.category = form.category.value_or("");
    filter.street = form.street.value_or(OrgId{});
    filter.words = form.words.value_or("");
    auto const place = TRY(read_place(form.after));
    auto const page =
        matters::list_page(call, filter, {}, matters::Order::newest, place, page_rows);
    return listed(call, page, public_rows(call, page.matters));
}

Result<SimilarList> find_similar_matters(Call& call, FindSimilar const& form) {
    std::optional<matters::Point> point;
    if (form.latitude && form.longitude) point = {*form.latitude, *form.longitude};
    auto const words = form.text.value_or("").substr(0, bytes_compared);
    auto found = matters::find_similar(call, {book_name, form.category, point, words},
                                       sight_of(call), most_similar);
    add_of_street(call, form, found);
    SimilarList list;
    for (auto const& matter : found) list.matters.push_back(similar_row(call, matter, point));
    return list;
}

}  // namespace banshi::supervision
