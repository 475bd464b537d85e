#pragma once
// A Hash 摘要 is one SHA-256 value: 32 bytes, never fewer.

#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace banshi::record {

struct Hash {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(Hash const&) const = default;
};

// SHA-256 of the parts, one after another.
Hash sha256(std::initializer_list<std::string_view> parts);

std::string hex(Hash const&);
std::string base64(Hash const&);
std::optional<Hash> hash_of_hex(std::string_view);
std::optional<Hash> hash_of_base64(std::string_view);
std::optional<Hash> hash_of_bytes(std::string_view);

std::string_view text_of(Hash const&);

}  // namespace banshi::record
