#include "systems/sign_on/signature.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>
#include <string>

#include "systems/sign_on/id_token.h"

namespace banshi::sign_on {

namespace json = boost::json;

namespace {

struct Freed {
    void operator()(EVP_PKEY* it) const { EVP_PKEY_free(it); }
    void operator()(EVP_PKEY_CTX* it) const { EVP_PKEY_CTX_free(it); }
    void operator()(EVP_MD_CTX* it) const { EVP_MD_CTX_free(it); }
    void operator()(OSSL_PARAM_BLD* it) const { OSSL_PARAM_BLD_free(it); }
    void operator()(OSSL_PARAM* it) const { OSSL_PARAM_free(it); }
    void operator()(BIGNUM* it) const { BN_free(it); }
    void operator()(ECDSA_SIG* it) const { ECDSA_SIG_free(it); }
};
template <class T>
using Own = std::unique_ptr<T, Freed>;

constexpr int least_rsa_bits = 2048;
constexpr std::size_t p256_bytes = 32;

unsigned char const* octets(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

Own<BIGNUM> number(std::string_view bytes) {
    return Own<BIGNUM>(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
}

Own<EVP_PKEY> made(char const* kind, OSSL_PARAM_BLD* parts) {
    Own<OSSL_PARAM> const params(OSSL_PARAM_BLD_to_param(parts));
    Own<EVP_PKEY_CTX> const context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return Own<EVP_PKEY>(key);
}

Own<EVP_PKEY> rsa_key(json::object const& key) {
    auto const n = read_base64url(text_in(key, "n")), e = read_base64url(text_in(key, "e"));
    if (text_in(key, "kty") != "RSA" || !n || !e) return {};
    auto const modulus = number(*n), exponent = number(*e);
    Own<OSSL_PARAM_BLD> const parts(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    auto made_key = made("RSA", parts.get());
    if (made_key && EVP_PKEY_get_bits(made_key.get()) < least_rsa_bits) return {};
    return made_key;
}

Own<EVP_PKEY> p256_key(json::object const& key) {
    auto const x = read_base64url(text_in(key, "x")), y = read_base64url(text_in(key, "y"));
    bool const is_p256 = text_in(key, "kty") == "EC" && text_in(key, "crv") == "P-256";
    if (!is_p256 || !x || !y || x->size() != p256_bytes || y->size() != p256_bytes) return {};
    auto const point = "\x04" + *x + *y;
    Own<OSSL_PARAM_BLD> const parts(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     point.size());
    return made("EC", parts.get());
}

// JSON has the two numbers one after the other, OpenSSL wants them in DER.
std::string in_der(std::string_view signature) {
    if (signature.size() != 2 * p256_bytes) return {};
    Own<ECDSA_SIG> const pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(pair.get(), number(signature.substr(0, p256_bytes)).release(),
                   number(signature.substr(p256_bytes)).release());
    unsigned char* bytes = nullptr;
    auto const size = i2d_ECDSA_SIG(pair.get(), &bytes);
    std::string der(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

}  // namespace

std::string text_in(json::object const& from, std::string_view field) {
    auto const* value = from.if_contains(field);
    return value && value->is_string() ? std::string(value->get_string()) : "";
}

bool fits_signature(std::string_view algorithm, json::object const& key,
                    std::string_view signed_text, std::string_view signature) {
    bool const rsa = algorithm == "RS256";
    if (!rsa && algorithm != "ES256") return false;
    auto const own = rsa ? rsa_key(key) : p256_key(key);
    auto const der = rsa ? std::string(signature) : in_der(signature);
    Own<EVP_MD_CTX> const context(EVP_MD_CTX_new());
    return own && !der.empty() &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, own.get()) == 1 &&
           EVP_DigestVerify(context.get(), octets(der), der.size(), octets(signed_text),
                            signed_text.size()) == 1;
}

}  // namespace banshi::sign_on
