#include "engines/record/tile.h"

#include <fmt/format.h>

#include "base/check.h"
#include "engines/record/encoding.h"

namespace banshi::record {

std::string tile_path(Tile const& tile) {
    auto path =
        tile.level == entries_level ? std::string("entries/") : fmt::format("{}/", tile.level);
    std::string elements = fmt::format("{:03}", tile.index % 1000);
    for (auto rest = tile.index / 1000; rest != 0; rest /= 1000)
        elements = fmt::format("x{:03}/", rest % 1000) + elements;
    path += elements;
    if (tile.width != tile_width) path += fmt::format(".p/{}", tile.width);
    return path;
}

static std::optional<std::uint64_t> read_element(std::string_view element) {
    if (element.size() != 3) return std::nullopt;
    std::uint64_t value = 0;
    for (char const figure : element) {
        if (figure < '0' || figure > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(figure - '0');
    }
    return value;
}

static std::optional<std::uint64_t> read_index(std::string_view path) {
    // Six elements hold any index of a log below 2^56 entries.
    static constexpr int most_elements = 6;
    std::uint64_t index = 0;
    for (int elements = 1; elements <= most_elements; ++elements) {
        bool const last = !path.starts_with('x');
        auto const value = read_element(last ? path : path.substr(1, path.find('/') - 1));
        if (!value) return std::nullopt;
        index = index * 1000 + *value;
        if (last) return index;
        path.remove_prefix(std::min(path.size(), std::size_t{5}));
    }
    return std::nullopt;
}

Result<Tile> read_tile_path(std::string_view path) {
    Refusal const bad{Why::not_found, "tile.bad_path", std::string(path)};
    auto const slash = path.find('/');
    if (slash == path.npos) return bad;
    auto const level_text = path.substr(0, slash);
    auto rest = path.substr(slash + 1);

    Tile tile;
    auto const level = read_size(level_text);
    if (level_text == "entries")
        tile.level = entries_level;
    else if (level && *level <= 63)
        tile.level = static_cast<int>(*level);
    else
        return bad;

    if (auto const part = rest.find(".p/"); part != rest.npos) {
        auto const width = read_size(rest.substr(part + 3));
        if (!width || *width == 0 || *width >= tile_width) return bad;
        tile.width = *width;
        rest = rest.substr(0, part);
    }
    auto const index = read_index(rest);
    if (!index) return bad;
    tile.index = *index;
    // A second spelling of the same tile would be a second file in every cache.
    if (tile_path(tile) != path) return bad;
    return tile;
}

// The hashes that stand at a level of tiles in a log of this size.
static std::uint64_t hashes_at(std::uint64_t size, int level) {
    auto const shift = level == entries_level ? 0 : level * tile_height;
    return shift < 64 ? size >> shift : 0;
}

static void add_level(std::vector<Tile>& tiles, int level, std::uint64_t hashes) {
    auto const full = hashes / tile_width, rest = hashes % tile_width;
    for (std::uint64_t index = 0; index < full; ++index)
        tiles.push_back({level, index, tile_width});
    if (rest != 0) tiles.push_back({level, full, rest});
}

std::vector<Tile> tiles_of(std::uint64_t size) {
    std::vector<Tile> tiles;
    add_level(tiles, entries_level, size);
    for (int level = 0; hashes_at(size, level) != 0; ++level)
        add_level(tiles, level, hashes_at(size, level));
    return tiles;
}

bool has_tile(std::uint64_t size, Tile const& tile) {
    auto const hashes = hashes_at(size, tile.level);
    return tile.index < hashes / tile_width ||
           (tile.index == hashes / tile_width && tile.width <= hashes % tile_width);
}

Node tile_node(Tile const& tile, std::uint64_t at) {
    CHECK(tile.level != entries_level && at < tile.width);
    return {tile.level * tile_height, tile.index * tile_width + at};
}

std::string bundled(std::string_view body) {
    CHECK(body.size() <= 65535);
    std::string entry;
    entry += static_cast<char>(body.size() >> 8);
    entry += static_cast<char>(body.size() & 255);
    return entry.append(body);
}

}  // namespace banshi::record
