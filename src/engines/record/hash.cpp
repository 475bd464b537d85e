#include "engines/record/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "base/check.h"
#include "engines/record/encoding.h"

namespace banshi::record {

// OpenSSL 3 looks an algorithm up by name on every use unless it is kept: most of the cost of
// hashing a short leaf.
static EVP_MD const* algorithm() {
    static EVP_MD const* const kept = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    CHECK(kept != nullptr);
    return kept;
}

Hash sha256(std::initializer_list<std::string_view> parts) {
    thread_local std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> const context{EVP_MD_CTX_new(),
                                                                                  EVP_MD_CTX_free};
    CHECK(EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1);
    for (auto const part : parts)
        CHECK(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
    Hash hash;
    CHECK(EVP_DigestFinal_ex(context.get(), hash.bytes.data(), nullptr) == 1);
    return hash;
}

std::string_view text_of(Hash const& hash) {
    return {reinterpret_cast<char const*>(hash.bytes.data()), hash.bytes.size()};
}

std::string hex(Hash const& hash) { return hex(std::span{hash.bytes}); }

std::string base64(Hash const& hash) { return base64(text_of(hash)); }

std::optional<Hash> hash_of_bytes(std::string_view bytes) {
    Hash hash;
    if (bytes.size() != hash.bytes.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
    return hash;
}

std::optional<Hash> hash_of_hex(std::string_view text) {
    Hash hash;
    return read_hex(text, hash.bytes) ? std::optional{hash} : std::nullopt;
}

std::optional<Hash> hash_of_base64(std::string_view text) {
    auto const bytes = read_base64(text);
    return bytes ? hash_of_bytes(*bytes) : std::nullopt;
}

}  // namespace banshi::record
