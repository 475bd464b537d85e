#pragma once
// Tests before a draw is published 公布前检验. In 2012 a visa lottery was voided because over nine
// in ten of its winners came from the first two days of entries: the order of entry must not show.

#include <cstdint>
#include <vector>

namespace banshi::draws {

struct EntryOrder {
    bool tested = false;  // with fewer than five winners, or when all win, there is nothing to see
    double mean = 0, mean_expected = 0, mean_sigma = 0;  // of the winners' ranks
    std::int64_t early = 0;                              // winners among the first tenth
    double early_expected = 0, early_sigma = 0;

    bool sound() const;  // both within four sigma, or not tested
};

// The ranks of the winners, 1 for who entered first, among so many entries.
EntryOrder entry_order(std::vector<std::int64_t> const& ranks, std::int64_t entries);

// Of counts that should be equal, from draws of `places` of them without return: compare with the
// chi-square distribution of one degree of freedom less than there are counts.
double chi_square(std::vector<std::int64_t> const& counts, std::int64_t places);

}  // namespace banshi::draws
