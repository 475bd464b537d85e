#pragma once
// The rows behind campaign.h. They decide nothing.

#include "systems/aid/campaign.h"

namespace banshi::aid::rows {

// In place of one that was withdrawn.
void put(Call&, Campaign const&);
void update(Call&, Campaign const&);
void put_step(Call&, Campaign const&, std::string const& note);
std::optional<Campaign> find_campaign(Call&, std::string const& number);
// Whether pledges, money, families or a selection hang on it.
bool is_used(Call&, std::string const& number);
std::vector<Campaign> all_campaigns(Call&);  // the newest first

}  // namespace banshi::aid::rows
