#pragma once
// What the vendors of group robots ask of a message: its length in bytes, and a signature.

#include <string>

#include "base/time.h"

namespace banshi::notices {

inline constexpr std::size_t longest_at_wecom = 2048;  // text; vendor's manual
inline constexpr std::size_t longest_at_dingtalk =
    15'000;  // of 20,000 for the whole body; vendor's manual

// At most so many bytes, cut between characters, the cut shown.
std::string shortened(std::string const& words, std::size_t most);

// DingTalk's 加签: HMAC-SHA256 of the moment and the key, good for an hour.
std::string signed_webhook(std::string const& webhook, std::string const& key, Instant at);

}  // namespace banshi::notices
