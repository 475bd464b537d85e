#pragma once
// Following a number 关注: whoever has logged in by telephone hears of each step of a matter that
// everybody may see. The telephone is sealed; nobody learns who follows.

#include "engines/matters/matter.h"

namespace banshi::matters {

// Safe to repeat.
void follow(Call&, MatterId const&, AccountId const&, std::string const& phone);
void unfollow(Call&, MatterId const&, AccountId const&);
bool follows(Call&, MatterId const&, AccountId const&);
// The asker, who has logged in by telephone: the log-in keeps its keyed hash alone, so the page
// sends the number once more. Refuse session.missing, follow.phone.
Result<void> follow_as_citizen(Call&, MatterId const&, std::string const& phone);
Result<void> unfollow_as_citizen(Call&, MatterId const&);
bool asker_follows(Call&, MatterId const&);
// Of one book, those that were taken up last first. Refuses session.missing.
Result<std::vector<Matter>> followed_by_asker(Call&, std::string_view book);
// Those that were taken up last first.
std::vector<Matter> followed_by(Call&, AccountId const&);
int followers_of(Call&, MatterId const&);

// Tells all of them of a step that everybody sees, and those who follow what went into it: its news
// are theirs from the merging on.
void tell_followers(Call&, Matter const&, Verb);

}  // namespace banshi::matters
