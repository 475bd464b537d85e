#pragma once
// A city with as many registered problems as one likes, for measuring: rows as five years of work
// leave them, made by the database itself.

#include "engines/matters/matter.h"

namespace banshi::bench {

struct Filling {
    std::int64_t first, last;  // serials, both included; one in so many days
    std::int64_t count;        // of all, which lie evenly in five years before now
    std::int64_t open_every;   // one in so many is still open: 1 for all
    std::int64_t due_every;    // and of the open ones, one in so many is overdue
};
// Matters, their deeds, tasks, units and clocks, and what the counts have to take in.
void fill(Call&, Filling const&);

// The words of the matters with these serials, as one block of the index.
void fill_words(Call&, int block, std::int64_t first, std::int64_t last);

// So that the planner knows the tables.
void analyse(Call&);

std::string id_of(std::int64_t serial);
Instant registered_at(Call&, Filling const&, std::int64_t serial);

}  // namespace banshi::bench
