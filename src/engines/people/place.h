#pragma once
// Where a district lies: its city above it, its streets and communities below it, as the
// administrative divisions 行政区划 name them.

#include <map>
#include <optional>
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

// Lines "code,name" of what has a name for readers of English, by its code.
using EnglishNames = std::map<std::string, std::string, std::less<>>;
EnglishNames read_english_names(std::string_view csv, std::string const& file);

// By which datum the points of a map count. Maps printed in China are shifted by law.
enum class Coordinates { wgs84, gcj02, bd09 };  // 坐标系
BOOST_DESCRIBE_ENUM(Coordinates, wgs84, gcj02, bd09)

// What map.toml says of the map.geojson beside it.
struct Map {  // 地图
    Coordinates coordinates;
    std::optional<std::string> review_number;  // 审图号, printed on the map
};

// A policy of the district, set from district.toml and the divisions of its city.
struct Place {
    std::string city;  // 哈尔滨市
    std::string name;  // 香坊区
    std::string code;
    std::vector<Division> below = {};  // of this district alone
    std::optional<Map> map = {};       // of a site that has its own
    EnglishNames english = {};
};

// What lies below the division with this code.
std::vector<Division> divisions_below(std::vector<Division> const&, std::string const& code);

// Offices have their English names from the settings of their system, once the place is set.
void add_english_names(District&, EnglishNames);
// In English, "Xinwei Subdistrict"; empty where it has no such name.
std::string english_name(District const&, OrgId const&);
// As the reader calls it: by its own name where it has no other.
std::string name_of(Call const&, OrgId const&, std::string const& own);

// Makes the nodes of the district's Place, or of the bare district where none is set; writes
// only what is new. Safe to repeat.
void establish_place(Call&);

}  // namespace banshi::people
