#include "engines/matters/counts.h"

#include <map>

#include "engines/matters/count_rows.h"
#include "engines/matters/rows.h"

namespace banshi::matters {

namespace {

using rows::Period;
using TotalsByKey = std::map<rows::TotalKey, std::int64_t>;

constexpr Period stretches[] = {Period::year, Period::month, Period::day};
constexpr Split splits[] = {Split::total,    Split::street,      Split::unit,     Split::kind,
                            Split::category, Split::street_kind, Split::unit_kind};

Day first_of(Period stretch, Day day) {
    std::chrono::year_month_day const date(day);
    if (stretch == Period::year) return Day(date.year() / 1 / 1);
    if (stretch == Period::month) return Day(date.year() / date.month() / 1);
    return day;
}

Day next(Period stretch, Day first) {
    std::chrono::year_month_day const date(first);
    if (stretch == Period::year) return Day((date.year() + std::chrono::years(1)) / 1 / 1);
    if (stretch == Period::month)
        return Day((date.year() / date.month() + std::chrono::months(1)) / 1);
    return first + std::chrono::days(1);
}

rows::TotalKey key_of(Split split, Period stretch, Counted const& thing) {
    auto const [value, second] = rows::parted(split, thing);
    return {thing.book, split,        stretch,    first_of(stretch, thing.day), value, second,
            thing.what, thing.detail, thing.level};
}

void add(TotalsByKey& totals, Counted const& thing, std::int64_t n) {
    for (auto const split : splits)
        for (auto const stretch : stretches) totals[key_of(split, stretch, thing)] += n;
}

// Whole years, whole months and single days, so that a long period is few rows.
template <class See>
void each_part(Days days, See const& see) {
    auto const part = [&](Period stretch, Day from, Day to) {
        if (from < to) see(stretch, Days{from, to});
    };
    auto const up_to = [](Period stretch, Day day) {  // the first whole one from this day on
        auto const first = first_of(stretch, day);
        return first == day ? day : next(stretch, first);
    };
    auto const years_from = up_to(Period::year, days.from);
    auto const years_to = first_of(Period::year, days.to);
    auto const months = [&](Day from, Day to) {
        auto const first = up_to(Period::month, from), last = first_of(Period::month, to);
        if (first > last) return part(Period::day, from, to);
        part(Period::day, from, first);
        part(Period::month, first, last);
        part(Period::day, last, to);
    };
    if (years_from > years_to) return months(days.from, days.to);
    months(days.from, years_from);
    part(Period::year, years_from, years_to);
    months(years_to, days.to);
}

struct TallyKey {
    std::string value, second;
    What what;
    std::string detail;
    int level;
    auto operator<=>(TallyKey const&) const = default;
};

}  // namespace

std::pair<std::string, std::string> rows::parted(Split split, Counted const& thing) {
    switch (split) {
        case Split::total:
            break;
        case Split::street:
            return {thing.street.text, ""};
        case Split::unit:
            return {thing.unit.text, ""};
        case Split::kind:
            return {thing.kind, ""};
        case Split::category:
            return {thing.category, ""};
        case Split::street_kind:
            return {thing.street.text, thing.kind};
        case Split::unit_kind:
            return {thing.unit.text, thing.kind};
    }
    return {};
}

Days Days::all() {
    using namespace std::chrono_literals;
    return {Day(1900y / 1 / 1), Day(2900y / 1 / 1)};
}

std::optional<Counted> counted(Matter const& m) {
    if (m.state == State::draft) return std::nullopt;
    std::string detail = boost::describe::enum_to_string(m.state, "");
    if (m.outcome) detail += std::string(" ") + boost::describe::enum_to_string(*m.outcome, "");
    return Counted{m.book,     m.day,        m.street, m.unit, m.kind,
                   m.category, What::matter, detail,   m.level};
}

std::optional<Counted> counted(Matter const& m, RunningClock const& clock) {
    if (clock.running()) return std::nullopt;
    return Counted{m.book,
                   m.day,
                   m.street,
                   clock.unit,
                   m.kind,
                   m.category,
                   clock.late(*clock.ended_at) ? What::late : What::in_time,
                   boost::describe::enum_to_string(clock.kind, ""),
                   0};
}

void count(Call& call, std::optional<Counted> const& before, std::optional<Counted> const& after) {
    if (before == after) return;
    if (before) rows::insert_change(call, *before, -1);
    if (after) rows::insert_change(call, *after, 1);
}

void count_matter(Call& call, Matter const& before, Matter const& after) {
    count(call, counted(before), counted(after));
    auto const was = before.state == State::cleared, is = after.state == State::cleared;
    if (was == is) return;
    for (auto const& [type, amount] : rows::quantities_of(call, after.id)) {
        auto thing = counted(is ? after : before).value();
        thing.level = 0;
        thing.what = What::built;
        thing.detail = type;
        rows::insert_change(call, thing, is ? amount : -amount);
    }
}

std::vector<Tally> tallies(Call& call, std::string const& book, Split split, Days days,
                           std::string const& value) {
    std::map<TallyKey, std::int64_t> sums;
    auto const take = [&](Tally const& t) {
        sums[{t.value, t.second, t.what, t.detail, t.level}] += t.n;
    };
    each_part(days, [&](Period stretch, Days part) {
        for (auto const& each : rows::totals(call, book, split, stretch, part, value)) take(each);
    });
    for (auto const& [thing, n] : rows::waiting_changes(call, book, days)) {
        auto const key = key_of(split, Period::day, thing);
        if (value.empty() || key.value == value)
            take({key.value, key.second, key.what, key.detail, key.level, n});
    }
    std::vector<Tally> out;
    for (auto const& [key, n] : sums)
        if (n != 0) out.push_back({key.value, key.second, key.what, key.detail, key.level, n});
    return out;
}

std::map<std::string, OpenLevels> open_levels(Call& call, std::string const& book, Split split,
                                              Days days, std::vector<State> const& but) {
    std::map<std::string, OpenLevels> out;
    for (auto const& tally : tallies(call, book, split, days)) {
        if (tally.what != What::matter) continue;
        auto state = State::draft;
        auto const word = tally.detail.substr(0, tally.detail.find(' '));
        if (!boost::describe::enum_from_string(word.c_str(), state)) continue;
        if (type_of(state) != StateType::open || std::ranges::find(but, state) != but.end())
            continue;
        auto& line = out[tally.value];
        line.open += tally.n;
        if (tally.level >= 1 && tally.level <= 3)
            line.levels[static_cast<std::size_t>(tally.level - 1)] += tally.n;
    }
    return out;
}

int fold_counts(Call& call, int limit) {
    auto const [changes, last_id] = rows::oldest_changes(call, limit);
    TotalsByKey totals;
    for (auto const& [thing, n] : changes) add(totals, thing, n);
    for (auto const& [key, n] : totals)
        if (n != 0) rows::add_to_total(call, key, n);
    if (!changes.empty()) rows::drop_changes(call, last_id);
    return static_cast<int>(changes.size());
}

std::vector<Miscounted> check_counts(Call& call, std::string const& book) {
    std::vector<Miscounted> out;
    auto const truth = rows::recount(call, book);
    auto const waiting = rows::waiting_changes(call, book, Days::all());
    for (auto const split : splits)
        for (auto const stretch : stretches) {
            TotalsByKey wrong;
            for (auto const& [key, n] : rows::stored_totals(call, book, split, stretch))
                wrong[key] += n;
            for (auto const& [thing, n] : waiting) wrong[key_of(split, stretch, thing)] += n;
            for (auto const& [thing, n] : truth) wrong[key_of(split, stretch, thing)] -= n;
            for (auto const& [key, n] : wrong)
                if (n != 0)
                    out.push_back({split,
                                   key.from,
                                   {key.value, key.second, key.what, key.detail, key.level, n}});
        }
    return out;
}

}  // namespace banshi::matters
