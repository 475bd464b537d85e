#pragma once
// How many matters there are of each sort: kept by the deeds, in their own transactions, so that a
// wall or a board reads totals and counts nothing. All are counted by the day of registering: the
// figures of a period speak of the matters that were registered in it.

#include <map>

#include "engines/matters/clocks.h"

namespace banshi::matters {

enum class What {
    matter,    // detail: its state, "cleared"; or "cleared solved" with its outcome
    in_time,   // a clock that ended in time; detail: its kind
    late,      // one that ended late
    rated,     // the first answer of the first round; detail: the rating
    resolved,  // the same answer; detail: "yes", "no"
    built,     // 成果 of cleared matters, in their own units; detail: the type
};
BOOST_DESCRIBE_ENUM(What, matter, in_time, late, rated, resolved, built)

enum class Split { total, street, unit, kind, category, street_kind, unit_kind };
BOOST_DESCRIBE_ENUM(Split, total, street, unit, kind, category, street_kind, unit_kind)

// One thing that is counted, where it belongs.
struct Counted {
    std::string book;
    Day day;
    OrgId street;
    OrgId unit;
    std::string kind;
    std::string category;
    What what;
    std::string detail;
    int level;
    auto operator<=>(Counted const&) const = default;
};
// Nothing for a draft.
std::optional<Counted> counted(Matter const&);
// Of a clock that has ended.
std::optional<Counted> counted(Matter const&, RunningClock const&);

// What a deed changes: called by the stores with the row before and the row after.
void count(Call&, std::optional<Counted> const& before, std::optional<Counted> const& after);
// The same for a whole matter, with what was built once it is cleared.
void count_matter(Call&, Matter const& before, Matter const& after);

struct Days {  // [from, to)
    Day from;
    Day to;
    static Days all();
};

struct Tally {
    std::string value;   // of the split: a street, a unit, a kind; empty: none, or the total
    std::string second;  // of street_kind and unit_kind: the kind
    What what;
    std::string detail;
    int level;
    std::int64_t n;
    bool operator==(Tally const&) const = default;
};
// In no order; `value` narrows to one street, unit, kind or category.
std::vector<Tally> tallies(Call&, std::string const& book, Split, Days,
                           std::string const& value = {});

// What is open now, of the matters that were registered in these days: by the values of the split,
// all of them, also what the public does not see.
struct OpenLevels {
    std::int64_t open = 0;
    std::vector<std::int64_t> levels{0, 0, 0};  // of those, how many stand at level 1, 2, 3
};
std::map<std::string, OpenLevels> open_levels(Call&, std::string const& book, Split,
                                              Days = Days::all(),
                                              std::vector<State> const& but = {});

// Adds what has changed since to the totals: so many changes at most; says how many it took. Run it
// from a job every few seconds.
int fold_counts(Call&, int limit);

// Totals that differ from a recount of all rows; empty on a sound district. Reads everything.
struct Miscounted {
    Split split;
    Day from;       // of the year, month or day
    Tally surplus;  // below zero: missing
};
std::vector<Miscounted> check_counts(Call&, std::string const& book);

}  // namespace banshi::matters
