#pragma once
// Idempotency keys, kept in the transaction of the deed: what was answered once is answered
// again for a day, without doing the deed again.

#include <optional>
#include <string>

#include "store/call.h"

namespace banshi::idempotency {

struct Kept {
    std::string request;  // hash of the deed and its body
    std::string answer;
};

std::optional<Kept> find(Call&, std::string const& key);
void keep(Call&, std::string const& key, Kept const& kept);
// Forgets what is older than a day; at most `limit` rows a call.
void forget_old(Call&, int limit);

}  // namespace banshi::idempotency
