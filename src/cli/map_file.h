#pragma once
// A district's own map: map.geojson in its folder of settings, and map.toml beside it, which says
// by which datum its points count and under which number the map was reviewed 审图号. It is served
// as it is, at /{district}/map.geojson. Without it pages draw a schematic one of the streets.

#include <filesystem>
#include <optional>

#include "cli/city.h"
#include "engines/people/place.h"
#include "server/static_files.h"

namespace banshi::cli {

inline constexpr std::string_view map_file = "map.geojson";
inline constexpr std::size_t large_map = 500'000;  // bytes; more is slow on a phone

// Refuses with config.* a file that is no collection of features, or one without its map.toml.
Result<std::optional<people::Map>> read_map(std::filesystem::path const& folder);
// Puts the map of each district that has one at its address; a large one is worth a warning.
void add_maps(server::StaticFiles&, std::filesystem::path const& districts, City const&);

}  // namespace banshi::cli
