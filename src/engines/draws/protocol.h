#pragma once
// A verifiable draw 可验证抽签, version 1: from a closed list, secrets that were committed before
// it closed, and a public value that nobody knew then, follow the winners. Whoever has the
// published files computes the same, in any language; nothing here knows a table.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engines/record/hash.h"

namespace banshi::draws {

using record::Hash;
using Secret = record::Hash;  // 32 random bytes of one party

inline constexpr std::string_view rule = "banshi-draw-v1";
inline constexpr std::string_view nought{"\0", 1};  // between the parts of what is hashed

// 承诺: told before the list closes, so that the secret cannot be chosen to fit it.
Hash commitment(std::string_view draw, std::string_view party, Secret const&);

// The ids, sorted by their bytes, each followed by a newline: the bytes of the published list.
std::string list_of(std::vector<std::string> ids);

struct Part {  // a secret that was shown in time and fits its commitment
    std::string party;
    Secret secret;
};

// `late` is the public value named before 事后公开值, as UTF-8 text that ends with a newline.
Hash seed_of(std::string_view draw, Hash const& list, std::vector<Part> shown,
             std::string_view late);

// The numbers that follow from a key: HMAC-SHA256(key, prefix || BE64(i)), first 8 bytes.
class Chances {
public:
    explicit Chances(Hash key, std::string_view prefix = {}) : key_(key), prefix_(prefix) {}

    std::uint64_t next();
    // Uniform in [0, limit): numbers at or above the largest multiple of the limit are skipped.
    std::uint64_t below(std::uint64_t limit);
    std::uint64_t used() const { return used_; }

private:
    Hash key_;
    std::string prefix_;
    std::uint64_t used_ = 0;
};

// The first `places` of a shuffle of the sorted list, in the order in which they were drawn.
// There must be as many entries.
std::vector<std::string> winners_of(Hash const& seed, std::vector<std::string> ids,
                                    std::size_t places);

// BE64: eight bytes, the largest first.
std::string big_endian(std::uint64_t);

}  // namespace banshi::draws
