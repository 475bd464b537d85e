#pragma once
// Who asks: a browser by the cookie of its session, a device by "Authorization: Bearer".

#include "server/api.h"

namespace banshi::server {

// An unknown or ended session is a visitor, for public pages must open all the same; a write by
// cookie without the session's token in X-CSRF-Token is refused with session.csrf.
Identify identify_by_session(Store&, Cookies);

// Where the route opens a session, moves the secrets from the body into the cookies that it gives
// back; where it ends one, takes the cookies away.
Headers carry_session(json::value& body, Route const&, Instant now, Cookies);

}  // namespace banshi::server
