#pragma once
// A district's settings: TOML into a described struct. The same reader as for requests, so an
// unknown, missing or illegal key is refused by its name; here with file and line as well.

#include <string>
#include <string_view>

#include "base/shape.h"

namespace banshi::config {

// The file as JSON, and the line on which each key stands ("halls[0].name").
struct Parsed {
    json::object values;
    std::map<std::string, int> lines;
};

// Refuses what is no TOML with config.syntax.
Result<Parsed> parse(std::string_view toml, std::string const& file);

// The line of the value at this path, else of what holds it.
int line_of(Parsed const&, std::string path);

Refusal placed(Refusal, Parsed const&, std::string const& file, json::object const& schema);

// Refusals carry the facts file, line, field and, for a choice, allowed.
template <class Settings>
Result<Settings> read(std::string_view toml, std::string const& file) {
    auto const parsed = TRY(parse(toml, file));
    auto settings = shape::read<Settings>(parsed.values, shape::Source::json);
    if (!settings) return placed(settings.refusal(), parsed, file, shape::schema<Settings>());
    return settings;
}

}  // namespace banshi::config
