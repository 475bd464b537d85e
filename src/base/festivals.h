#pragma once
// Festivals 节日 of the lunar calendar, as the yearly files in config/calendar name them. A policy
// of every district.

#include <map>
#include <string>
#include <string_view>

#include "base/time.h"

namespace banshi {

struct Festivals {
    std::map<int, Day> mid_autumn = {};  // 中秋节, by year

    // Takes one year's file. Throws with the file's name; a file without it adds nothing.
    void add_year(std::string_view toml, std::string const& file);
};

}  // namespace banshi
