#include "engines/record/key.h"

#include <openssl/evp.h>

#include <algorithm>

#include "base/check.h"
#include "engines/record/encoding.h"
#include "engines/record/hash.h"

namespace banshi::record {

namespace {

using Key = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)>;
using Context = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)>;

constexpr std::size_t signature_size = 64;
constexpr std::size_t time_size = 8;

std::string type_and_key(VerifierKey const& key) {
    std::string bytes(1, static_cast<char>(key.kind));
    return bytes.append(text_of(key.bytes));
}

// What a witness puts its name to (C2SP tlog-cosignature): the time and the checkpoint.
std::string cosigned_text(std::uint64_t seconds, std::string_view text) {
    return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

std::string big_endian(std::uint64_t number) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 255);
    return bytes;
}

std::uint64_t from_big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (char const byte : bytes) number = number << 8 | static_cast<std::uint8_t>(byte);
    return number;
}

bool ed25519_verifies(VerifierKey const& key, std::string_view text, std::string_view signature) {
    if (signature.size() != signature_size) return false;
    Key const open{
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.bytes.data(), key.bytes.size()),
        EVP_PKEY_free};
    Context const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    if (!open) return false;
    if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, open.get()) != 1)
        return false;
    return EVP_DigestVerify(context.get(), octets(signature).data(), signature.size(),
                            octets(text).data(), text.size()) == 1;
}

bool is_blank(char32_t point) {
    return (point >= 0x09 && point <= 0x0D) || point == 0x20 || point == 0x85 || point == 0xA0 ||
           point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
           point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

}  // namespace

std::array<std::uint8_t, 4> VerifierKey::id() const {
    auto const hash = sha256({name, "\n", type_and_key(*this)});
    std::array<std::uint8_t, 4> first{};
    std::copy_n(hash.bytes.begin(), first.size(), first.begin());
    return first;
}

bool VerifierKey::verifies(std::string_view text, std::string_view signature) const {
    if (kind == KeyKind::log) return ed25519_verifies(*this, text, signature);
    if (signature.size() != time_size + signature_size) return false;
    auto const seconds = from_big_endian(signature.substr(0, time_size));
    if (seconds > INT64_MAX) return false;
    return ed25519_verifies(*this, cosigned_text(seconds, text), signature.substr(time_size));
}

bool is_key_name(std::string_view name) {
    auto const points = read_utf8(name);
    if (!points || points->empty()) return false;
    return std::none_of(points->begin(), points->end(), [](char32_t point) {
        return point < 0x20 || point == '+' || is_blank(point);
    });
}

std::string written(VerifierKey const& key) {
    return key.name + "+" + hex(key.id()) + "+" + base64(type_and_key(key));
}

Result<VerifierKey> read_verifier_key(std::string_view text) {
    Refusal const malformed{Why::invalid, "key.malformed"};
    auto const first = text.find('+');
    auto const second = first == text.npos ? first : text.find('+', first + 1);
    if (second == text.npos) return malformed;

    VerifierKey key;
    key.name = text.substr(0, first);
    auto const id = read_hex(text.substr(first + 1, second - first - 1));
    auto const bytes = read_base64(text.substr(second + 1));
    if (!is_key_name(key.name) || !id || !bytes || bytes->size() != 33) return malformed;

    auto const kind = static_cast<KeyKind>(bytes->front());
    if (kind != KeyKind::log && kind != KeyKind::witness) return malformed;
    key.kind = kind;
    std::copy(bytes->begin() + 1, bytes->end(), key.bytes.begin());
    if (*id != text_of(key.id())) return malformed;
    return key;
}

Signer::Signer(std::string name, KeyKind kind, Seed const& seed) {
    CHECK(is_key_name(name));
    verifier_.name = std::move(name);
    verifier_.kind = kind;
    auto* const key =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size());
    CHECK(key != nullptr);
    key_ = {key, [](void* held) { EVP_PKEY_free(static_cast<EVP_PKEY*>(held)); }};
    auto size = verifier_.bytes.size();
    CHECK(EVP_PKEY_get_raw_public_key(key, verifier_.bytes.data(), &size) == 1);
}

std::string Signer::signature(std::string_view text) const {
    Context const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    auto* const key = static_cast<EVP_PKEY*>(key_.get());
    CHECK(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key) == 1);
    std::array<std::uint8_t, signature_size> bytes{};
    auto size = bytes.size();
    CHECK(EVP_DigestSign(context.get(), bytes.data(), &size, octets(text).data(), text.size()) ==
          1);
    return std::string(text_of(bytes));
}

std::string Signer::sign(std::string_view text, Instant now) const {
    std::string bytes(text_of(verifier_.id()));
    if (verifier_.kind == KeyKind::log) {
        bytes += signature(text);
    } else {
        auto const seconds = static_cast<std::uint64_t>(
            std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
        bytes += big_endian(seconds) + signature(cosigned_text(seconds, text));
    }
    return "\u2014 " + verifier_.name + " " + base64(bytes) + "\n";
}

}  // namespace banshi::record
