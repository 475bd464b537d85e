#pragma once
// The rows behind the opening hours 开放时间. They decide nothing.

#include "store/call.h"
#include "systems/hall/settings.h"

namespace banshi::hall::hours_rows {

struct Version {
    int version;
    Day since;
    std::string week;  // as stored, and hashed into the record
    std::string reason;
};
// The week in force on a day, of those that a manager set.
std::optional<Version> find_on(Call&, HallId const&, Day);
// Those that begin after the day, the earliest first.
std::vector<Version> list_after(Call&, HallId const&, Day);
// Gives its version.
int add(Call&, HallId const&, Day since, std::string const& week, std::string const& reason);

struct SpecialPeriod {
    Day day;
    Clock from;
    Clock to;
    std::string reason;
};
// Of the days from this one on.
std::vector<SpecialPeriod> list_special(Call&, HallId const&, Day from);

}  // namespace banshi::hall::hours_rows
