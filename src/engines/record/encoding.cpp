#include "engines/record/encoding.h"

#include <array>
#include <charconv>

namespace banshi::record {

std::string hex(std::span<std::uint8_t const> bytes) {
    static constexpr char figures[] = "0123456789abcdef";
    std::string text(bytes.size() * 2, '0');
    auto* next = text.data();
    for (auto const byte : bytes) {
        *next++ = figures[byte >> 4];
        *next++ = figures[byte & 15];
    }
    return text;
}

static constexpr std::array<std::int8_t, 256> hex_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (int figure = 0; figure < 10; ++figure)
        values[static_cast<std::size_t>('0' + figure)] = static_cast<std::int8_t>(figure);
    for (int figure = 0; figure < 6; ++figure)
        values[static_cast<std::size_t>('a' + figure)] = static_cast<std::int8_t>(10 + figure);
    return values;
}();

bool read_hex(std::string_view text, std::span<std::uint8_t> into) {
    if (text.size() != into.size() * 2) return false;
    auto const value = [&](std::size_t at) -> int {
        return hex_values[static_cast<std::uint8_t>(text[at])];
    };
    int all = 0;  // negative as soon as one figure was none
    for (std::size_t at = 0; at < into.size(); ++at) {
        auto const high = value(2 * at), low = value(2 * at + 1);
        all |= high | low;
        into[at] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return all >= 0;
}

std::optional<std::string> read_hex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::span const into{reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()};
    return read_hex(text, into) ? std::optional{std::move(bytes)} : std::nullopt;
}

static constexpr std::string_view base64_figures =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto const left = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < left ? static_cast<std::uint8_t>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= left ? base64_figures[group >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

static constexpr std::array<std::int8_t, 256> base64_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t at = 0; at < base64_figures.size(); ++at)
        values[static_cast<std::uint8_t>(base64_figures[at])] = static_cast<std::int8_t>(at);
    return values;
}();

std::optional<std::string> read_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;

    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    int bits = 0;
    for (char const figure : text.substr(0, text.size() - padding)) {
        auto const value = base64_values[static_cast<std::uint8_t>(figure)];
        if (value < 0) return std::nullopt;
        group = group << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(group >> bits & 255);
        }
    }
    bool const spare_bits_are_zero = (group & ((1U << bits) - 1)) == 0;
    return spare_bits_are_zero ? std::optional{std::move(bytes)} : std::nullopt;
}

std::optional<std::uint64_t> read_size(std::string_view text) {
    if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    std::uint64_t size = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    return whole && size <= INT64_MAX ? std::optional{size} : std::nullopt;
}

// The length of the sequence that this byte begins, 0 when none does.
static std::size_t sequence_length(std::uint8_t first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

std::optional<std::u32string> read_utf8(std::string_view text) {
    static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    std::u32string points;
    while (!text.empty()) {
        auto const first = static_cast<std::uint8_t>(text.front());
        auto const length = sequence_length(first);
        if (length == 0 || length > text.size()) return std::nullopt;
        char32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t at = 1; at < length; ++at) {
            auto const next = static_cast<std::uint8_t>(text[at]);
            if ((next & 0xC0) != 0x80) return std::nullopt;
            point = point << 6 | (next & 0x3FU);
        }
        bool const surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < smallest[length] || point > 0x10FFFF || surrogate) return std::nullopt;
        points += point;
        text.remove_prefix(length);
    }
    return points;
}

std::optional<std::string_view> take_line(std::string_view& text) {
    auto const end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    auto const line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

}  // namespace banshi::record
