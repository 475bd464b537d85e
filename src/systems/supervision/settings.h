#pragma once
// What a district sets for its registered problems, in config/districts/<name>/supervision.toml.

#include "engines/matters/policy.h"
#include "engines/matters/units.h"
#include "systems/supervision/open311_settings.h"
#include "systems/supervision/petition_settings.h"

namespace banshi::supervision {

struct DutySettings {       // “2+N”
    int recurring_matters;  // that make a kind of problem a recurring one ...
    int recurring_months;   // ... within so many months
    std::string basis;
};

struct KeptFor {  // 保存期限 of one kind
    std::string kind;
    int months;
};
struct RetentionSettings {
    int months;  // after the end of a matter, for all kinds but these
    std::vector<KeptFor> kinds;
    bool daily;  // each night by itself; else somebody asks for it
    std::string basis;
};

struct Settings {
    std::string phone;  // for help: 12345
    matters::Offices units;
    matters::Book book;
    std::optional<Open311Settings> open311;      // none: this district has no such face
    std::optional<PetitionSettings> petitions;   // none: nothing is reviewed here
    std::optional<DutySettings> duties;          // 2+N; none: no programmes here
    std::optional<RetentionSettings> retention;  // none: nothing is forgotten by itself
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::supervision
