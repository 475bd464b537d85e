#pragma once
// The public value that nobody knows before its time 事后公开值, named when the draw is announced.

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace banshi::draws {

enum class LateSource {
    lottery_3d,  // 福彩3D: a server without internet takes it by hand, people know it from the news
    drand,       // drand quicknet, by its round
    nist,        // NIST randomness beacon, by its pulse
};
BOOST_DESCRIBE_ENUM(LateSource, lottery_3d, drand, nist)

// The issue "2026-300", the round or the pulse. Refuses late.reference.
Result<void> check_reference(LateSource, std::string const& reference);
// When a round of drand is made; other sources tell no time by their name.
std::optional<Instant> moment_of(LateSource, std::string const& reference);

// The text that is hashed, from what a person typed: "4 1 9", or hex. Refuses late.malformed.
Result<std::string> late_text(LateSource, std::string const& reference, std::string const& typed);

}  // namespace banshi::draws
