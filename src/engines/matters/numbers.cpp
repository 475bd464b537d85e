#include "engines/matters/numbers.h"

#include "engines/matters/rows.h"

namespace banshi::matters {

std::int64_t Numbers::next(std::string const& prefix, int year) {
    auto const run = runs_.find({prefix, year});
    if (run != runs_.end()) return ++run->second.last;
    auto const first = rows::next_number(call_, prefix, year);
    runs_.emplace(std::pair{prefix, year}, Run{first, first});
    return first;
}

void Numbers::finish() {
    for (auto const& [counter, run] : runs_)
        if (run.last > run.first)
            rows::set_last_number(call_, counter.first, counter.second, run.last);
    runs_.clear();
}

}  // namespace banshi::matters
