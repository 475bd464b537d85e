#include "engines/record/sm2.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>

#include "base/check.h"
#include "engines/record/encoding.h"
#include "engines/record/note.h"
#include "store/secret_file.h"

namespace banshi::record {

namespace {

using namespace std::string_view_literals;
using SharedKey = std::shared_ptr<void>;
using Context = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, void (*)(EVP_PKEY_CTX*)>;
using Text = std::unique_ptr<BIO, int (*)(BIO*)>;

constexpr auto algorithm_line =
    "\xff"
    "sm2-with-sm3\0"sv;
constexpr std::size_t point_size = 65;
// Whoever signs is named in what is signed; this is the name that the standard gives to nobody.
constexpr auto signer_id = "1234567812345678"sv;

EVP_PKEY* raw(SharedKey const& key) { return static_cast<EVP_PKEY*>(key.get()); }

SharedKey owned(EVP_PKEY* key) {
    CHECK(key != nullptr);
    return {key, [](void* held) { EVP_PKEY_free(static_cast<EVP_PKEY*>(held)); }};
}

// Both contexts live as long as the operation.
struct Operation {
    Context digest{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    KeyContext key;

    explicit Operation(SharedKey const& with)
        : key(EVP_PKEY_CTX_new_from_pkey(nullptr, raw(with), nullptr), EVP_PKEY_CTX_free) {
        CHECK(key && EVP_PKEY_CTX_set1_id(key.get(), signer_id.data(),
                                          static_cast<int>(signer_id.size())) == 1);
        EVP_MD_CTX_set_pkey_ctx(digest.get(), key.get());
    }
};

std::string id_of(std::string_view name, std::string_view type_and_key) {
    auto const hash = sha256({name, "\n", type_and_key});
    return std::string(text_of(hash).substr(0, 4));
}

SharedKey public_key(std::string_view point) {
    KeyContext const context{EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr),
                             EVP_PKEY_CTX_free};
    std::string group = "SM2", bytes(point);
    std::array<OSSL_PARAM, 3> const params{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()),
        OSSL_PARAM_construct_end()};
    EVP_PKEY* key = nullptr;
    CHECK(EVP_PKEY_fromdata_init(context.get()) == 1);
    auto* const given = const_cast<OSSL_PARAM*>(params.data());
    if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, given) != 1) return nullptr;
    return owned(key);
}

bool verifies(SharedKey const& key, std::string_view text, std::string_view signature) {
    Operation const operation{key};
    auto* const digest = operation.digest.get();
    if (EVP_DigestVerifyInit(digest, nullptr, EVP_sm3(), nullptr, raw(key)) != 1) return false;
    return EVP_DigestVerify(digest, octets(signature).data(), signature.size(), octets(text).data(),
                            text.size()) == 1;
}

}  // namespace

Sm2Signer::Sm2Signer(std::string name, std::shared_ptr<void> key)
    : name_(std::move(name)), key_(std::move(key)) {}

Sm2Signer Sm2Signer::make(std::filesystem::path const& path, std::string name) {
    auto const key = owned(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    Text const text{BIO_new(BIO_s_mem()), BIO_free};
    CHECK(PEM_write_bio_PrivateKey(text.get(), raw(key), nullptr, nullptr, 0, nullptr, nullptr));
    char* bytes = nullptr;
    auto const size = BIO_get_mem_data(text.get(), &bytes);
    write_secret_file(path, std::string(bytes, static_cast<std::size_t>(size)));
    return {std::move(name), key};
}

Sm2Signer Sm2Signer::load(std::filesystem::path const& path, std::string name) {
    auto const pem = read_secret_file(path);
    Text const text{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
    auto* const key = PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr);
    if (key == nullptr || EVP_PKEY_is_a(key, "SM2") != 1)
        throw std::runtime_error(path.string() + ": not an SM2 key");
    return {std::move(name), owned(key)};
}

std::string Sm2Signer::type_and_key() const {
    std::array<unsigned char, point_size> point{};
    std::size_t size = 0;
    CHECK(EVP_PKEY_get_octet_string_param(raw(key_), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                          point.size(), &size) == 1 &&
          size == point_size);
    return std::string(algorithm_line).append(text_of(point));
}

std::string Sm2Signer::verifier() const {
    auto const key = type_and_key();
    return name_ + "+" + hex(octets(id_of(name_, key))) + "+" + base64(key);
}

std::string Sm2Signer::sign(std::string_view text) const {
    Operation const operation{key_};
    auto* const digest = operation.digest.get();
    CHECK(EVP_DigestSignInit(digest, nullptr, EVP_sm3(), nullptr, raw(key_)) == 1);
    std::size_t size = 0;
    CHECK(EVP_DigestSign(digest, nullptr, &size, octets(text).data(), text.size()) == 1);
    std::string signature(size, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(signature.data());
    CHECK(EVP_DigestSign(digest, out, &size, octets(text).data(), text.size()) == 1);
    signature.resize(size);
    return "\u2014 " + name_ + " " + base64(id_of(name_, type_and_key()) + signature) + "\n";
}

Result<void> check_sm2(std::string_view verifier, std::string_view note) {
    Refusal const malformed{Why::invalid, "key.malformed"};
    auto const first = verifier.find('+'), second = verifier.find('+', first + 1);
    if (first == verifier.npos || second == verifier.npos) return malformed;
    auto const name = verifier.substr(0, first);
    auto const bytes = read_base64(verifier.substr(second + 1));
    if (!bytes || !bytes->starts_with(algorithm_line) ||
        bytes->size() != algorithm_line.size() + point_size)
        return malformed;
    auto const id = id_of(name, *bytes);
    auto const key = public_key(std::string_view(*bytes).substr(algorithm_line.size()));
    if (!key || hex(octets(id)) != verifier.substr(first + 1, second - first - 1)) return malformed;

    auto const read = TRY(read_note(note));
    for (auto const& signature : read.signatures) {
        if (signature.name != name || text_of(signature.key_id) != id) continue;
        if (verifies(key, read.text, signature.bytes)) return {};
        return Refusal{Why::invalid, "note.bad_signature"};
    }
    return Refusal{Why::invalid, "note.unsigned"};
}

}  // namespace banshi::record
