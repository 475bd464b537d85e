#include "engines/matters/standing.h"

#include <algorithm>

namespace banshi::matters {

namespace {

// The first day that begins at this instant or after it.
Day first_day_from(Instant instant, Zone const& zone) {
    auto const day = zone.day_of(instant);
    return zone.midnight(day) < instant ? day + std::chrono::days{1} : day;
}

}  // namespace

Standing::Standing(std::vector<Span> const& pauses, Zone const& zone) {
    std::vector<Days> all;
    for (auto const& [from, to] : pauses) {
        open_ = open_ || !to;
        auto const first = first_day_from(from, zone);
        auto const end = to ? first_day_from(*to, zone) : Day::max();
        if (first < end) all.push_back({first, end});
    }
    std::ranges::sort(all, {}, &Days::from);
    for (auto const& next : all)
        if (days_.empty() || days_.back().to < next.from)
            days_.push_back(next);
        else
            days_.back().to = std::max(days_.back().to, next.to);
}

bool Standing::at_midnight_of(Day day) const {
    auto const after = std::ranges::upper_bound(days_, day, {}, &Days::from);
    return after != days_.begin() && day < std::prev(after)->to;
}

std::vector<Span> closed_of(std::vector<Span> const& pauses) {
    std::vector<Span> closed;
    std::ranges::copy_if(pauses, std::back_inserter(closed),
                         [](Span const& pause) { return pause.to.has_value(); });
    return closed;
}

}  // namespace banshi::matters
