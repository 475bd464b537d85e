#pragma once
// The keys of an installation: sealing keys close what identifies a person (name, document,
// phone), the lookup key finds a sealed number again without opening it. A sealed text names its
// key, so that a new key can come in while old rows stay readable.

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"

namespace banshi::people {

using KeyBytes = std::array<std::uint8_t, 32>;

struct SealingKey {
    std::string id;  // "1", "2" ...; stands in front of every text that it sealed
    KeyBytes bytes{};
};

struct Keys {
    KeyBytes lookup{};                // never changes: every lookup hash hangs on it
    std::vector<SealingKey> sealing;  // the last one seals, all of them open
};

// Installs the keys for the whole process; once, before the first Call.
void use_keys(Keys);

Keys fresh_keys(Random&);
// Never overwrites; readable by its owner alone (0600). Throws std::system_error.
void write_key_file(std::filesystem::path const&, Keys const&);
// In its place, whole or not at all.
void replace_key_file(std::filesystem::path const&, Keys const&);
// Throws std::runtime_error when the file is missing, malformed or open to others.
Keys read_key_file(std::filesystem::path const&);
// The same keys and one more to seal with from now on; rows sealed before stay readable.
Keys rotated(Keys, Random&);

// libsodium secretbox, as "key id:base64". Sealing the same text twice gives two different ones.
std::string seal(std::string_view plain, Random&);
// Throws std::runtime_error when the text was tampered with or its key is not here.
std::string unseal(std::string_view sealed);
// Nothing stays nothing.
std::string seal_filled(std::string_view plain, Random&);
std::string unseal_filled(std::string_view sealed);
// HMAC-SHA256 in hex. `what` keeps the hashes of different kinds of values apart.
std::string lookup_hash(std::string_view what, std::string_view value);
// SHA-256 in hex, for secrets that are long and random themselves: tokens, links.
std::string token_hash(std::string_view token);
// So many random bytes as text that fits a cookie or an address.
std::string fresh_token(Random&, std::size_t bytes = 32);

}  // namespace banshi::people
