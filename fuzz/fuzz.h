#pragma once
// What a target shares: one sentence that must hold of every input, or the run stops with it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace banshi::fuzz {

inline void must(bool holds) {
    if (!holds) std::abort();
}

// Called with every input that the fuzzer comes upon.
void one(std::string_view bytes);

}  // namespace banshi::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    banshi::fuzz::one({reinterpret_cast<char const*>(bytes), size});
    return 0;
}
