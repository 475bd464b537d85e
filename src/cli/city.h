#pragma once
// A City 市 as its folder of settings describes it: calendars, words, districts and the systems
// that each has switched on. Everything is read and checked before anything starts.

#include <deque>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/district.h"
#include "base/text.h"
#include "engines/record/witnesses.h"
#include "systems/system.h"

namespace banshi::cli {

struct DistrictSetting {              // district.toml
    std::optional<std::string> city;  // of which it is a part
    std::string name;
    std::string name_en;
    std::string code;  // 行政区划代码
    std::string zone;
    std::vector<std::string> systems;
    // Those whose figures the source tells of this district; `banshi figures` counts them.
    std::optional<std::vector<std::string>> told;
};

struct CityDistrict {
    District district;
    DistrictSetting setting;
    std::vector<System const*> systems;
};

struct City {
    Texts texts;
    std::vector<System> systems;
    std::deque<CityDistrict> districts;  // by name
    record::Witnesses witnesses = {};
    std::unique_ptr<District> own_log = {};  // whose place is the city's own public log
    Language language = Language::zh;        // of whoever types the commands

    CityDistrict const* find(std::string_view name) const;
};
std::vector<std::string> names_of_districts(City const&);

struct Folders {
    std::filesystem::path calendars = "config/calendar";
    std::filesystem::path districts = "config/districts";
    std::filesystem::path divisions = "config/divisions";
    std::filesystem::path text = "text";
    std::filesystem::path demo = "config/demo.toml";
    std::filesystem::path config = {};  // that holds them; empty where they lie apart
};

Texts read_texts(std::filesystem::path const&);
std::shared_ptr<WorkCalendar const> read_calendars(std::filesystem::path const&);
// Refuses with config.* and the facts file, line, field, allowed.
Result<City> read_city(Folders const&, std::vector<System> systems);
std::string read_file(std::filesystem::path const&);
// To whoever typed the command.
void say(City const&, char const* key, Facts const& = {});

}  // namespace banshi::cli
