#pragma once
// What the head of a request says of its own bounds, before anything else of it is believed: the
// host, the coding of the body, the expectation. A gateway and this server must never read two
// different requests from the same bytes.

#include "server/http.h"

namespace banshi::server {

// 0, or the status to refuse with: 400, 417 or 501.
int fault_of_head(Request const&, bool is_old);

}  // namespace banshi::server
