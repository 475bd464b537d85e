// The first line of a request and the headers that we read ourselves.

#include "fuzz.h"
#include "server/head_check.h"

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
    request.headers.emplace_back("Host", std::string(line));
    auto const host = server::host_of(line);
    must(server::fault_of_head(request, false) == (host ? 0 : 400));
    if (host) must(host->find_first_of(" @/?#\\,") == host->npos);
    (void)request.cookie("banshi");
    (void)request.accepts("gzip");
}
