#pragma once
// What the advice platform keeps of a citizen, for the list of their own data.

#include "engines/people/holdings.h"

namespace banshi::voices {

std::vector<people::Holding> kept_memberships(Call&, people::Subject const&);
// What they follow and support, and who they are as citizens: other memberships belong to the
// books.
void erase_interests(Call&, people::Subject const&);

}  // namespace banshi::voices
