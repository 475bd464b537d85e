#pragma once
// The rows of counts.h. For this engine alone.

#include "engines/matters/counts.h"

namespace banshi::matters::rows {

enum class Period { year, month, day };
BOOST_DESCRIBE_ENUM(Period, year, month, day)

struct Change {
    Counted thing;
    std::int64_t n;
};
void insert_change(Call&, Counted const&, std::int64_t n);
// The oldest of all books, in order; and the id of the last one.
struct Oldest {
    std::vector<Change> changes;
    std::string last_id;
};
Oldest oldest_changes(Call&, int limit);
void drop_changes(Call&, std::string const& to_id);
// Not yet folded, summed.
std::vector<Change> waiting_changes(Call&, std::string const& book, Days);

struct TotalKey {
    std::string book;
    Split split;
    Period stretch;
    Day from;
    std::string value;
    std::string second;
    What what;
    std::string detail;
    int level;
    auto operator<=>(TotalKey const&) const = default;
};
void add_to_total(Call&, TotalKey const&, std::int64_t n);
std::vector<Tally> totals(Call&, std::string const& book, Split, Period, Days,
                          std::string const& value);

std::vector<std::pair<TotalKey, std::int64_t>> stored_totals(Call&, std::string const& book, Split,
                                                             Period);

// What is overdue at the time of the call, summed over the days: matters, and clocks (as
// What::late). As dear as it is much.
std::vector<Change> overdue_matters(Call&, std::string const& book, Days);
std::vector<Change> overdue_clocks(Call&, std::string const& book, Days);

// Where a thing belongs in a split: value and second.
std::pair<std::string, std::string> parted(Split, Counted const&);

// Counted from the matters, clocks and evaluations themselves.
std::vector<Change> recount(Call&, std::string const& book);

}  // namespace banshi::matters::rows
