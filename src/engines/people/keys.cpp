#include "engines/people/keys.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "base/check.h"

namespace banshi::people {

namespace {

Keys installed;

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

std::string hex(unsigned char const* bytes, std::size_t size) {
    std::string out(size * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes, size);
    out.pop_back();
    return out;
}

std::string base64(std::string_view bytes, int variant) {
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes_of(bytes), bytes.size(), variant);
    out.pop_back();
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL))
        throw std::runtime_error("a sealed text is malformed");
    out.resize(size);
    return out;
}

KeyBytes const& sealing_key(std::string_view id) {
    for (auto const& key : installed.sealing)
        if (key.id == id) return key.bytes;
    throw std::runtime_error("the key of a sealed text is missing: " + std::string(id));
}

// Made from chance and the text together: should chance ever repeat, two different texts still
// never share a nonce.
std::string nonce_for(std::string_view plain, KeyBytes const& key, Random& random) {
    std::array<std::uint8_t, 16> chance{};
    random.fill(chance);
    std::string nonce(crypto_secretbox_NONCEBYTES, '\0');
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), nonce.size());
    crypto_generichash_update(&state, chance.data(), chance.size());
    crypto_generichash_update(&state, bytes_of(plain), plain.size());
    crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(nonce.data()), nonce.size());
    return nonce;
}

}  // namespace

void use_keys(Keys keys) {
    CHECK(sodium_init() >= 0 && !keys.sealing.empty());
    installed = std::move(keys);
}

std::string seal(std::string_view plain, Random& random) {
    CHECK(!installed.sealing.empty());
    auto const& key = installed.sealing.back();
    auto sealed = nonce_for(plain, key.bytes, random);
    std::string box(plain.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()), bytes_of(plain),
                          plain.size(), bytes_of(sealed), key.bytes.data());
    return key.id + ":" + base64(sealed + box, sodium_base64_VARIANT_ORIGINAL);
}

std::string unseal(std::string_view sealed) {
    auto const colon = sealed.find(':');
    if (colon == sealed.npos) throw std::runtime_error("a sealed text names no key");
    auto const& key = sealing_key(sealed.substr(0, colon));
    auto const box = from_base64(sealed.substr(colon + 1));
    auto const overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (box.size() < overhead) throw std::runtime_error("a sealed text is too short");
    std::string plain(box.size() - overhead, '\0');
    auto const* rest = bytes_of(box) + crypto_secretbox_NONCEBYTES;
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(plain.data()), rest,
                                   box.size() - crypto_secretbox_NONCEBYTES, bytes_of(box),
                                   key.data()) != 0)
        throw std::runtime_error("a sealed text was tampered with");
    return plain;
}

std::string seal_filled(std::string_view plain, Random& random) {
    return plain.empty() ? "" : seal(plain, random);
}

std::string unseal_filled(std::string_view sealed) { return sealed.empty() ? "" : unseal(sealed); }

std::string lookup_hash(std::string_view what, std::string_view value) {
    CHECK(!installed.sealing.empty());
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, installed.lookup.data(), installed.lookup.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(what), what.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(":"), 1);
    crypto_auth_hmacsha256_update(&state, bytes_of(value), value.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    crypto_auth_hmacsha256_final(&state, hash.data());
    return hex(hash.data(), hash.size());
}

std::string token_hash(std::string_view token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), bytes_of(token), token.size());
    return hex(hash.data(), hash.size());
}

std::string fresh_token(Random& random, std::size_t bytes) {
    std::string token(bytes, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(token.data()), token.size()});
    return base64(token, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

Keys fresh_keys(Random& random) {
    Keys keys;
    random.fill(keys.lookup);
    return rotated(std::move(keys), random);
}

Keys rotated(Keys keys, Random& random) {
    // Older ones may have been taken out: an id is never given twice.
    int last = 0;
    for (auto const& key : keys.sealing) last = std::max(last, std::atoi(key.id.c_str()));
    SealingKey next{std::to_string(last + 1)};
    random.fill(next.bytes);
    keys.sealing.push_back(std::move(next));
    return keys;
}

}  // namespace banshi::people
