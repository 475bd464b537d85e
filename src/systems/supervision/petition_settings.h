#pragma once
// What a district sets for petitions 信访: how long they may be asked to be looked at again, by
// whom, and when a repeated one counts as resolved.

#include "base/id.h"
#include "engines/matters/policy.h"

namespace banshi::supervision {

// The kinds of the two child matters, fixed in the settings' list of kinds.
inline constexpr char const* review_kind = "review";    // 复查
inline constexpr char const* recheck_kind = "recheck";  // 复核

struct PetitionSettings {
    std::vector<std::string> kinds;  // which are petitions: petition, repeat_petition
    int ask_days;                    // calendar days from the answer, a day of rest moves on
    OrgId review_by;                 // 复查机关
    OrgId recheck_by;                // 复核机关
    int quiet_days;                  // calendar days without a visit
    std::string final_reason;        // why the same facts are declined after a recheck
    std::string basis;
};

// Refuses config.value.
Result<void> check(PetitionSettings const&, matters::Book const&, std::vector<OrgId> const& units);

}  // namespace banshi::supervision
