#include "systems/hall/figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "systems/hall/evaluation_rows.h"

namespace banshi::hall::figures {

using std::chrono::microseconds;

int percent(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<int>((200 * part + whole) / (2 * whole));
}

int whole_seconds(microseconds time) {
    return static_cast<int>(std::chrono::round<Seconds>(time).count());
}

namespace {

int Counts::*counted_under(State state) {
    switch (state) {
        case State::served:
            return &Counts::served;
        case State::office_cancelled:
            return &Counts::office_cancelled;
        case State::expired:
            return &Counts::expired;
        case State::no_show:
            return &Counts::no_show;
        case State::left:
            return &Counts::left;
        case State::unserved:
            return &Counts::unserved;
        case State::unfinished:
            return &Counts::unfinished;
        case State::cancelled:
            return &Counts::cancelled;
        default:
            return &Counts::still_open;
    }
}

// The smallest wait that at least this share does not exceed.
microseconds by_rank(std::vector<microseconds> const& sorted, int percent) {
    auto const rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

void add(Counts& counts, Group const& group) {
    auto const count = static_cast<int>(group.count);
    if (group.booked) counts.booked += count;
    if (group.numbered) counts.issued += count;
    if (group.entry == Entry::walkin) counts.walkin += count;
    if (group.entry == Entry::priority) counts.priority += count;
    if (group.entry == Entry::late) counts.late += count;
    // What was only held and given back again is no visit.
    bool const only_held =
        group.state == State::held || (group.state == State::cancelled && !group.booked);
    if (!only_held) counts.*counted_under(group.state) += count;
}

Waits waits(std::vector<microseconds> waited, int target_minutes) {
    if (waited.empty()) return {};
    std::ranges::sort(waited);
    auto const people = static_cast<std::int64_t>(waited.size());
    auto const within =
        std::ranges::count_if(waited, [&](auto wait) { return wait <= Minutes{target_minutes}; });
    auto const sum = std::accumulate(waited.begin(), waited.end(), microseconds{0});
    return {static_cast<int>(people), whole_seconds(sum / people),
            whole_seconds(by_rank(waited, 50)), whole_seconds(by_rank(waited, 90)),
            percent(within, people)};
}

std::vector<HourReport> hours(Zone const& zone, std::span<Visit const> visits) {
    auto const hour_of = [&](Instant at) {
        return static_cast<int>(zone.wall_time(at).count() / 60);
    };
    std::map<int, HourReport> hours;
    std::map<int, std::vector<microseconds>> waited;
    for (auto const& visit : visits) {
        ++hours[hour_of(visit.issued_at)].issued;
        if (!visit.called_at) continue;
        ++hours[hour_of(*visit.called_at)].called;
        waited[hour_of(visit.issued_at)].push_back(visit.waited);
    }
    std::vector<HourReport> reports;
    for (auto& [hour, report] : hours) {
        auto const waits = figures::waits(waited[hour], 0);
        reports.push_back(
            {hour, report.issued, report.called, waits.p50_seconds, waits.p90_seconds});
    }
    return reports;
}

GradeReport grades(Call& call, HallId const& hall, Day from, Day to, int served) {
    constexpr auto grade_count = 5, top_grades = 3;
    GradeReport report{};
    report.served = served;
    report.by_grade.assign(grade_count, 0);
    for (auto const& sum : evaluations::sums(call, hall, from, to))
        report.by_grade[static_cast<std::size_t>(sum.grade)] += static_cast<int>(sum.count);
    auto const best = report.by_grade.begin();
    auto const all = std::accumulate(best, report.by_grade.end(), 0);
    report.graded = static_cast<int>(evaluations::count_graded(call, hall, from, to));
    report.not_evaluated = served - report.graded;
    report.rate_percent = percent(report.graded, served);
    report.top_three_percent = percent(std::accumulate(best, best + top_grades, 0), all);
    return report;
}

}  // namespace banshi::hall::figures
