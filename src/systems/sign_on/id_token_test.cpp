#include "systems/sign_on/id_token.h"

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>

namespace banshi::sign_on {

namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

// A provider's key, made by OpenSSL: signs as the provider, shown as JWKS.
class Key {
public:
    Key(std::string algorithm, std::string kid, unsigned bits = 2048)
        : algorithm_(std::move(algorithm)),
          kid_(std::move(kid)),
          key_(algorithm_ == "RS256" ? EVP_RSA_gen(bits) : EVP_EC_gen("P-256"), EVP_PKEY_free) {}

    json::object shown() const {
        json::object out{{"kid", kid_}, {"use", "sig"}};
        if (algorithm_ == "RS256") {
            out["kty"] = "RSA";
            out["n"] = number(OSSL_PKEY_PARAM_RSA_N, 0);
            out["e"] = number(OSSL_PKEY_PARAM_RSA_E, 0);
        } else {
            out["kty"] = "EC";
            out["crv"] = "P-256";
            out["x"] = number(OSSL_PKEY_PARAM_EC_PUB_X, 32);
            out["y"] = number(OSSL_PKEY_PARAM_EC_PUB_Y, 32);
        }
        return out;
    }
    std::string token(json::object const& claims, json::object header = {}) const {
        header.emplace("alg", algorithm_);
        header.emplace("kid", kid_);
        auto const text =
            base64url(json::serialize(header)) + "." + base64url(json::serialize(claims));
        return text + "." + base64url(signature(text));
    }

private:
    std::string number(char const* name, int size) const {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &value);
        std::string bytes(static_cast<std::size_t>(size ? size : BN_num_bytes(value)), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), int(bytes.size()));
        BN_free(value);
        return base64url(bytes);
    }
    std::string signature(std::string const& text) const {
        auto const* bytes = reinterpret_cast<unsigned char const*>(text.data());
        std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(),
                                                                              EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
        std::size_t size = 1024;
        std::string out(size, '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes,
                       text.size());
        out.resize(size);
        return algorithm_ == "RS256" ? out : raw(out);
    }
    static std::string raw(std::string const& der) {
        auto const* at = reinterpret_cast<unsigned char const*>(der.data());
        auto* const pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
        std::string out(64, '\0');
        auto* const into = reinterpret_cast<unsigned char*>(out.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), into, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), into + 32, 32);
        ECDSA_SIG_free(pair);
        return out;
    }

    std::string algorithm_, kid_;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

Instant const now = *read_instant("2026-11-25T09:00:00+08:00");
std::int64_t seconds(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}
json::object claims() {
    return {{"iss", "https://login.example"},  {"aud", "banshi"},     {"sub", "0417"},
            {"exp", seconds(now + 5min)},      {"iat", seconds(now)}, {"nonce", "once"},
            {"amr", json::array{"pwd", "otp"}}};
}
json::object with(char const* name, json::value value) {
    auto out = claims();
    out[name] = std::move(value);
    return out;
}
json::object keys(std::initializer_list<Key const*> all) {
    json::array list;
    for (auto const* key : all) list.push_back(key->shown());
    return {{"keys", list}};
}

class IdToken : public testing::Test {
protected:
    // Who it is, or what is wrong.
    std::string said(std::string const& token) const { return said(token, keys({&rsa, &ec})); }
    static std::string said(std::string const& token, json::object const& known) {
        auto const who =
            read_id_token(token, known, {"https://login.example", "banshi", "once", now});
        if (who) return who.value().subject;
        return who.refusal().text == "sign_on.unknown_key" ? "key" : who.refusal().detail;
    }
    Key rsa{"RS256", "r"}, ec{"ES256", "e"};
};

}  // namespace

TEST_F(IdToken, IsTakenWithEitherSignature) {
    EXPECT_EQ(said(rsa.token(claims())), "0417");
    EXPECT_EQ(said(ec.token(claims())), "0417");
}

TEST_F(IdToken, IsRefusedWithoutASoundSignature) {
    auto const good = rsa.token(claims());
    auto const other = Key{"RS256", "r"}.token(claims());
    EXPECT_EQ(said(other), "signature");
    auto const end = good.rfind('.');
    EXPECT_EQ(said(good.substr(0, end + 1)), "signature");
    auto const forged = base64url(json::serialize(with("sub", "boss")));
    EXPECT_EQ(said(good.substr(0, good.find('.') + 1) + forged + good.substr(end)), "signature");
    EXPECT_EQ(said(ec.token(claims()) + "AA"), "signature");
}

TEST_F(IdToken, NoOtherAlgorithmIsTaken) {
    for (auto const* name : {"none", "None", "HS256", "RS512", "PS256", ""})
        EXPECT_EQ(said(rsa.token(claims(), {{"alg", name}})), "alg") << name;
    auto const head = base64url(R"({"alg":"none"})"), body = base64url(json::serialize(claims()));
    EXPECT_EQ(said(head + "." + body + "."), "alg");
    // A key of the other kind is not the one that is named.
    EXPECT_EQ(said(rsa.token(claims(), {{"alg", "ES256"}})), "key");
    EXPECT_EQ(said(rsa.token(claims(), {{"crit", json::array{"b64"}}})), "crit");
}

TEST_F(IdToken, AKeyMustBeKnownAndLongEnough) {
    EXPECT_EQ(said(rsa.token(claims()), keys({&ec})), "key");
    EXPECT_EQ(said(Key{"RS256", "new"}.token(claims())), "key");
    Key const short_one{"RS256", "s", 1024};
    EXPECT_EQ(said(short_one.token(claims()), keys({&short_one})), "signature");
}

TEST_F(IdToken, MustBeForUsFromThemAndForThisLogIn) {
    EXPECT_EQ(said(rsa.token(with("iss", "https://login.example.evil"))), "iss");
    EXPECT_EQ(said(rsa.token(with("aud", "another"))), "aud");
    EXPECT_EQ(said(rsa.token(with("aud", json::array{"banshi", "another"}))), "azp");
    EXPECT_EQ(said(rsa.token(with("azp", "another"))), "azp");
    EXPECT_EQ(said(rsa.token(with("nonce", "another"))), "nonce");
    EXPECT_EQ(said(rsa.token(with("nonce", nullptr))), "nonce");
    EXPECT_EQ(said(rsa.token(with("sub", ""))), "sub");
}

TEST_F(IdToken, MustBeOfNowGiveOrTakeAMinute) {
    EXPECT_EQ(said(rsa.token(with("exp", seconds(now - 59s)))), "0417");
    EXPECT_EQ(said(rsa.token(with("exp", seconds(now - 60s)))), "exp");
    EXPECT_EQ(said(rsa.token(with("exp", "soon"))), "exp");
    EXPECT_EQ(said(rsa.token(with("exp", 1e300))), "exp");
    EXPECT_EQ(said(rsa.token(with("iat", seconds(now + 60s)))), "0417");
    EXPECT_EQ(said(rsa.token(with("iat", seconds(now + 61s)))), "iat");
    EXPECT_EQ(said(rsa.token(with("nbf", seconds(now + 61s)))), "nbf");
}

TEST_F(IdToken, WhatIsNoneIsRefused) {
    for (auto const* text : {"", ".", "..", "a.b", "a.b.c", "e30.e30.e30=", "W10.W10.W10"})
        EXPECT_EQ(said(text), "form") << text;
    EXPECT_EQ(said(rsa.token(claims()), {}), "key");
    EXPECT_EQ(said(rsa.token(claims()), {{"keys", "none"}}), "key");
}

}  // namespace banshi::sign_on
