#include "engines/matters/boards.h"

#include "engines/matters/count_rows.h"

namespace banshi::matters {

struct Overdue {
    std::vector<rows::Change> matters, clocks;
};

namespace {

using Key = std::pair<std::string, std::string>;

// What the formulas of a line are made of.
struct Sums {
    Totals totals;
    std::int64_t solved = 0;
    std::int64_t in_time = 0, late = 0, late_open = 0;                             // clocks
    std::int64_t answered_in_time = 0, answered_late = 0, answered_late_open = 0;  // responses
    std::int64_t rated = 0, content = 0, resolved = 0;
};

template <class Enum>
Enum read(std::string const& word) {
    Enum out{};
    if (!boost::describe::enum_from_string(word.c_str(), out))
        throw std::runtime_error("unknown word in a count: " + word);
    return out;
}

void add_matters(Sums& sums, Tally const& tally) {
    auto& totals = sums.totals;
    auto const blank = tally.detail.find(' ');
    auto const state = read<State>(tally.detail.substr(0, blank));
    auto const closed = [&]() -> std::int64_t& {
        if (state == State::cleared) return totals.cleared;
        if (state == State::declined) return totals.declined;
        if (state == State::merged) return totals.merged;
        if (state == State::withdrawn) return totals.withdrawn;
        return state == State::listed ? totals.listed : totals.open;
    };
    totals.registered += tally.n;
    closed() += tally.n;
    if (tally.level >= 1 && tally.level <= 3)
        totals.at_level[static_cast<std::size_t>(tally.level - 1)] += tally.n;
    if (blank == std::string::npos) return;
    auto const outcome = read<Outcome>(tally.detail.substr(blank + 1));
    bool const told = state == State::cleared || state == State::listed;
    if (told) totals.by_outcome[outcome] += tally.n;
    if (state == State::cleared && outcome == Outcome::solved) sums.solved += tally.n;
}

// The clock that ends with the first response 响应.
char const* response_of(Split split) {
    return split == Split::unit || split == Split::unit_kind ? "sign" : "accept";
}

void add(Sums& sums, Tally const& tally, Split split) {
    auto const add_clocks = [&](std::int64_t& all, std::int64_t& responses) {
        all += tally.n;
        if (tally.detail == response_of(split)) responses += tally.n;
    };
    switch (tally.what) {
        case What::matter:
            return add_matters(sums, tally);
        case What::in_time:
            return add_clocks(sums.in_time, sums.answered_in_time);
        case What::late:
            return add_clocks(sums.late, sums.answered_late);
        case What::rated:
            sums.rated += tally.n;
            if (tally.detail != "dissatisfied") sums.content += tally.n;
            return;
        case What::resolved:
            if (tally.detail == "yes") sums.resolved += tally.n;
            return;
        case What::built:
            return;
    }
}

std::map<Key, Sums> sums_of(Call& call, BoardOf const& of) {
    std::map<Key, Sums> lines;
    if (of.split == Split::total) lines[{}];
    for (auto const& tally : tallies(call, of.book, of.split, of.days, of.value))
        add(lines[{tally.value, tally.second}], tally, of.split);
    auto const add_overdue = [&](std::vector<rows::Change> const& changes, auto const& to) {
        for (auto const& [thing, n] : changes) {
            auto const key = rows::parted(of.split, thing);
            if (of.value.empty() || of.value == key.first) to(lines[key], thing, n);
        }
    };
    auto const overdue = of.overdue ? of.overdue : overdue_now(call, of.book, of.days);
    add_overdue(overdue->matters,
                [](Sums& sums, Counted const&, std::int64_t n) { sums.totals.overdue += n; });
    add_overdue(overdue->clocks, [&](Sums& sums, Counted const& thing, std::int64_t n) {
        sums.late_open += n;
        if (thing.detail == response_of(of.split)) sums.answered_late_open += n;
    });
    return lines;
}

Filter filter_of(Call& call, BoardOf const& of, Key const& key = {}) {
    Filter filter{of.book};
    auto const& zone = call.district.zone();
    if (of.days.from > Days::all().from) filter.from = zone.midnight(of.days.from);
    if (of.days.to < Days::all().to) filter.to = zone.midnight(of.days.to);
    auto const& [value, second] = key;
    if (of.split == Split::street || of.split == Split::street_kind) filter.street = {value};
    if (of.split == Split::unit || of.split == Split::unit_kind) filter.unit = {value};
    filter.as_lead = !filter.unit.empty();
    if (of.split == Split::kind) filter.kind = value;
    if (of.split == Split::category) filter.category = value;
    if (!second.empty()) filter.kind = second;
    return filter;
}

Filter in_states(Filter filter, std::vector<State> states) {
    filter.states = std::move(states);
    return filter;
}

Filter with_outcome(Filter filter, Outcome outcome) {
    filter.outcome = outcome;
    return filter;
}

Filter counting(Filter const& filter) {  // all but declined and merged
    return in_states(filter, counted_states());
}

BoardLine line_of(Call& call, BoardOf const& of, Key const& key, Sums const& sums) {
    BoardLine line{key.first, key.second, sums.totals, {}, {}, {}, {}, {}, {}};
    line.behind = filter_of(call, of, key);
    auto const& totals = sums.totals;
    auto const base = totals.registered - totals.declined - totals.merged;
    auto const cleared = in_states(line.behind, {State::cleared});
    line.clearance = {totals.cleared, base, cleared, counting(line.behind)};
    line.resolution = {sums.solved, base, with_outcome(cleared, Outcome::solved),
                       counting(line.behind)};
    line.on_time = {sums.in_time, sums.in_time + sums.late + sums.late_open, line.behind,
                    line.behind};
    line.satisfaction = {sums.content, sums.rated, line.behind, line.behind};
    line.rated_share = {sums.rated, totals.cleared, line.behind, cleared};
    return line;
}

Totals totals_of(Call& call, BoardOf const& of) {
    Sums sums;
    for (auto const& tally : tallies(call, of.book, of.split, of.days, of.value))
        add(sums, tally, of.split);
    return sums.totals;
}

ThreeRates rates_of(Call& call, BoardOf const& of, Key const& key, Sums const& sums) {
    auto const all = filter_of(call, of, key);
    ThreeRates out;
    out.responded = {sums.answered_in_time,
                     sums.answered_in_time + sums.answered_late + sums.answered_late_open, all,
                     all};
    out.solved = {sums.resolved, sums.rated, all, all};
    out.satisfied = {sums.content, sums.rated, all, all};
    out.excluded = {{State::declined, sums.totals.declined, in_states(all, {State::declined})},
                    {State::merged, sums.totals.merged, in_states(all, {State::merged})},
                    {State::withdrawn, sums.totals.withdrawn, in_states(all, {State::withdrawn})}};
    return out;
}

}  // namespace

std::shared_ptr<Overdue const> overdue_now(Call& call, std::string const& book, Days days) {
    return std::make_shared<Overdue const>(
        Overdue{rows::overdue_matters(call, book, days), rows::overdue_clocks(call, book, days)});
}

Board board(Call& call, BoardOf const& of) {
    Board out{call.now, {}};
    for (auto const& [key, sums] : sums_of(call, of))
        out.lines.push_back(line_of(call, of, key, sums));
    return out;
}

Totals totals(Call& call, BoardOf const& of) {
    auto sum = totals_of(call, of);
    for (auto const& [thing, n] : rows::overdue_matters(call, of.book, of.days)) sum.overdue += n;
    return sum;
}

ThreeRates three_rates(Call& call, BoardOf const& of) {
    Sums sums;
    auto const lines = sums_of(call, of);
    if (auto const found = lines.find({of.value, ""}); found != lines.end()) sums = found->second;
    return rates_of(call, of, {of.value, ""}, sums);
}

std::map<std::string, ThreeRates> three_rates_by_value(Call& call, BoardOf const& of) {
    std::map<std::string, ThreeRates> out;
    for (auto const& [key, sums] : sums_of(call, of))
        out[key.first] = rates_of(call, of, key, sums);
    return out;
}

std::vector<Age> ageing(Call& call, std::string const& book) {
    std::vector<Age> ages{
        {0, 8, 0, {}}, {8, 31, 0, {}}, {31, 91, 0, {}}, {91, 366, 0, {}}, {366, {}, 0, {}}};
    auto const tomorrow = call.district.zone().day_of(call.now) + std::chrono::days(1);
    for (auto& age : ages) {
        Days days{Days::all().from, tomorrow - std::chrono::days(age.from_days)};
        if (age.to_days) days.from = tomorrow - std::chrono::days(*age.to_days);
        age.open = totals_of(call, {book, days}).open;
        age.behind = filter_of(call, {book, days});
        age.behind.type = StateType::open;
    }
    return ages;
}

std::vector<Week> trend(Call& call, BoardOf const& of, int weeks) {
    auto const today = call.district.zone().day_of(call.now);
    auto const monday = today - (std::chrono::weekday(today) - std::chrono::Monday);
    std::vector<Week> out;
    for (int back = weeks - 1; back >= 0; --back) {
        auto week = of;
        week.days.from = monday - std::chrono::weeks(back);
        week.days.to = week.days.from + std::chrono::weeks(1);
        auto const totals = totals_of(call, week);
        out.push_back({week.days.from, totals.registered, totals.cleared,
                       filter_of(call, week, {week.value, ""})});
    }
    return out;
}

std::vector<Quantity> built(Call& call, BoardOf const& of) {
    std::map<std::string, std::int64_t> sums;
    for (auto const& tally : tallies(call, of.book, of.split, of.days, of.value))
        if (tally.what == What::built) sums[tally.detail] += tally.n;
    std::vector<Quantity> out;
    for (auto const& [type, amount] : sums)
        if (amount != 0) out.push_back({type, amount});
    return out;
}

}  // namespace banshi::matters
