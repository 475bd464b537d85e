#pragma once
// What a district sets for its advice platform, in config/districts/<name>/voices.toml.

#include "engines/matters/policy.h"
#include "engines/matters/units.h"

namespace banshi::voices {

struct Settings {
    std::string phone;                 // of the office, on each letter
    std::optional<Day> me_too_from;    // 同感: everybody may say so from this day on; else nobody
    std::optional<Day> citizens_from;  // 居民: everybody may write from this day on; else nobody
    matters::Offices units;
    matters::Book book;
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::voices
