#include "engines/files/picture.h"

#include <algorithm>
#include <cmath>

namespace banshi::files {

Result<void> may_decode(std::int64_t width, std::int64_t height, Wanted const& wanted) {
    if (width <= 0 || height <= 0) return Refusal{Why::invalid, "file.broken"};
    if (width > wanted.most_pixels / height)
        return Refusal{Why::invalid,
                       "file.pixels",
                       std::to_string(width) + "x" + std::to_string(height),
                       "",
                       {{"most", std::to_string(wanted.most_pixels / 1'000'000)}}};
    return {};
}

int turn_of(std::string_view exif) {
    bool const little = exif.starts_with(std::string_view("II*\0", 4));
    if (!little && !exif.starts_with(std::string_view("MM\0*", 4))) return 1;
    auto const number = [&](std::size_t at, std::size_t bytes) -> std::size_t {
        if (at > exif.size() || exif.size() - at < bytes) return 0;
        std::size_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8 | static_cast<std::uint8_t>(exif[at + (little ? bytes - 1 - i : i)]);
        return value;
    };
    auto const directory = number(4, 4);
    for (std::size_t i = 0, entries = number(directory, 2); i < entries; ++i) {
        auto const entry = directory + 2 + i * 12;
        if (entry >= exif.size()) break;
        if (number(entry, 2) != 0x0112) continue;
        auto const turn = number(entry + 8, 2);
        return turn >= 1 && turn <= 8 ? static_cast<int>(turn) : 1;
    }
    return 1;
}

Picture upright(Picture from) {
    if (from.turn == 1) return from;
    bool const lies = from.turn >= 5;  // rows become columns
    int const width = lies ? from.height : from.width, height = lies ? from.width : from.height;
    Picture out{width, height, std::vector<std::uint8_t>(from.rgb.size())};
    bool const flip_x = from.turn == 2 || from.turn == 3 || from.turn == 7 || from.turn == 8;
    bool const flip_y = from.turn == 3 || from.turn == 4 || from.turn == 6 || from.turn == 7;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int source_x = lies ? y : x, source_y = lies ? x : y;
            if (flip_x) source_x = from.width - 1 - source_x;
            if (flip_y) source_y = from.height - 1 - source_y;
            auto const at = (std::size_t(source_y) * from.width + source_x) * 3;
            std::copy_n(from.rgb.begin() + std::ptrdiff_t(at), 3,
                        out.rgb.begin() + (std::ptrdiff_t(y) * width + x) * 3);
        }
    return out;
}

// The old places that a new one covers, and how much of each.
struct Cover {
    int first;
    std::vector<float> shares;
};

static std::vector<Cover> covers(int from, int to) {
    std::vector<Cover> out;
    double const step = double(from) / to;
    for (int i = 0; i < to; ++i) {
        double const begin = i * step, end = std::min((i + 1) * step, double(from));
        Cover cover{static_cast<int>(begin), {}};
        for (int at = cover.first; at < end; ++at)
            cover.shares.push_back(
                float((std::min(at + 1.0, end) - std::max(double(at), begin)) / step));
        out.push_back(std::move(cover));
    }
    return out;
}

Picture shrunk(Picture const& from, int side) {
    int const longer = std::max(from.width, from.height);
    if (longer <= side) return from;
    auto const scaled = [&](int length) {
        return std::max(1, int(std::lround(double(length) * side / longer)));
    };
    Picture out{scaled(from.width), scaled(from.height), {}, from.turn};
    out.rgb.reserve(std::size_t(out.width) * out.height * 3);
    auto const columns = covers(from.width, out.width);
    std::vector<float> row(std::size_t(from.width) * 3);
    for (auto const& rows : covers(from.height, out.height)) {
        std::ranges::fill(row, 0.0F);
        for (std::size_t i = 0; i < rows.shares.size(); ++i) {
            auto const* line = &from.rgb[(std::size_t(rows.first) + i) * row.size()];
            for (std::size_t x = 0; x < row.size(); ++x) row[x] += line[x] * rows.shares[i];
        }
        for (auto const& [first, shares] : columns)
            for (std::size_t colour = 0; colour < 3; ++colour) {
                float sum = 0.5F;
                for (std::size_t i = 0; i < shares.size(); ++i)
                    sum += row[(std::size_t(first) + i) * 3 + colour] * shares[i];
                out.rgb.push_back(static_cast<std::uint8_t>(std::min(sum, 255.0F)));
            }
    }
    return out;
}

}  // namespace banshi::files
