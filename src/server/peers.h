#pragma once
// Who is at the other end: the socket's address, or what a trusted proxy says of its client;
// and how much of the server one such address may have for itself.

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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

// Of a client whose gateway names it by something that is no address. No network contains it.
inline constexpr std::string_view unknown_address = "unknown";

// The client's address: the last one in X-Forwarded-For that is no trusted proxy, with a port or
// without. What an untrusted peer claims is not looked at, and what is no address is unknown: it
// must never pass for the gateway itself, which may be this machine.
std::string client_address(std::string const& socket_peer, std::string_view forwarded_for,
                           Networks const& trusted);

// What counts as one peer: an IPv4 address, or the network of 64 bits that one customer of IPv6 is
// given. Short, and not to be shown.
std::string household(std::string_view address);

// A hall's visitors may share one address, so it should suit a hall rather than a phone.
struct RateLimit {
    double per_second = 0;  // 0: no limit
    double burst = 0;
};

// A bucket of tokens for each peer; every request takes one.
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

// The places that each peer holds at once, of so many in all. Whoever holds as many as are free
// gets no more: so a handful of peers never has them all, and one alone may have half. Safe from
// every thread; outlives its seats.
class Places {
public:
    // A place that counts, for as long as it is kept; an empty one counts nowhere.
    class Seat {
    public:
        Seat() = default;
        Seat(Places& places, std::string peer) : places_(&places), peer_(std::move(peer)) {}
        Seat(Seat&& other) noexcept
            : places_(std::exchange(other.places_, nullptr)), peer_(std::move(other.peer_)) {}
        Seat& operator=(Seat&& other) noexcept {
            std::swap(places_, other.places_);
            std::swap(peer_, other.peer_);
            return *this;
        }
        ~Seat() {
            if (places_) places_->leave(peer_);
        }

    private:
        Places* places_ = nullptr;
        std::string peer_;
    };

    // `most`: of one peer; 0: as many as there are.
    explicit Places(std::size_t most, std::size_t all) : most_(most), all_(all) {}

    // Nothing when the peer holds all it may have.
    std::optional<Seat> take(std::string const& peer);

private:
    void leave(std::string const& household);

    std::size_t const most_, all_;
    std::mutex guard_;
    std::size_t held_ = 0;
    std::unordered_map<std::string, std::size_t> taken_;
};

}  // namespace banshi::server
