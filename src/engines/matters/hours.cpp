#include "engines/matters/hours.h"

#include <fmt/format.h>

#include <algorithm>

namespace banshi::matters {

namespace {

using std::chrono::days;

// Days without a pause. A clock that counted longer has no windows to count in.
constexpr int longest = 2'000;

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

// The day after which no pause is left.
Day runs_again(Instant start, std::vector<Span> const& pauses, Zone const& zone) {
    for (auto const& pause : pauses) start = std::max(start, pause.to.value_or(start));
    return zone.day_of(start);
}

}  // namespace

WorkingHours const* hours_on(Day day, std::vector<WorkingHours> const& all) {
    auto const found =
        std::ranges::find_if(all, [&](auto const& hours) { return in_season(day, hours); });
    return found == all.end() ? nullptr : &*found;
}

std::optional<std::vector<Stretch>> windows_of(Day day, Wall const& wall) {
    auto const works = wall.calendar.find_works(day);
    if (!works) return std::nullopt;
    std::vector<Stretch> out;
    auto const* const hours = *works ? hours_on(day, wall.hours) : nullptr;
    if (!hours) return out;
    for (std::size_t at = 0; at < hours->opens.size(); ++at)
        out.push_back(
            {moment(day, hours->opens[at], wall.zone), moment(day, hours->closes[at], wall.zone)});
    return out;
}

Reached after_time(Instant start, std::chrono::seconds length, LimitUnit unit,
                   std::vector<Span> const& pauses, Wall const& wall) {
    auto left = std::chrono::duration_cast<Instant::duration>(length);
    auto const first = wall.zone.day_of(start);
    auto const end = runs_again(start, pauses, wall.zone) + days{longest};
    for (auto day = first; day < end; day += days{1}) {
        auto const stretches = stretches_of(day, unit, wall);
        if (!stretches) return {std::nullopt, year_of(day)};
        for (auto const& [opens, closes] : *stretches) {
            if (closes <= start) continue;
            for (auto const& [from, to] : cut({std::max(opens, start), closes}, pauses)) {
                if (to - from >= left) return {from + left, std::nullopt};
                left -= to - from;
            }
        }
    }
    return {};
}

}  // namespace banshi::matters
