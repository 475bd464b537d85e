#pragma once
// Where a district lies: its city above it, its streets and communities below it, as the
// administrative divisions 行政区划 name them.

#include <string>
#include <string_view>
#include <vector>

#include "engines/people/orgs.h"

namespace banshi::people {

struct Division {
    std::string code;  // 行政区划代码
    std::string name;
    OrgKind kind;  // district, street, community
    std::string parent;
};

// Lines "code,name,level,parent" with the levels area, street, community; # begins a remark.
// Throws std::runtime_error with file and line.
std::vector<Division> read_divisions(std::string_view csv, std::string const& file);

// A policy of the district, set from district.toml and the divisions of its city.
struct Place {
    std::string city;  // 哈尔滨市
    std::string name;  // 香坊区
    std::string code;
    std::vector<Division> below = {};  // of this district alone
};
// What lies below the division with this code.
std::vector<Division> divisions_below(std::vector<Division> const&, std::string const& code);

// Makes the nodes of the district's Place, or of the bare district where none is set; writes
// only what is new. Safe to repeat.
void establish_place(Call&);

}  // namespace banshi::people
