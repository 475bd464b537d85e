#include "server/head_check.h"

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

namespace banshi::server {

namespace {

// HTTP/1.1 names one host, HTTP/1.0 one or none (RFC 9112, 3.2).
bool has_sound_host(Request const& request, bool is_old) {
    int hosts = 0;
    for (auto const& [name, value] : request.headers)
        if (same_word(name, "Host")) {
            if (!host_of(value)) return false;
            ++hosts;
        }
    return hosts == 1 || (hosts == 0 && is_old);
}

// We undo chunks and nothing else: a body that is packed besides would be taken as it came.
int fault_of_coding(Request const& request, bool is_old) {
    std::vector<std::string> codings;
    for (auto const& [name, value] : request.headers)
        if (same_word(name, "Transfer-Encoding")) {
            std::vector<std::string> of_line;
            boost::algorithm::split(of_line, value, boost::algorithm::is_any_of(","));
            std::ranges::copy(of_line, std::back_inserter(codings));
        }
    if (codings.empty()) return 0;
    if (is_old || !request.header("Content-Length").empty()) return 400;
    for (auto const& coding : codings) {
        if (trimmed(coding).empty()) return 400;
        if (!same_word(trimmed(coding), "chunked")) return 501;
    }
    return codings.size() == 1 ? 0 : 400;
}

}  // namespace

int fault_of_head(Request const& request, bool is_old) {
    if (!has_sound_host(request, is_old)) return 400;
    if (int const fault = fault_of_coding(request, is_old)) return fault;
    auto const expectation = request.header("Expect");
    return expectation.empty() || same_word(expectation, "100-continue") ? 0 : 417;
}

}  // namespace banshi::server
