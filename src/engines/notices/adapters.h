#pragma once
// Ways out of the house. An adapter is a struct of functions; each has a time-out, and a failing
// one never fails the deed.

#include "engines/notices/notices.h"

namespace banshi::notices {

// Sends nothing and keeps the words, so that the demo page can show them.
Adapter demo_outbox();

// A gateway for short messages that takes one JSON object by POST:
// {"id": ..., "phone": ..., "text": ...}, and the id as the header Idempotency-Key too.
struct Gateway {
    std::string url;
    std::string token;  // sent as "Authorization: Bearer"; empty: none. A secret, never logged
    Seconds timeout{10};
};
Adapter http_gateway(Gateway);

}  // namespace banshi::notices
