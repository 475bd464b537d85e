#include "base/id.h"

#include <array>

namespace banshi {

std::string fresh_id_text(Instant now, Random& random) {
    static constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    auto const milliseconds = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    std::string text(26, '0');
    auto rest = milliseconds;
    for (int at = 9; at >= 0; --at, rest >>= 5)
        text[static_cast<std::size_t>(at)] = digits[rest & 31];
    std::array<std::uint8_t, 16> chance{};
    random.fill(chance);
    for (std::size_t at = 0; at < 16; ++at) text[10 + at] = digits[chance[at] & 31];
    return text;
}

}  // namespace banshi
