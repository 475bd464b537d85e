#pragma once
// Following a number 关注: whoever has logged in by telephone hears of each step of a matter that
// everybody may see. The telephone is sealed; nobody learns who follows.

#include "engines/matters/matter.h"

namespace banshi::matters {

// Safe to repeat.
void follow(Call&, MatterId const&, AccountId const&, std::string const& phone);
void unfollow(Call&, MatterId const&, AccountId const&);
bool follows(Call&, MatterId const&, AccountId const&);
// Those that were taken up last first.
std::vector<Matter> followed_by(Call&, AccountId const&);
int followers_of(Call&, MatterId const&);

// Tells all of them of a step that everybody sees.
void tell_followers(Call&, Matter const&, Verb);

}  // namespace banshi::matters
