#pragma once
// Who is at the other end: the socket's address, or what a trusted proxy says of its client;
// and how much of the server one such address may have for itself.

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/time.h"

namespace banshi::server {

// A set of addresses: single ones and networks.
class Networks {
public:
    // Throws std::invalid_argument at a text that is neither "10.0.0.1" nor "10.0.0.0/8".
    explicit Networks(std::vector<std::string> const& texts);

    bool contains(std::string_view address) const;

private:
    struct Network {
        std::array<unsigned char, 16> bits;
        int length;
    };
    std::vector<Network> networks_;
};

// The client's address: the last one in X-Forwarded-For that is no trusted proxy. What an
// untrusted peer claims is not looked at.
std::string client_address(std::string const& socket_peer, std::string_view forwarded_for,
                           Networks const& trusted);

// A hall's visitors may share one address, so the default suits a hall rather than a phone.
struct RateLimit {
    double per_second = 0;  // 0: no limit
    double burst = 0;
};

// A bucket of tokens for each address; every request takes one.
class Turnstile {
public:
    explicit Turnstile(RateLimit limit) : limit_(limit) {}

    // Nothing when the request may pass, else how long to wait.
    std::optional<Seconds> wait(std::string const& peer, Instant now);

private:
    struct Bucket {
        double tokens;
        Instant at;
    };
    void forget_full(Instant now);

    RateLimit limit_;
    std::mutex guard_;
    std::unordered_map<std::string, Bucket> buckets_;
    std::size_t forget_at_ = 10'000;
};

}  // namespace banshi::server
