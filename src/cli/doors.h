#pragma once
// The doors of the house: the server, in clear or by TLS, and beside it a plain port that only
// sends on to the encrypted one.

#include <memory>

#include "cli/environment.h"
#include "server/listener.h"

namespace banshi::cli {

// Nothing where the server speaks in clear. Refuses tls.*.
Result<std::shared_ptr<server::Tls>> read_tls(Environment const&);

// What one peer may have for itself. Refuses peer.no_number.
struct Share {
    server::RateLimit rate;
    std::size_t connections, streams;
};
Result<Share> read_share(Environment const&);

class Doors {
public:
    // Says what is wrong with the settings and throws Stopped. The hub must outlive it.
    Doors(Environment const&, City const&, server::Handler, server::Hub&);

    void open();
    void renew();  // the certificate, for those who come from now on
    void close();
    std::string address() const;  // https://127.0.0.1:8443
    std::size_t open_connections() const { return main_->open_connections(); }

private:
    City const& city_;
    std::string const host_;
    std::shared_ptr<server::Tls> tls_;
    server::Hub no_streams_{0};
    std::unique_ptr<server::Server> main_;
    std::unique_ptr<server::Server> sending_on_;
};

}  // namespace banshi::cli
