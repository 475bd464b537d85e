#pragma once
// A log-in whose person another house has proven: single sign-on 单点登录.

#include "engines/people/sessions.h"

namespace banshi::people {

// Of staff in use. Strong: the other house asked for a second factor, and ours is not asked.
// Refuses account.inactive, and as a log-in does what belongs to the code.
Result<FreshSession> log_in_by_proof(Call&, AccountId const&, bool strong,
                                     std::optional<std::string_view> code);

}  // namespace banshi::people
