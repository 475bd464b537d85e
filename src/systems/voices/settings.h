#pragma once
// What a district sets for its advice platform, in config/districts/<name>/voices.toml.

#include "engines/matters/policy.h"

namespace banshi::voices {

struct UnitSetting {  // 承办单位: an office of the district; its streets are units too
    OrgId id;
    std::string name;
    std::string name_en;
    std::string phone;
};

struct Settings {
    std::string phone;  // of the office, on each letter
    std::vector<UnitSetting> units;
    matters::Book book;
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::voices
