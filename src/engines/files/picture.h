#pragma once
// Pictures 图片 in memory: out of the three formats that phones make, and into JPEG without a word
// beside the picture itself.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace banshi::files {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb = {};  // three bytes a pixel, row by row
    int turn = 1;                        // as EXIF numbers the eight ways to hold a camera
};

struct Wanted {
    int side;                  // no less than this is decoded of the longer side, where there is
    std::int64_t most_pixels;  // more are refused before one is decoded
};

// All refuse file.broken (damaged or cut off) and file.pixels. Of an animation: its first frame.
// Transparent is white.
Result<Picture> read_jpeg(std::string_view bytes, Wanted const&);
Result<Picture> read_png(std::string_view bytes, Wanted const&);
Result<Picture> read_webp(std::string_view bytes, Wanted const&);

// file.pixels, or nothing.
Result<void> may_decode(std::int64_t width, std::int64_t height, Wanted const&);

// How the camera was held, of the EXIF data that begins with the TIFF head; 1 when it does not say.
int turn_of(std::string_view exif);

Picture upright(Picture);
// So that the longer side is at most this; each pixel the mean of those it covers.
Picture shrunk(Picture const&, int side);

std::string jpeg_of(Picture const&, int quality);

}  // namespace banshi::files
