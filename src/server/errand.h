#pragma once
// One request to a route, and what its stream is known by.

#include "server/api.h"
#include "server/incoming.h"
#include "server/perform.h"
#include "server/router.h"

namespace banshi::server {

struct Door {  // of one district
    Site site;
    Router router;
};

// One request to a route, on its way through the store. Shared by the steps of that way.
struct Errand {
    Request request;
    Respond respond;
    Door const* door;
    Found found;
    Incoming incoming;
    std::optional<Result<Performed>> result = {};
    // Of a stream: who looks, and what had been told before the look.
    std::string session = {}, account = {};
    bool of_the_house = false;  // a screen, or staff
    std::uint64_t seen = 0, moment = 0;

    Route const& route() const { return *found.route; }
    bool wants_stream() const {
        return !route().topic.empty() && request.method == "GET" &&
               request.header("Accept").find("text/event-stream") != std::string_view::npos;
    }
};

// One watch is one address as one session sees it in one language. Visitors share theirs, whatever
// token they came with that opens nothing.
std::string key_of(Errand const&);
// What another look needs of a request: the language and, of a session, its token. A watch is kept
// for long, and clients may send much beside.
Request essence(Errand const&);
// "hall/{hall}" with the fields of the request.
std::string topic_of(Errand const&);

}  // namespace banshi::server
