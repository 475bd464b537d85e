#include "systems/sign_on/attempt.h"

#include <sodium.h>

#include <array>
#include <boost/json.hpp>

#include "engines/people/keys.h"
#include "systems/sign_on/id_token.h"

namespace banshi::sign_on {

namespace json = boost::json;
using namespace std::chrono_literals;

static constexpr auto most_time = 10min;  // to log in over there

Attempt fresh_attempt(Call& call, std::string provider) {
    auto const chance = [&] { return people::fresh_token(call.random); };
    return {call.district.name(), std::move(provider), chance(), chance(), chance(),
            call.now + most_time};
}

std::string sealed(Attempt const& attempt, Random& random) {
    auto const ends = attempt.ends.time_since_epoch().count();
    return people::seal(
        json::serialize(json::array{"sign_on", attempt.district, attempt.provider, attempt.state,
                                    attempt.nonce, attempt.verifier, ends}),
        random);
}

static std::optional<Attempt> unsealed(std::string_view text) try {
    auto const parts = json::parse(people::unseal(text)).as_array();
    auto const at = [&](std::size_t place) { return std::string(parts.at(place).as_string()); };
    if (at(0) != "sign_on") return {};
    return Attempt{at(1), at(2), at(3),
                   at(4), at(5), Instant{std::chrono::microseconds{parts.at(6).as_int64()}}};
} catch (std::exception const&) {
    return {};  // not sealed here
}

Result<Attempt> opened(Call& call, std::string_view sealed, std::string_view state) {
    auto const attempt = unsealed(sealed);
    if (!attempt || attempt->district != call.district.name() || attempt->state != state)
        return Refusal{Why::unauthenticated, "sign_on.not_begun"};
    if (call.now >= attempt->ends) return Refusal{Why::unauthenticated, "sign_on.expired"};
    return *attempt;
}

std::string challenge_of(std::string_view verifier) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(verifier.data()),
                       verifier.size());
    return base64url({reinterpret_cast<char const*>(hash.data()), hash.size()});
}

}  // namespace banshi::sign_on
