#pragma once
// Tiles 分块 (C2SP tlog-tiles): the tree cut into files of 256 hashes, so that any public client
// can fetch what it needs and a plain file server can keep it for ever.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/record/tree.h"

namespace banshi::record {

inline constexpr int tile_height = 8;
inline constexpr std::uint64_t tile_width = 256;
inline constexpr int entries_level = -1;  // the bundle of entries beneath level 0

struct Tile {
    int level = 0;  // 0 .. 63, or entries_level
    std::uint64_t index = 0;
    std::uint64_t width = tile_width;  // 1 .. 256; less than 256 at the right edge only
    auto operator<=>(Tile const&) const = default;
};

// "0/x001/x234/067", "entries/000.p/8"; the part of the path behind "tile/".
std::string tile_path(Tile const&);
// Refused: tile.bad_path, also for a spelling that tile_path would not give.
Result<Tile> read_tile_path(std::string_view);

// Every tile that a log of this size has, entries and partial ones included.
std::vector<Tile> tiles_of(std::uint64_t size);
// Is the tile there, whole or as a part, in a log of this size?
bool has_tile(std::uint64_t size, Tile const&);

// The node whose hash is the tile's `at`-th.
Node tile_node(Tile const&, std::uint64_t at);

// An entry of a bundle: its length as a big-endian uint16, then the body.
std::string bundled(std::string_view body);

}  // namespace banshi::record
