#pragma once
// Bytes made smaller for the wire, and back, by zlib.

#include <string>
#include <string_view>

#include "base/result.h"

namespace banshi::documents {

enum class Packing {
    gzip,     // Content-Encoding: gzip
    deflate,  // Content-Encoding: deflate, which means the zlib format
};

// 1 is fast, 9 is small. The same bytes always pack to the same bytes.
std::string packed(std::string_view bytes, Packing = Packing::gzip, int level = 6);

// Refuses packing.broken, and packing.too_large as soon as more than the limit comes out.
Result<std::string> unpacked(std::string_view bytes, Packing, std::size_t limit);

}  // namespace banshi::documents
