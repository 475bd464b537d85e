#pragma once
// Signatures of JSON Web Tokens (RFC 7518): RS256 and ES256, by OpenSSL, and nothing else.

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace banshi::sign_on {

// False for every other algorithm, for a key of another kind and for one too short.
bool fits_signature(std::string_view algorithm, boost::json::object const& key,
                    std::string_view signed_text, std::string_view signature);

// A member that is a text; empty where it is none.
std::string text_in(boost::json::object const&, std::string_view field);

}  // namespace banshi::sign_on
