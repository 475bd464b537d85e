#pragma once
// Logging in and out: the routes below /session, and the cookies that carry a session. Devices
// send their token as "Authorization: Bearer" instead.

#include "server/api.h"

namespace banshi::server {

// Takes a code of six digits to a phone; main connects it with the notices.
using SendCode = std::function<void(Call&, std::string const& phone, std::string const& code)>;

// The routes, as a system that every district has beside its own.
System session_system(SendCode send);

// Who asks, by cookie or token. An unknown or ended one is a visitor, for public pages must
// open all the same; a write by cookie without the session's token in X-CSRF-Token is refused
// with session.csrf.
Identify identify_by_session(Store&);

// A write below /session. Its answers hold secrets, so they are never kept for an
// Idempotency-Key, and it needs what follows.
bool is_session_route(Route const&);
void add_session(json::object& fields, Request const&, Route const&);
// Moves the secrets from the body into the cookies that it gives back; ends them at log-out.
Headers carry_session(json::value& body, Route const&, Cookies);

}  // namespace banshi::server
