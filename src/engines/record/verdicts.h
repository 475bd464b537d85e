#pragma once
// What the monitor found, kept for the pages and as an alarm.

#include "engines/record/verify.h"

namespace banshi::record {

inline constexpr char const* breaches_alarm = "alarm.breaches";

struct KeptVerdict {
    Instant at;
    std::uint64_t entries = 0, breaches = 0;
    std::vector<Breach> first;
};

// Raises or ends the alarm of breaches too.
void keep_verdict(Transaction&, std::string const& log, Verdict const&, Instant now);
std::optional<KeptVerdict> newest_verdict(Transaction&, std::string const& log);

}  // namespace banshi::record
