#pragma once
// The city 全市: the districts that this program serves.

#include <vector>

#include "base/district.h"

namespace banshi::hall {

// Set by main for every district, once all of them are read; they live as long as the program.
struct CityMembers {
    std::vector<District const*> districts;
};

}  // namespace banshi::hall
