#pragma once
// What a district sets for its registered problems, in config/districts/<name>/supervision.toml.

#include "engines/matters/policy.h"
#include "systems/supervision/open311_settings.h"

namespace banshi::supervision {

struct UnitSetting {  // 承办单位: an office of the district; its streets are units too
    OrgId id;         // housing
    std::string name;
    std::string name_en;
    std::string phone;
};

struct Settings {
    std::string phone;  // for help: 12345
    std::vector<UnitSetting> units;
    matters::Book book;
    std::optional<Open311Settings> open311;  // none: this district has no such face
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::supervision
