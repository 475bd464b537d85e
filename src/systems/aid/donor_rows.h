#pragma once
// The rows behind donors.h and pledges.h. They decide nothing.

#include "systems/aid/pledges.h"

namespace banshi::aid::rows {

void insert(Call&, Donor const&, std::string const& code_hash);
void renew_code(Call&, std::string const& donor, std::string const& code_hash);
std::optional<Donor> find_donor(Call&, std::string const& number);
std::optional<Donor> donor_by_code(Call&, std::string const& number, std::string const& code_hash);
std::vector<DonorLine> donor_lines(Call&);  // by number
std::vector<Donor> donors_named(Call&, std::string const& name);
std::vector<Donor> donors_with_phone(Call&);  // the newest first
// A gift, also one taken back, cash that was counted, or a pledge that stands.
bool is_in_books(Call&, std::string const& donor);
void forget(Call&, Donor const&);  // name, telephone and whether the public sees the name

void insert(Call&, Pledge const&);
void cancel(Call&, Pledge const&);
std::optional<Pledge> find_pledge(Call&, std::string const& number);
std::vector<Pledge> pledges_of(Call&, std::string const& donor);
std::vector<Pledge> all_pledges(Call&, std::string const& campaign);

void insert(Call&, Instalment const&);
void update(Call&, Instalment const&);
std::vector<Instalment> instalments_of(Call&, std::string const& pledge);
// Not paid in full and not cancelled, due until this day.
std::vector<Instalment> open_instalments(Call&, std::string const& campaign, Day until);

}  // namespace banshi::aid::rows
