#pragma once
// TLS by the server itself. It stands before the HTTP server and not within it: what is deciphered
// goes on through a pair of sockets, so that all limits hold as they do without, and whoever comes
// without pays nothing.

#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"

namespace banshi::server {

struct TlsFiles {
    std::string certificate;  // PEM, and behind it the chain
    std::string key;          // PEM, readable by its owner or group alone
    std::string suites = {};  // of TLS 1.3, by name and colon; empty: as OpenSSL has them
};

class Tls {
public:
    // Refuses tls.certificate, tls.key, tls.key_open, tls.key_differs (fact file), tls.suites.
    static Result<std::shared_ptr<Tls>> open(TlsFiles);

    // The files have been renewed: for those who come from now on. Refuses as open does, and
    // goes on with what it has.
    Result<void> reload();

    struct Context;
    std::shared_ptr<Context> context() const;

private:
    explicit Tls(TlsFiles files) : files_(std::move(files)) {}

    TlsFiles const files_;
    mutable std::mutex mutex_;
    std::shared_ptr<Context> context_;
};

}  // namespace banshi::server
