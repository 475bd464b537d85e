#pragma once
// Figures for boards and the wall 统计. Each is an exact fraction, and names the list behind it.
// All figures of one board come from one snapshot, and speak of the matters that were registered
// in its days.

#include <array>
#include <map>
#include <memory>

#include "engines/matters/counts.h"
#include "engines/matters/lists.h"

namespace banshi::matters {

// What is overdue at the time of the call, counted once for all boards of an answer.
struct Overdue;
std::shared_ptr<Overdue const> overdue_now(Call&, std::string const& book, Days);

struct BoardOf {
    std::string book;
    Days days = Days::all();
    Split split = Split::total;
    std::string value = {};                       // one street, unit, kind or category alone
    std::shared_ptr<Overdue const> overdue = {};  // counted here where it is not given
};

struct Figure {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    Filter counted = {};  // opens the matters of the numerator, as near as a list can come
    Filter among = {};    // and those of the denominator
};

// How many stand where. registered = open + cleared + declined + merged + withdrawn + listed.
struct Totals {
    std::int64_t registered = 0;
    std::int64_t open = 0;
    std::int64_t cleared = 0;
    std::int64_t declined = 0;
    std::int64_t merged = 0;
    std::int64_t withdrawn = 0;
    std::int64_t listed = 0;
    std::int64_t overdue = 0;  // now
    std::array<std::int64_t, 3> at_level{};
    std::map<Outcome, std::int64_t> by_outcome;  // of the cleared and the listed
};

struct BoardLine {
    std::string value;   // of the split; empty: none, or the total
    std::string second;  // of street_kind and unit_kind: the kind
    Totals totals;
    Figure clearance;     // 办结率
    Figure resolution;    // 化解率
    Figure on_time;       // 按期率, of clocks
    Figure satisfaction;  // 满意率
    Figure rated_share;   // 评价率
    Filter behind;        // all matters of the line
};

struct Board {
    Instant at;
    std::vector<BoardLine> lines;  // by value
};
Board board(Call&, BoardOf const&);
// How many stand where, of all lines together: without the rates, which cost more.
Totals totals(Call&, BoardOf const&);

// 三率: what was responded to in time, solved and satisfied; and what was left out of it, by why.
struct Excluded {  // 剔除
    State why;     // declined, merged, withdrawn
    std::int64_t matters;
    Filter behind;
};
struct ThreeRates {
    Figure responded;
    Figure solved;
    Figure satisfied;
    std::vector<Excluded> excluded;
};
ThreeRates three_rates(Call&, BoardOf const&);
// The same of each value of the split. A unit responds when it signs, for it is not there when a
// matter is accepted.
std::map<std::string, ThreeRates> three_rates_by_value(Call&, BoardOf const&);

// How long what is open has been open: days from registering, the youngest first.
struct Age {
    int from_days;
    std::optional<int> to_days;
    std::int64_t open = 0;
    Filter behind;
};
std::vector<Age> ageing(Call&, std::string const& book);

struct Week {
    Day monday;
    std::int64_t registered;
    std::int64_t cleared;  // of those
    Filter behind;
};
// The last so many weeks with the present one, the oldest first.
std::vector<Week> trend(Call&, BoardOf const&, int weeks);

// What was built and repaired 成果, over the cleared matters, by type.
std::vector<Quantity> built(Call&, BoardOf const&);

}  // namespace banshi::matters
