#include "engines/matters/lists.h"

#include <algorithm>
#include <boost/mp11.hpp>

#include "engines/matters/evaluation_rows.h"
#include "engines/matters/list_rows.h"
#include "engines/matters/rows.h"
#include "engines/matters/texts.h"
#include "engines/matters/words.h"

namespace banshi::matters {

namespace {

// So many lines at most for one page: some milliseconds on either database.
constexpr int most_lines = 2500;
constexpr int most_at_once = 1000;  // of all ways together

bool is_among(auto const& list, auto const& value) {
    return std::ranges::find(list, value) != list.end();
}

bool is_or_any(auto const& wanted, auto const& value) { return wanted.empty() || wanted == value; }

bool is_public(Line const& line) {
    return !line.number.empty() &&
           (line.visibility == Visibility::open || line.visibility == Visibility::anonymous);
}

// An answer that is not published yet is work in progress, to a filter as well.
Line from_outside(Line line) {
    if (line.state == State::answered || line.state == State::approved) line.state = State::working;
    if (type_of(line.state) == StateType::open) line.outcome.reset();
    return line;
}

// One index, or several of the same order that are walked together: the open states.
struct Ways {
    rows::Way way;
    std::vector<std::string> values;
};

// What is closed has no deadline.
std::vector<State> wanted_states(Filter const& filter) {
    bool const timed = filter.overdue || filter.colour;
    if (!filter.states.empty() || (!filter.type && !timed)) return filter.states;
    auto const wanted = [&](StateType type) {
        return filter.type ? type == *filter.type : type != StateType::closed;
    };
    std::vector<State> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto const& each) {
        if (each.value != State::draft && wanted(type_of(each.value))) out.push_back(each.value);
    });
    return out;
}

std::vector<std::string> moderated_in(Book const& book) {
    std::vector<std::string> out;
    for (auto const& category : book.categories)
        if (category.moderated.value_or(false)) out.push_back(category.id);
    return out;
}

// The index that leads to the fewest lines, by what such columns hold in an office.
Ways ways_for(Call& call, Filter const& filter, Order order) {
    using rows::Way;
    if (filter.held) return {Way::category, moderated_in(book(call.district, filter.book))};
    if (order == Order::due) return {Way::due, {""}};
    if (order == Order::changed) return {Way::changed, {""}};
    if (!filter.handler.empty()) return {Way::handler, {filter.handler.text}};
    if (filter.level_least > 0) {
        Ways levels{Way::level, {}};
        for (int level = filter.level_least; level <= 3; ++level)
            levels.values.push_back(std::to_string(level));
        return levels;
    }
    if (!filter.unit.empty()) return {Way::unit, {filter.unit.text}};
    auto const states = wanted_states(filter);
    bool const crowded = states.empty() || is_among(states, State::cleared);
    Ways in_states{Way::state, {}};
    for (auto const state : states)
        in_states.values.push_back(boost::describe::enum_to_string(state, ""));
    if (!crowded) return in_states;
    if (!filter.category.empty()) return {Way::category, {filter.category}};
    if (!filter.street.empty()) return {Way::street, {filter.street.text}};
    if (!filter.kind.empty()) return {Way::kind, {filter.kind}};
    if (!states.empty()) return in_states;
    return {Way::book, {""}};
}

Place place_of(Line const& line, Order order) {
    if (order == Order::due) return {*line.due, line.id};
    return {order == Order::newest ? line.registered_at : line.changed_at, line.id};
}

bool comes_before(Place const& a, Place const& b, Order order) {
    if (order == Order::due) return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    return std::tie(a.at, a.id) > std::tie(b.at, b.id);
}

struct Walked {
    std::vector<Line> lines;
    bool last;  // nothing lies behind it
    int read;   // lines, with those that will be read again
};

// The next lines of all ways as one. Where one of them was read only to a certain line, nothing
// behind that line is certain yet.
Walked next_stretch(Call& call, Filter const& filter, Ways const& ways, Order order,
                    std::optional<Place> const& after, int limit) {
    Walked out{{}, true, 0};
    std::optional<Place> certain;
    for (auto const& value : ways.values) {
        auto lines =
            rows::walk(call, filter.book, ways.way, value, {after, filter.from, filter.to, limit});
        if (static_cast<int>(lines.size()) == limit) {
            auto const end = place_of(lines.back(), order);
            if (!certain || comes_before(end, *certain, order)) certain = end;
            out.last = false;
        }
        out.read += static_cast<int>(lines.size());
        std::ranges::move(lines, std::back_inserter(out.lines));
    }
    std::ranges::sort(out.lines, [&](Line const& a, Line const& b) {
        return comes_before(place_of(a, order), place_of(b, order), order);
    });
    if (certain)
        std::erase_if(out.lines, [&](Line const& line) {
            return comes_before(*certain, place_of(line, order), order);
        });
    return out;
}

bool belongs(Call& call, Filter const& filter, Sight const& sight, Line const& line) {
    if (line.state == State::draft) return false;
    // A joint unit sees what it was asked to help with.
    auto wider = sight;
    wider.office |= !filter.unit.empty() && is_among(sight.within, filter.unit);
    bool const inside = sees_inside(wider, line);
    if (!inside && !is_public(line)) return false;
    if (!fits(filter, inside ? line : from_outside(line), call.now)) return false;
    if (filter.rated || filter.content) {
        auto const answer = rows::counted_answer(call, line.id);
        if (!answer || (filter.content && is_content(answer->rating) != *filter.content))
            return false;
    }
    if (filter.held &&
        is_released(call, book(call.district, filter.book), line.category, line.channel, line.id))
        return false;
    return filter.unit.empty() || rows::is_under(call, filter.book, line, filter.unit);
}

