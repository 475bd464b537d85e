#pragma once
// Leaves that a row of a system must answer for 账实相符: one bit an entry, so that the memory of a
// log of ten million stays at a megabyte.

#include <cstdint>
#include <vector>

#include "engines/record/audit.h"

namespace banshi::record {

class Leaves {
public:
    void expect(std::uint64_t seq);
    // False where no leaf was expected there, or another row has it already.
    bool take(std::uint64_t seq);
    // Those that no row took, as breach.leaf_without_row; the first thousand.
    std::vector<Breach> left(Transaction&, std::string const& district) const;

private:
    std::vector<bool> open_;
};

}  // namespace banshi::record
