#pragma once
// The ID token of OpenID Connect: who it is about, once everything in it was checked.

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace banshi::sign_on {

struct Proven {  // 已证实的身份
    std::string subject;
    std::string acr = {};               // how it was proven, in the provider's words
    std::vector<std::string> amr = {};  // the same, as a list: pwd, otp
};

struct Expected {
    std::string issuer;
    std::string client;
    std::string nonce;
    Instant now;
};

// `keys` is the provider's JWKS. Refuses sign_on.unknown_key where none of them is named, so that
// they are fetched again, and sign_on.bad_token with what is wrong in its detail.
Result<Proven> read_id_token(std::string_view token, boost::json::object const& keys,
                             Expected const&);

// Without padding; nothing when it is malformed.
std::string base64url(std::string_view bytes);
std::optional<std::string> read_base64url(std::string_view text);

}  // namespace banshi::sign_on
