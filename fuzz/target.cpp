// The first line of a request and the headers that we read ourselves.

#include "fuzz.h"
#include "server/http.h"

void banshi::fuzz::one(std::string_view bytes) {
    auto const line = bytes.substr(0, bytes.find('\n'));
    server::Request request;
    if (server::read_target(line, request)) {
        for (auto const& segment : request.path) must(server::is_utf8(segment));
        for (auto const& [name, value] : request.query)
            must(server::is_utf8(name) && server::is_utf8(value));
    }
    auto const rest = bytes.substr(line.size());
    request.headers = {{"Cookie", std::string(rest)}, {"Accept-Encoding", std::string(rest)}};
    (void)request.cookie("banshi");
    (void)request.accepts("gzip");
}
