#pragma once
// The rows behind funds.h. They decide nothing.

#include "systems/aid/funds.h"

namespace banshi::aid::rows {

void insert(Call&, FamilyFund const&);
void update(Call&, FamilyFund const&);
std::optional<FamilyFund> find_fund(Call&, std::string const& family);
// Also of those that have gone on in a later campaign since.
std::vector<FamilyFund> funds_of(Call&, std::string const& campaign);
void insert_past(Call&, FamilyFund const&);

void insert(Call&, Allocation const&);
void update(Call&, Allocation const&);
std::optional<Allocation> find_allocation(Call&, std::string const& number);
std::optional<Allocation> allocation_of(Call&, std::int64_t hold);
// Not released, by number.
std::vector<Allocation> allocations_for(Call&, std::string const& family, int year);
std::vector<Allocation> allocations_in(Call&, int year);
std::vector<DonorFen> unallocated_by_donor(Call&);

}  // namespace banshi::aid::rows
