#pragma once
// Developing 处理照片: what is sent becomes what is kept. A photo is turned upright, shrunk and
// written anew, so that no place, camera or hidden text travels with it; a document stays as it is.

#include "base/shape.h"
#include "engines/files/sniff.h"
#include "store/call.h"

namespace banshi::files {

// The same everywhere, since what is kept is the same everywhere.
inline constexpr std::int64_t most_pixels = 60'000'000;
inline constexpr int photo_side = 2048, preview_side = 480;
inline constexpr std::size_t most_bytes = 10 * 1024 * 1024;

struct Developed {
    Format format;
    std::string bytes;
    std::string preview = {};  // a small JPEG; documents have none
    int width = 0, height = 0;
};

// Refuses file.empty, file.too_large, file.kind, file.broken, file.pixels. Takes up to a second;
// the last answers are remembered, so that it can be asked before a transaction and again inside.
Result<Developed> develop(Upload const&);

// For systems/route.h, `prepared(files::develop_ahead, upload(...))`: develops every file of the
// request while other deeds go on.
void develop_ahead(Call&, json::object const& request);

}  // namespace banshi::files
