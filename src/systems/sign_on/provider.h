#pragma once
// Talks with the providers: what they offer, what their answers are worth. Slow, so outside of the
// deeds' turns; what came of it is remembered for a while and asked for again inside.

#include <optional>

#include "engines/notices/http_post.h"
#include "systems/sign_on/attempt.h"
#include "systems/sign_on/id_token.h"
#include "systems/sign_on/settings.h"

namespace banshi::sign_on {

struct Came {            // what the browser brings back
    std::string code;    // of CAS: the ticket
    std::string issuer;  // RFC 9207, where the provider says it
};

// Each asks where nothing good is remembered. They refuse nothing: see below.
void learn(Call&, Provider const&);
void redeem(Call&, Provider const&, Attempt const&, Came const&);

// Where to send the browser. Refuses sign_on.unreachable, sign_on.bad_provider, sign_on.busy.
Result<std::string> way_in(Call&, Provider const&, Attempt const&);
// And where at the end; empty where the provider has no such place.
std::string way_out(Call&, Provider const&);
// Who came back. Refuses as `way_in`, and sign_on.bad_token, sign_on.bad_ticket.
Result<Proven> proven(Call&, Attempt const&);

}  // namespace banshi::sign_on
