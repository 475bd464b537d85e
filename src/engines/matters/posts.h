#pragma once
// What belongs to a leader's post, and what has been unsolved the longest 新官理旧账.

#include "engines/matters/matter.h"

namespace banshi::matters {

// Open or listed, with this post as its leader; in the order of registering.
std::vector<Matter> led_by(Call&, std::string const& book, std::string const& leader);
// Open or listed, by the day since which the problem is known; the oldest first.
std::vector<Matter> oldest(Call&, std::string const& book, int limit);

}  // namespace banshi::matters
