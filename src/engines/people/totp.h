#pragma once
// One-time codes 动态口令 of authenticator apps: HMAC-SHA-1 over steps of 30 seconds (RFC 6238 on
// RFC 4226), the only kind that every app knows.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"

namespace banshi::people {

inline constexpr Seconds totp_step{30};
inline constexpr int totp_digits = 6;

std::int64_t step_of(Instant);
std::string code_of_step(std::string_view secret, std::int64_t step, int digits = totp_digits);

// RFC 4648, without padding: as people type a secret and apps read it.
std::string base32(std::string_view bytes);

}  // namespace banshi::people
