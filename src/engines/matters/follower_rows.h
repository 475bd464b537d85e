#pragma once
// The rows of followers. For this engine alone.

#include "engines/matters/matter.h"

namespace banshi::matters::rows {

struct Follower {
    AccountId account;
    std::string phone;  // sealed here, opened here
    std::string language;
};
void put(Call&, MatterId const&, Follower const&);
void drop_follower(Call&, MatterId const&, AccountId const&);
void drop_followers(Call&, MatterId const&);
std::vector<Follower> followers_of(Call&, MatterId const&);
std::vector<MatterId> followed_by(Call&, AccountId const&);

}  // namespace banshi::matters::rows
