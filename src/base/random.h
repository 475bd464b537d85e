#pragma once
// Chance is an argument, like time: a Call carries a Random, so that tests and the simulator
// can repeat what happened and the server draws from the system's generator.

#include <cstdint>
#include <span>

namespace banshi {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    std::uint64_t word();
    // Uniform in [0, limit), without the bias of a plain remainder; limit > 0.
    std::uint64_t below(std::uint64_t limit);
    // Uniform in [0, 1).
    double fraction();
};

// Cryptographic, from libsodium. One for the whole process; safe from many threads.
Random& system_random();

// Repeatable: the same seed, the same draws. For tests, the demo city and the simulator.
class SeededRandom : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t state_;
};

}  // namespace banshi
