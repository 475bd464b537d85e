#pragma once
// 二维码: text as dark and light squares; for the page as an SVG path, for paper by the others.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace banshi::documents {

struct QrMatrix {
    int size = 0;            // squares a side, without the quiet zone
    std::vector<bool> dark;  // row by row

    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y) * size + x]; }
};

// What must stay empty around the squares, in squares.
inline constexpr int quiet_zone = 4;

// Medium error correction: a slip gets folded. Refuses qr.too_long above some 2,300 bytes.
Result<QrMatrix> qr_matrix(std::string_view text);

// Path data for <path d="...">, one unit a square, inside a viewBox that begins at
// -quiet_zone and is size + 2 * quiet_zone wide.
std::string svg_path(QrMatrix const&);

}  // namespace banshi::documents
