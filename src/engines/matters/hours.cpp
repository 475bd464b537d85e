#include "engines/matters/hours.h"

#include <fmt/format.h>

#include <algorithm>

namespace banshi::matters {

namespace {

using std::chrono::days;

constexpr int longest = 2'000;  // days

// "05-01" to "09-30"; a season may go over the turn of the year.
bool in_season(Day day, WorkingHours const& hours) {
    std::chrono::year_month_day const date{day};
    auto const today = fmt::format("{:02}-{:02}", static_cast<unsigned>(date.month()),
                                   static_cast<unsigned>(date.day()));
    if (hours.from_day <= hours.to_day) return hours.from_day <= today && today <= hours.to_day;
    return today >= hours.from_day || today <= hours.to_day;
}

Instant moment(Day day, Clock clock, Zone const& zone) {
    auto const moments = zone.moments(day, clock.since_midnight);
    return moments.empty() ? zone.midnight(day) + clock.since_midnight : moments.front();
}

// What the pauses leave of a stretch.
std::vector<Stretch> cut(Stretch whole, std::vector<Span> const& pauses) {
    std::vector<Stretch> left{whole};
    for (auto const& pause : pauses) {
        std::vector<Stretch> next;
        for (auto const& [from, to] : left) {
            auto const end = pause.to.value_or(Instant::max());
            if (from < std::min(to, pause.from)) next.push_back({from, std::min(to, pause.from)});
            if (std::max(from, end) < to) next.push_back({std::max(from, end), to});
        }
        left = std::move(next);
    }
    return left;
}

std::optional<std::vector<Stretch>> stretches_of(Day day, LimitUnit unit, Wall const& wall) {
    if (unit == LimitUnit::working_hours) return windows_of(day, wall);
    return std::vector{Stretch{wall.zone.midnight(day), wall.zone.midnight(day + days{1})}};
}

}  // namespace

std::optional<std::vector<Stretch>> windows_of(Day day, Wall const& wall) {
    auto const works = wall.calendar.find_works(day);
    if (!works) return std::nullopt;
    std::vector<Stretch> out;
    if (!*works) return out;
    for (auto const& season : wall.hours) {
        if (!in_season(day, season)) continue;
        for (std::size_t at = 0; at < season.opens.size(); ++at)
            out.push_back({moment(day, season.opens[at], wall.zone),
                           moment(day, season.closes[at], wall.zone)});
        return out;
    }
    return out;
}

std::optional<Instant> after_time(Instant start, std::chrono::seconds length, LimitUnit unit,
                                  std::vector<Span> const& pauses, Wall const& wall,
                                  std::optional<int>& missing_year) {
    auto left = std::chrono::duration_cast<Instant::duration>(length);
    auto const first = wall.zone.day_of(start);
    for (auto day = first; day < first + days{longest}; day += days{1}) {
        auto const stretches = stretches_of(day, unit, wall);
        if (!stretches) {
            missing_year = year_of(day);
            return std::nullopt;
        }
        for (auto const& [opens, closes] : *stretches) {
            if (closes <= start) continue;
            for (auto const& [from, to] : cut({std::max(opens, start), closes}, pauses)) {
                if (to - from >= left) return from + left;
                left -= to - from;
            }
        }
    }
    return std::nullopt;
}

}  // namespace banshi::matters
