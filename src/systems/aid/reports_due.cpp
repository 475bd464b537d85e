#include "systems/aid/reports_due.h"

#include <algorithm>

namespace banshi::aid {

Day months_after(Day day, int months) {
    auto const wanted = std::chrono::year_month_day{day} + std::chrono::months{months};
    return Day{wanted.ok() ? wanted : wanted.year() / wanted.month() / std::chrono::last};
}

namespace {

// While money is raised the time that runs now is told ahead.
void add_progress(std::vector<ReportDue>& all, Day opened, std::optional<Day> closed,
                  ReportSettings const& settings, Day today) {
    auto const runs_long = months_after(opened, settings.long_months);
    if (closed && *closed <= runs_long) return;
    auto const length = settings.progress_months;
    for (int months = 0;; months += length) {
        auto const from = months_after(opened, months), to = months_after(opened, months + length);
        if (closed ? to > *closed : from > today) return;
        all.push_back({ReportKind::progress, from, to, std::max(to, runs_long), {}, false});
    }
}

void add_published(std::vector<ReportDue>& all, Reported const& report,
                   ReportSettings const& settings) {
    if (report.kind == ReportKind::related_party) {
        auto const due = report.day + std::chrono::days{settings.related_days};
        all.push_back({report.kind, {}, report.day, due, report.published, false});
        return;
    }
    auto const owed = std::ranges::find_if(all, [&](ReportDue const& each) {
        return each.kind == report.kind && each.day == report.day;
    });
    if (owed != all.end())
        owed->published = report.published;
    else  // more than was owed
        all.push_back({report.kind, {}, report.day, report.published, report.published, false});
}

}  // namespace

std::vector<ReportDue> reports_due(Milestones const& steps, std::vector<Reported> const& reported,
                                   ReportSettings const& settings, Day today) {
    std::vector<ReportDue> all;
    if (steps.opened) add_progress(all, *steps.opened, steps.closed, settings, today);
    if (steps.closed)
        all.push_back({ReportKind::full,
                       {},
                       *steps.closed,
                       months_after(*steps.closed, settings.full_months),
                       {},
                       false});
    if (steps.finished)
        all.push_back({ReportKind::leftover,
                       {},
                       *steps.finished,
                       months_after(*steps.finished, settings.leftover_months),
                       {},
                       false});
    for (auto const& report : reported) add_published(all, report, settings);
    for (auto& each : all) each.late = each.published.value_or(today) > each.due;
    std::ranges::stable_sort(all, {}, &ReportDue::day);
    return all;
}

}  // namespace banshi::aid
