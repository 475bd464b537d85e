#include <sodium.h>

#include <array>

#include "engines/tickets/secret.h"

namespace banshi::tickets {

std::string fresh_secret(Random& random) {
    std::array<std::uint8_t, 18> bytes{};
    random.fill(bytes);
    std::string text(
        sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), 0);
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();  // the closing zero
    return text;
}

std::string secret_hash(std::string const& secret) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(secret.data()),
                       secret.size());
    std::string hex(2 * hash.size() + 1, 0);
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

bool opens(std::string const& hash, std::string const& secret) {
    auto const other = secret_hash(secret);
    return hash.size() == other.size() &&
           sodium_memcmp(hash.data(), other.data(), hash.size()) == 0;
}

}  // namespace banshi::tickets
