#pragma once
// The rows behind donations.h. They decide nothing.

#include "systems/aid/donations.h"

namespace banshi::aid::rows {

void insert(Call&, Donation const&);
void reverse(Call&, Donation const&);
std::optional<Donation> find_donation(Call&, std::int64_t lot);
std::vector<Donation> donations_of(Call&, std::string const& donor);
std::vector<Donation> donations_in(Call&, std::string const& campaign);

void insert(Call&, Receipt const&);
void spoil(Call&, Receipt const&);
std::optional<Receipt> find_receipt(Call&, std::string const& number);
std::vector<Receipt> receipts_of(Call&, std::int64_t lot);
std::vector<Receipt> receipts_like(Call&, std::string const& from, std::string const& to);

void insert(Call&, CashSlip const&);
void sign(Call&, CashSlip const&, std::int64_t lot);
std::optional<CashSlip> find_slip(Call&, std::string const& number);
std::vector<CashSlip> unsigned_slips(Call&);

}  // namespace banshi::aid::rows
