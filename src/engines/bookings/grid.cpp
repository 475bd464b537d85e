#include "engines/bookings/grid.h"

#include <algorithm>

namespace banshi::bookings {

std::vector<Cell> grid(std::span<Period const> periods, Minutes length) {
    std::vector<Cell> cells;
    for (int number = 0; auto const& period : periods) {
        for (auto start = period.from; start + length <= period.to; start += length)
            cells.push_back({start, length, number});
        ++number;
    }
    return cells;
}

std::vector<Cell> visit(std::span<Cell const> cells, Instant start, int count) {
    auto const first = std::ranges::find(cells, start, &Cell::start);
    if (cells.end() - first < count) return {};
    for (auto at = first + 1; at < first + count; ++at)
        if (at->start != (at - 1)->end() || at->period != first->period) return {};
    return {first, first + count};
}

int windows_during(std::span<Staffed const> staffed, Minutes from, Minutes length) {
    return static_cast<int>(std::ranges::count_if(staffed, [&](auto const& window) {
        return window.from <= from && from + length <= window.to;
    }));
}

int share_of(int windows, int percent) { return windows * percent / 100; }

}  // namespace banshi::bookings
