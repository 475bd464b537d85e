#pragma once
// The server's own small words for HTTP. Whoever answers requests sees these structs only;
// sockets and Boost.Beast stay behind listener.h.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banshi::server {

using Headers = std::vector<std::pair<std::string, std::string>>;
using Bytes = std::shared_ptr<std::string const>;

inline constexpr std::size_t usual_body_bytes = 64 * 1024;

struct Request {
    std::string method;             // "GET"; HEAD and unknown methods arrive as they are
    std::string target;             // as sent: "/a/%E5%8F%B7?x=1"
    std::vector<std::string> path;  // decoded segments: {"a", "号"}
    std::vector<std::pair<std::string, std::string>> query;
    Headers headers;
    std::string body;
    std::string peer;  // the address of the client, as trusted proxies tell it
    std::string id;    // stands in the answer, the log and every problem

    std::string_view header(std::string_view name) const;  // the first such; "" without one
    std::string_view cookie(std::string_view name) const;  // "" without one
    bool accepts(std::string_view coding) const;           // does Accept-Encoding list it?
};

// Whatever must stay as long as this is kept.
using Hold = std::shared_ptr<void const>;

// The answer that becomes a stream of server-sent events: `first` now, when there is one,
// then every event of the topic that came after the number `after`. The stream keeps `hold`.
struct Opening {
    std::string topic;
    std::uint64_t after = 0;
    std::string first_event = {};
    std::string first_data = {};
    Hold hold = {};
    bool of_the_house = false;  // its screens and its staff, who need no share of their address
};

struct Reply {
    int status = 200;
    Headers headers = {};
    std::string body = {};
    Bytes shared = {};                   // sent instead of body: bytes that many replies share
    std::optional<Opening> stream = {};  // sent instead of any body
    std::string route = {};              // the pattern, for metrics and the log; never the path
};

// May be called from any thread, now or later; only the first call counts.
using Respond = std::function<void(Reply)>;

// One request that was answered, for the access log and the metrics.
struct Served {
    std::string method = {};
    std::string route = {};
    int status = 0;
    std::chrono::microseconds took{};
    std::size_t sent = 0;
    std::string request_id = {};
};

// Who answers. `serve` must not block: the thread carries other connections too.
struct Handler {
    std::function<void(Request&&, Respond)> serve;
    // How many bytes of body this request may bring; asked before the body is read.
    std::function<std::size_t(Request const&)> body_limit;
    // The document for what the server itself refuses: 400, 408, 413, 429, 431, 503 ...
    std::function<Reply(int status, Request const&)> problem;
    std::function<void(Served const&)> served;
};

// Splits and decodes the request target into path and query. False when it is malformed:
// a broken escape, a NUL, text that is not UTF-8, or neither "/..." nor "http://host/...".
bool read_target(std::string_view target, Request& request);
// The host of "host", "host:port" or "[IPv6 address]:port", without port and brackets; nothing
// where the text is none of these.
std::optional<std::string> host_of(std::string_view text);

bool same_word(std::string_view a, std::string_view b);  // ASCII, without case
bool is_utf8(std::string_view text);
std::string_view trimmed(std::string_view text);

// "Wed, 25 Nov 2026 01:30:00 GMT"
std::string http_date(std::chrono::sys_seconds at);

}  // namespace banshi::server
