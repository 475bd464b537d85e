#pragma once
// The HTTP/1.1 server: accepts connections, keeps them within limits, hands requests to the
// handler and carries its answers and streams back. It knows nothing of offices.

#include "base/time.h"
#include "server/http.h"
#include "server/peers.h"
#include "server/streams.h"
#include "server/tls.h"

namespace banshi::server {

using Milliseconds = std::chrono::milliseconds;

struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = usual_body_bytes;  // where Handler::body_limit does not say otherwise
    std::size_t connections = 20'000;
    std::size_t connections_of_peer = 4'000;      // streams included; 0: no limit of its own
    std::size_t streams = 15'000;                 // of the public; the rest is for requests,
    std::size_t streams_of_peer = 3'000;          // for staff and for the screens of the halls
    std::size_t stream_queue_bytes = 128 * 1024;  // a reader further behind is dropped
    std::size_t compress_from_bytes = 1024;

    Milliseconds header{10'000};  // from the first byte of a request to the end of its head
    Milliseconds body{30'000};    // and a second more for every 16 kB that have come
    Milliseconds idle{75'000};    // between requests
    Milliseconds answer{60'000};  // for the handler
    Milliseconds write{30'000};   // for the client to take the answer; and a second more likewise
    Milliseconds drain{10'000};   // for requests in flight when the server stops
    Milliseconds heartbeat{15'000};
    Milliseconds tick{250};  // how exactly all these are kept
};

struct Settings {
    std::string address = "127.0.0.1";
    unsigned short port = 0;  // 0: any free one
    std::size_t threads = 2;
    Limits limits = {};
    RateLimit rate = {};                            // of one peer
    std::vector<std::string> trusted_proxies = {};  // "127.0.0.1", "10.0.0.0/8", "fd00::/8"
    // Who is neither slowed nor counted: the machine itself.
    std::vector<std::string> own = {"127.0.0.0/8", "::1"};
    std::function<Instant()> now;   // the one clock, which main owns
    std::shared_ptr<Tls> tls = {};  // none: in clear
    bool hsts = false;              // browsers shall come by TLS alone for a year
};

class Server {
public:
    // The hub must outlive the server. Handler and settings are copied.
    Server(Settings, Handler, Hub&);
    ~Server();  // stops
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // Throws std::runtime_error when the address cannot be had.
    void start();
    unsigned short port() const;
    // Accepts nobody more, ends streams and idle connections at once, lets requests in flight
    // finish within Limits::drain, and returns when every thread has ended.
    void stop();

    std::size_t open_connections() const;  // streams included

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace banshi::server
