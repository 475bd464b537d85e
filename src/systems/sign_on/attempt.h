#pragma once
// One way to the provider and back. The browser that began it keeps it, sealed, in its tab, and
// shows it again at the end: an answer that another browser began opens no session here.

#include <string>
#include <string_view>

#include "store/call.h"

namespace banshi::sign_on {

struct Attempt {
    std::string district;
    std::string provider;
    std::string state;     // goes to the provider and comes back
    std::string nonce;     // comes back inside the token
    std::string verifier;  // of PKCE: never leaves this house but to redeem the code
    Instant ends;
};

Attempt fresh_attempt(Call&, std::string provider);
std::string sealed(Attempt const&, Random&);
// Refuses sign_on.not_begun, sign_on.expired.
Result<Attempt> opened(Call&, std::string_view sealed, std::string_view state);

// RFC 7636, S256.
std::string challenge_of(std::string_view verifier);

}  // namespace banshi::sign_on
