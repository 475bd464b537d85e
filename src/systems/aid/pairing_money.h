#pragma once
// Money for pairings 结对分配: what each donor of a pairing that began promised the family for a
// year is set aside from that donor's own donations.

#include "systems/aid/funds.h"

namespace banshi::aid {

struct AllocatePairings {
    int year;
};
struct PairingsAllocated {
    std::vector<AllocationView> allocations;  // new ones; what was allocated stays
    std::vector<std::string> lacking;         // pairings whose donor's money does not suffice
};
Result<PairingsAllocated> allocate_pairings(Call&, AllocatePairings const&);

}  // namespace banshi::aid
