#pragma once
// The rows behind the opening hours 开放时间. They decide nothing.

#include "store/call.h"
#include "systems/hall/days.h"

namespace banshi::hall::hours_rows {

struct Version {
    int version;
    Day since;
    std::string week;  // as stored, and hashed into the record; empty: taken back
    std::string reason;
    std::string by_whom;
    Instant at;
};
// The week in force on a day, of those that a manager set and did not take back.
std::optional<Version> find_on(Call&, HallId const&, Day);
// Those that begin after the day, the earliest first.
std::vector<Version> list_after(Call&, HallId const&, Day);
// All that was decided, the latest first.
std::vector<Version> list_decided(Call&, HallId const&, int limit);
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
struct DayDecided {
    Day day;
    int version;
    std::string reason;
    std::string by_whom;
    Instant at;
};
// All that was decided on single days, the latest first.
std::vector<DayDecided> list_days_decided(Call&, HallId const&, int limit);
// The periods of a version; none: it takes the day back.
std::vector<days::Stretch> periods_of(Call&, HallId const&, Day, int version);
// Gives its version.
int add_day(Call&, HallId const&, Day, std::vector<days::Stretch> const&,
            std::string const& reason);

struct DayOfBefore {
    Day day;
    std::string reason;
};
// Days that only a version 0 holds.
std::vector<DayOfBefore> days_of_before(Call&, HallId const&);

}  // namespace banshi::hall::hours_rows