Page walked(Call& call, Filter const& filter, Sight const& sight, Order order,
            std::optional<Place> after, int limit) {
    if (filter.held) order = Order::newest;
    auto const ways = ways_for(call, filter, order);
    Page page;
    if (ways.values.empty()) return page;
    int looked = 0;
    auto const most = std::max(limit + 1, most_at_once / static_cast<int>(ways.values.size()));
    for (int at_once = limit + 1;; at_once = std::min(4 * at_once, most)) {
        auto const stretch = next_stretch(call, filter, ways, order, after, at_once);
        for (auto const& line : stretch.lines) {
            // In order of due, what is not overdue yet ends the overdue.
            if (filter.overdue && order == Order::due && *line.due > call.now) return page;
            auto const here = place_of(line, order);
            if (belongs(call, filter, sight, line)) {
                if (static_cast<int>(page.matters.size()) == limit) {
                    page.next = after;
                    return page;
                }
                page.matters.push_back(rows::find(call, line.id).value());
            }
            after = here;
        }
        looked += stretch.read;
        if (stretch.last) return page;
        if (looked >= most_lines) break;
    }
    page.next = after;
    return page;
}

// What was found by its words is little, and is sorted here.
Page searched(Call& call, Filter const& filter, Sight const& sight, Order order,
              std::optional<Place> const& after, int limit) {
    std::vector<std::pair<Place, Matter>> found;
    for (auto& matter : find_by_words(call, filter, [&](Matter const& each) {
             // Words that wait for a moderator are found by nobody outside.
             return belongs(call, filter, sight, line_of(each)) &&
                    (sees_inside(sight, line_of(each)) || is_released(call, each));
         })) {
        if (order == Order::due && !matter.due) continue;
        auto const place = place_of(line_of(matter), order);
        if (!after || comes_before(*after, place, order))
            found.emplace_back(place, std::move(matter));
    }
    std::ranges::sort(
        found, [&](auto const& a, auto const& b) { return comes_before(a.first, b.first, order); });
    Page page;
    for (auto& [place, matter] : found) {
        if (static_cast<int>(page.matters.size()) == limit) {
            page.next = place_of(line_of(page.matters.back()), order);
            break;
        }
        page.matters.push_back(std::move(matter));
    }
    return page;
}

}  // namespace

Line line_of(Matter const& m) {
    return {m.id,   m.number,    m.kind,   m.grade,         m.category,   m.channel, m.street,
            m.unit, m.handler,   m.state,  m.outcome,       m.visibility, m.level,   m.stopped,
            m.due,  m.yellow_at, m.red_at, m.registered_at, m.changed_at};
}

bool sees_inside(Sight const& sight, Line const& line) {
    if (line.visibility == Visibility::sealed && !sight.sealed) return false;
    return sight.office || is_among(sight.within, line.street) || is_among(sight.within, line.unit);
}

bool may_see(Sight const& sight, Line const& line) {
    if (line.state == State::draft) return false;
    return is_public(line) || sees_inside(sight, line);
}

bool fits(Filter const& filter, Line const& line, Instant now) {
    if (filter.from && line.registered_at < *filter.from) return false;
    if (filter.to && line.registered_at >= *filter.to) return false;
    if (!filter.states.empty() && !is_among(filter.states, line.state)) return false;
    if (filter.type && type_of(line.state) != *filter.type) return false;
    if (!is_or_any(filter.kind, line.kind) || !is_or_any(filter.grade, line.grade)) return false;
    if (!is_or_any(filter.category, line.category)) return false;
    if (!is_or_any(filter.channel, line.channel)) return false;
    if (!is_or_any(filter.street, line.street)) return false;
    if (!filter.handler.empty() && filter.handler != line.handler) return false;
    if (filter.as_lead && filter.unit != line.unit) return false;
    if (filter.outcome && filter.outcome != line.outcome) return false;
    if (line.level < filter.level_least) return false;
    if (filter.overdue && (!line.due || *line.due > now)) return false;
    if (!filter.colour) return true;
    bool const timed = line.stopped || line.due;
    return timed && colour_of(line.stopped, line.yellow_at, line.red_at, now) == *filter.colour;
}

std::vector<State> counted_states() {
    using enum State;
    return {registered, amending, accepted,  dispatched, working,  waiting, returned,
            answered,   approved, verifying, cleared,    reopened, listed,  withdrawn};
}

Page list_page(Call& call, Filter const& filter, Sight const& sight, Order order,
               std::optional<Place> after, int limit) {
    if (!filter.words.empty()) return searched(call, filter, sight, order, after, limit);
    return walked(call, filter, sight, order, std::move(after), limit);
}

static std::vector<Matter> newest_first(Call& call, std::vector<MatterId> const& ids) {
    std::vector<Matter> out;
    for (auto const& id : ids) {
        auto matter = rows::find(call, id);
        // A draft with a number came with an import that was taken back.
        bool const unfiled = matter && matter->state == State::draft && matter->numbered();
        if (matter && !unfiled) out.push_back(std::move(*matter));
    }
    std::ranges::sort(out, std::greater{}, &Matter::registered_at);
    return out;
}

std::vector<Matter> reported_by(Call& call, PersonId const& person, std::string const& phone) {
    return newest_first(call, rows::reported_by(call, person, phone));
}

std::vector<Matter> reported_from(Call& call, std::string const& phone_lookup) {
    return newest_first(call, rows::reported_from(call, phone_lookup));
}

}  // namespace banshi::matters
