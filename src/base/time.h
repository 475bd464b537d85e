#pragma once
// Time is an argument, never a global: only main() and the scenario runner hold a clock.
// An Instant is a moment, a Day a date on the wall of a Zone; they do not convert silently.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banshi {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;  // a moment, UTC
using Day = std::chrono::local_days;                               // a date on the wall
using Minutes = std::chrono::minutes;
using Seconds = std::chrono::seconds;

// The time zone of a site, from the system's tz database.
class Zone {
public:
    // Throws std::runtime_error when the database has no such name.
    explicit Zone(std::string name);

    std::string const& name() const { return name_; }
    Day day_of(Instant) const;
    // Minutes since midnight on the wall; 0 .. 1439.
    Minutes wall_time(Instant) const;
    std::chrono::seconds offset(Instant) const;
    // Every moment that shows this time on this day: one on most days, two in a repeated
    // hour, none in a skipped one.
    std::vector<Instant> moments(Day, Minutes since_midnight) const;
    // The first moment of the day.
    Instant midnight(Day) const;

private:
    std::string name_;
    void const* zone_;  // date::time_zone, kept out of this header for its compile time
};

std::string written(Day);                           // 2026-03-09
std::string written(Instant, Zone const&);          // 2026-03-09T09:00:00+08:00, RFC 3339
std::string written_clock(Minutes since_midnight);  // 09:30
std::optional<Day> read_day(std::string_view);
std::optional<Instant> read_instant(std::string_view);  // RFC 3339, offset required
std::optional<Minutes> read_clock(std::string_view);    // 09:30, up to 24:00

}  // namespace banshi
