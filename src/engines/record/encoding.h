#pragma once
// Bytes as text: lower-case hex, strict base64 and strict UTF-8, as the formats of the public
// log ask for them. One value has one spelling: whatever could be written otherwise is refused.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace banshi::record {

std::string hex(std::span<std::uint8_t const>);
std::optional<std::string> read_hex(std::string_view);
// The same into place, when the text has exactly that many figures; says whether it did.
bool read_hex(std::string_view, std::span<std::uint8_t> into);

std::string base64(std::string_view bytes);
// Padding is required, spare bits must be zero, no blanks.
std::optional<std::string> read_base64(std::string_view);

// A decimal without sign, blanks or leading zeros, below 2^63.
std::optional<std::uint64_t> read_size(std::string_view);

// The code points of a text; nothing when it is not valid UTF-8 (RFC 3629).
std::optional<std::u32string> read_utf8(std::string_view);

inline std::span<std::uint8_t const> octets(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

inline std::string_view text_of(std::span<std::uint8_t const> bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// Cuts the text up to the next newline off the front; nothing when no newline is left.
std::optional<std::string_view> take_line(std::string_view& text);

}  // namespace banshi::record
