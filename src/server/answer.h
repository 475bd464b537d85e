#pragma once
// From a Reply to the bytes of an answer. Private to connection.cpp.

#include "server/http.h"

namespace banshi::server {

// How this answer travels.
struct Envelope {
    bool head_only = false;  // HEAD: the head of the answer that GET would have got
    bool gzip = false;       // the client takes it
    bool is_old = false;     // HTTP/1.0
    bool keep_alive = false;
    bool hsts = false;
    std::string_view date = {};
    std::string_view request_id = {};
};

// Packs the body when the client can unpack it and it pays.
void compress(Reply&, Envelope const&, std::size_t from_bytes);

std::string reply_head(Reply const&, Envelope const&);
std::string_view body_of(Reply const&, Envelope const&);

// The head of a stream of events, and its first event when there is one.
std::string stream_head(Reply const&, Opening const&, Envelope const&);

}  // namespace banshi::server
