#include "base/random.h"

#include <sodium.h>

#include <cstring>

#include "base/check.h"

namespace banshi {

std::uint64_t Random::word() {
    std::uint64_t out = 0;
    fill({reinterpret_cast<std::uint8_t*>(&out), sizeof out});
    return out;
}

std::uint64_t Random::below(std::uint64_t limit) {
    CHECK(limit > 0);
    // The last, incomplete run of remainders would favour small ones: draw again from there.
    auto const excess = (UINT64_MAX % limit + 1) % limit;
    for (;;) {
        auto const drawn = word();
        if (drawn <= UINT64_MAX - excess) return drawn % limit;
    }
}

double Random::fraction() { return static_cast<double>(word() >> 11) * 0x1.0p-53; }

namespace {

class SodiumRandom : public Random {
public:
    SodiumRandom() { CHECK(sodium_init() >= 0); }
    void fill(std::span<std::uint8_t> bytes) override {
        randombytes_buf(bytes.data(), bytes.size());
    }
};

}  // namespace

Random& system_random() {
    static SodiumRandom random;
    return random;
}

// SplitMix64 (Steele, Lea, Flood 2014): eight bytes a step, full period 2^64.
void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        state_ += 0x9e3779b97f4a7c15ULL;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        mixed ^= mixed >> 31;
        std::memcpy(bytes.data() + at, &mixed, std::min<std::size_t>(8, bytes.size() - at));
    }
}

}  // namespace banshi
