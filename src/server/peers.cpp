#include "server/peers.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "server/http.h"

namespace banshi::server {

using Bits = std::array<unsigned char, 16>;

// IPv4 addresses are held as IPv6 ones, ::ffff:a.b.c.d, so that one comparison serves both.
static std::optional<Bits> bits_of(std::string_view text, bool* is_v4 = nullptr) {
    Bits bits{};
    std::string const name(text);
    if (::inet_pton(AF_INET6, name.c_str(), bits.data()) == 1) return bits;
    if (::inet_pton(AF_INET, name.c_str(), bits.data() + 12) != 1) return std::nullopt;
    bits[10] = bits[11] = 0xFF;
    if (is_v4) *is_v4 = true;
    return bits;
}

Networks::Networks(std::vector<std::string> const& texts) {
    for (std::string_view const text : texts) {
        auto const slash = text.find('/');
        bool is_v4 = false;
        auto const bits = bits_of(text.substr(0, slash), &is_v4);
        int const most = is_v4 ? 32 : 128;
        int length = most;
        if (slash != text.npos) {
            auto const* const end = text.data() + text.size();
            auto const read = std::from_chars(text.data() + slash + 1, end, length);
            if (read.ec != std::errc{} || read.ptr != end) length = -1;
        }
        if (!bits || length < 0 || length > most)
            throw std::invalid_argument("no address or network: " + std::string(text));
        networks_.push_back({*bits, length + 128 - most});
    }
}

static bool same_start(Bits const& a, Bits const& b, int length) {
    if (std::memcmp(a.data(), b.data(), length / 8) != 0) return false;
    if (length % 8 == 0) return true;
    int const mask = 0xFF << (8 - length % 8);
    return ((a[length / 8] ^ b[length / 8]) & mask) == 0;
}

bool Networks::contains(std::string_view address) const {
    auto const bits = bits_of(address);
    return bits && std::any_of(networks_.begin(), networks_.end(), [&](Network const& network) {
               return same_start(*bits, network.bits, network.length);
           });
}

// Some gateways write the port of their client as well: "10.0.0.1:5678", "[2001:db8::1]:5678".
static std::string named_by(std::string_view entry) {
    if (bits_of(entry)) return std::string(entry);
    auto const host = host_of(entry);
    return host && bits_of(*host) ? *host : std::string(unknown_address);
}

std::string client_address(std::string const& socket_peer, std::string_view forwarded_for,
                           Networks const& trusted) {
    auto client = socket_peer;
    while (!forwarded_for.empty() && trusted.contains(client)) {
        auto const comma = forwarded_for.rfind(',');
        auto const last =
            trimmed(comma == forwarded_for.npos ? forwarded_for : forwarded_for.substr(comma + 1));
        client = named_by(last);
        forwarded_for = forwarded_for.substr(0, comma == forwarded_for.npos ? 0 : comma);
    }
    return client;
}

std::string household(std::string_view address) {
    auto const bits = bits_of(address);
    if (!bits) return std::string(address);
    static Bits const mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    bool const is_v4 = same_start(*bits, mapped, 96);
    return is_v4 ? std::string(bits->begin() + 12, bits->end())
                 : std::string(bits->begin(), bits->begin() + 8);
}

std::optional<Seconds> Turnstile::wait(std::string const& peer, Instant now) {
    if (limit_.per_second <= 0) return std::nullopt;
    std::lock_guard const lock(guard_);
    if (buckets_.size() >= forget_at_) forget_full(now);

    auto& bucket = buckets_.try_emplace(household(peer), Bucket{limit_.burst, now}).first->second;
    // The clock may be set back; time that did not pass fills no bucket.
    auto const passed = std::max(0.0, std::chrono::duration<double>(now - bucket.at).count());
    bucket.tokens = std::min(limit_.burst, bucket.tokens + passed * limit_.per_second);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    return Seconds{std::max(1L, std::lround(std::ceil((1 - bucket.tokens) / limit_.per_second)))};
}

// A bucket that has filled up again says no more than no bucket.
void Turnstile::forget_full(Instant now) {
    std::erase_if(buckets_, [&](auto const& entry) {
        auto const passed = std::chrono::duration<double>(now - entry.second.at).count();
        return entry.second.tokens + passed * limit_.per_second >= limit_.burst;
    });
    forget_at_ = std::max<std::size_t>(10'000, buckets_.size() * 2);
}

std::optional<Places::Seat> Places::take(std::string const& peer) {
    auto home = household(peer);
    std::lock_guard const lock(guard_);
    auto const known = taken_.find(home);
    auto const taken = known == taken_.end() ? 0 : known->second;
    if ((most_ > 0 && taken >= most_) || held_ + taken >= all_) return std::nullopt;
    ++held_;
    ++taken_[home];
    return Seat(*this, std::move(home));
}

void Places::leave(std::string const& household) {
    std::lock_guard const lock(guard_);
    auto const at = taken_.find(household);
    if (--at->second == 0) taken_.erase(at);
    --held_;
}

}  // namespace banshi::server
