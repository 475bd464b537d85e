#pragma once
// From an HTTP request to the fields of a deed: the path and the query as words, a body as JSON, a
// body with files as a form.

#include "server/http.h"
#include "server/router.h"

namespace banshi::server {

struct Incoming {
    json::object fields;
    shape::Source source;
    std::string key;  // Idempotency-Key; empty for what only looks
};

// Does the route take files (fields of type Upload), and so forms?
bool takes_files(Route const&);

// Refuses what read_multipart refuses, request.no_json, request.not_an_object,
// request.unsupported_type, request.repeated, idempotency.key_missing and idempotency.bad_key; all
// of them are 400 but request.unsupported_type (415).
Result<Incoming> incoming(Found const&, Request const&);

int status_of_incoming(Refusal const&);

}  // namespace banshi::server
