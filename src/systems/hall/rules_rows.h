#pragma once
// The rows behind the rules of a hall. They decide nothing.

#include "engines/record/hash.h"
#include "store/call.h"
#include "systems/hall/settings.h"

namespace banshi::hall::rules_rows {

struct Version {
    int version;
    Day since;
    std::string rules;  // as stored
    std::string proposed_by;
    Instant at;  // when it was proposed
};
// What the entry of its publication binds.
record::Hash bound(Version const&, std::string const& confirmed_by);
// The latest, unless it was confirmed.
std::optional<Version> find_proposed(Call&, HallId const&);
// A new version; what was only proposed before is no longer asked about.
void propose(Call&, HallId const&, Day since, std::string const& rules);
void confirm(Call&, HallId const&, int version);
// Open bookings from the day on.
std::int64_t count_booked(Call&, HallId const&, Day from);

}  // namespace banshi::hall::rules_rows
