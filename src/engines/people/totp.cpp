#include "engines/people/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/check.h"

namespace banshi::people {

std::int64_t step_of(Instant at) {
    return std::chrono::floor<Seconds>(at.time_since_epoch()) / totp_step;
}

std::string code_of_step(std::string_view secret, std::int64_t step, int digits) {
    std::array<unsigned char, 8> counter{};
    for (std::size_t at = 0; at < counter.size(); ++at)
        counter[at] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (56 - 8 * at));
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    CHECK(HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
               counter.size(), hash.data(), &size));
    // Four bytes from where the last one says, without the sign (RFC 4226, 5.3).
    std::size_t const from = hash[size - 1] & 0x0fU;
    std::uint32_t number = hash[from] & 0x7fU;
    for (std::size_t at = 1; at < 4; ++at) number = number << 8 | hash[from + at];
    std::uint32_t limit = 1;
    for (int at = 0; at < digits; ++at) limit *= 10;
    return fmt::format("{:0{}}", number % limit, digits);
}

std::string base32(std::string_view bytes) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (unsigned char const byte : bytes) {
        held = held << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5) out += letters[held >> (bits - 5) & 31U];
    }
    if (bits > 0) out += letters[held << (5 - bits) & 31U];
    return out;
}

}  // namespace banshi::people
