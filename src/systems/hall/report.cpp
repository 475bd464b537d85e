// The report 报表 of a hall: counts, waits, hours, days and grades of a period.

#include <algorithm>
#include <map>

#include "engines/people/orgs.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/figures.h"
#include "systems/hall/hall.h"

namespace banshi::hall {

namespace {

using std::chrono::microseconds;

Result<void> check_range(SeeReport const& form) {
    constexpr std::chrono::days most{366};
    if (form.from > form.to) return Refusal{Why::invalid, "report.bad_range", "", "to"};
    if (form.to - form.from >= most)
        return Refusal{Why::invalid,
                       "report.range_too_long",
                       "",
                       "to",
                       {{"days", std::to_string(most.count())}}};
    return {};
}

template <class Wanted>
Waits waits_where(std::vector<figures::Visit> const& visits, int target, Wanted const& wanted) {
    std::vector<microseconds> waited;
    for (auto const& visit : visits)
        if (visit.called_at && wanted(visit)) waited.push_back(visit.waited);
    return figures::waits(std::move(waited), target);
}

ServiceReport service_report(Call const& call, ServiceSetting const& service,
                             std::vector<figures::Group> const& groups,
                             std::vector<figures::Visit> const& visits, int target) {
    ServiceReport report{service.id, name_of(call, service), {}, {}, 0};
    for (auto const& group : groups)
        if (group.service == service.id) figures::add(report.counts, group);
    auto const own = [&](auto const& visit) { return visit.service == service.id; };
    report.waits = waits_where(visits, target, own);
    microseconds served{0};
    int finished = 0;
    for (auto const& visit : visits)
        if (own(visit) && visit.finished) {
            served += visit.served;
            ++finished;
        }
    if (finished > 0) report.mean_service_seconds = figures::whole_seconds(served / finished);
    return report;
}

std::vector<DayReport> day_reports(std::vector<figures::Group> const& groups,
                                   std::vector<figures::Visit> const& visits, int target) {
    std::map<Day, DayReport> days;
    std::map<Day, std::vector<microseconds>> waited;
    for (auto const& group : groups) figures::add(days[group.day].counts, group);
    for (auto const& visit : visits)
        if (visit.called_at) waited[visit.day].push_back(visit.waited);
    std::vector<DayReport> reports;
    for (auto& [day, report] : days)
        reports.push_back({day, report.counts, figures::waits(waited[day], target)});
    return reports;
}

// A grade of fewer than five could be guessed to be somebody's.
std::vector<WindowGrades> window_grades(Call& call, SeeReport const& form) {
    constexpr int least = 5;
    std::map<WindowId, WindowGrades> windows;
    for (auto const& sum : evaluations::sums(call, form.hall, form.from, form.to)) {
        auto& window = windows[sum.window];
        window.window = sum.window;
        window.by_grade.resize(5);
        window.by_grade[static_cast<std::size_t>(sum.grade)] += static_cast<int>(sum.count);
        window.graded += static_cast<int>(sum.count);
    }
    std::map<std::pair<WindowId, std::string>, int> reasons;
    for (auto const& [window, joined] : evaluations::reasons(call, form.hall, form.from, form.to))
        for (std::size_t at = 0; at < joined.size();) {
            auto const end = std::min(joined.find(',', at), joined.size());
            ++reasons[{window, joined.substr(at, end - at)}];
            at = end + 1;
        }
    for (auto const& [of, count] : reasons)
        if (count >= least) windows[of.first].reasons.push_back({of.second, count});
    std::vector<WindowGrades> shown;
    for (auto& [id, window] : windows)
        if (window.graded >= least) shown.push_back(std::move(window));
    return shown;
}

}  // namespace

Result<Report> see_report(Call& call, SeeReport const& form) {
    auto const hall = TRY(find_hall(call, form.hall));
    TRY(people::may(call, see_reports, people::node(call.district, hall.id)));
    TRY(check_range(form));
    auto const rules = rules_on(call, hall.id, form.to);
    auto const target = rules.target_minutes;
    auto const groups = figures::groups(call, hall.id, form.from, form.to);
    auto const visits = figures::visits(call, hall.id, form.from, form.to);

    Report report{};
    report.from = form.from;
    report.to = form.to;
    for (auto const& group : groups) figures::add(report.counts, group);
    report.all = waits_where(visits, target, [](auto const&) { return true; });
    report.walkin =
        waits_where(visits, target, [](auto const& visit) { return visit.entry == Entry::walkin; });
    report.booked =
        waits_where(visits, target, [](auto const& visit) { return visit.entry == Entry::booked; });
    for (auto const& service : hall.services)
        report.services.push_back(service_report(call, service, groups, visits, target));
    report.hours = figures::hours(call.district.zone(), visits);
    report.days = day_reports(groups, visits, target);
    report.grades = figures::grades(call, hall.id, form.from, form.to, report.counts.served);
    report.window_grades = window_grades(call, form);
    report.target_minutes = target;
    report.target_percent = rules.target_percent;
    return report;
}

}  // namespace banshi::hall
