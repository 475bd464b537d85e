#include "systems/aid/reports.h"

#include <algorithm>

#include "engines/notices/notices.h"
#include "engines/record/record.h"
#include "systems/aid/books.h"
#include "systems/aid/campaign_rows.h"
#include "systems/aid/gap.h"

namespace banshi::aid {

struct ReportPublished {  // 信息公开
    static constexpr auto kind = "aid.report";
    record::Mark g, c, w, day;
    int version;
    record::Hash h;  // of the text, which everybody reads
};
BOOST_DESCRIBE_STRUCT(ReportPublished, (), (g, c, w, day, version, h))

namespace {

constexpr int report_digits = 3;
constexpr std::size_t most_text = 20'000;

std::vector<ReportDue> due_of(Call& call, std::string const& campaign,
                              std::vector<PublicReport> const& reports) {
    std::vector<Reported> reported;
    for (auto const& each : reports)
        reported.push_back(
            {each.kind, each.day, call.district.zone().day_of(each.versions.front().at)});
    return reports_due(rows::milestones(call, campaign), reported,
                       call.district.policy<Settings>().reports, today(call));
}

Result<void> check_words(std::string const& text, ReportKind kind, std::string const& party,
                         std::optional<Fen> fen) {
    if (text.empty() || text.size() > most_text)
        return Refusal{Why::invalid, "publication.text", {}, "text"};
    if (kind != ReportKind::related_party) return {};
    if (party.empty()) return Refusal{Why::invalid, "publication.party", {}, "party"};
    if (fen.value_or(0) < 1) return Refusal{Why::invalid, "transfer.amount", {}, "fen"};
    return {};
}

// The one that is open the longest, where no day is named.
Result<Day> day_of(Call& call, PublishReport const& form) {
    if (form.kind == ReportKind::related_party) {
        if (form.day && *form.day <= today(call)) return *form.day;
        return Refusal{Why::invalid, "publication.day", {}, "day"};
    }
    for (auto const& each : due_of(call, form.campaign, rows::reports_of(call, form.campaign)))
        if (each.kind == form.kind && each.is_open_on(today(call)) &&
            each.day == form.day.value_or(each.day))
            return each.day;
    return Refusal{Why::conflict, "publication.not_due", form.campaign, "kind"};
}

void remind(Call& call, Campaign const& campaign, ReportDue const& owed, int step) {
    auto const kind = std::string(boost::describe::enum_to_string(owed.kind, ""));
    notices::Notice notice{};
    notice.text = "aid.report_due_" + kind;
    notice.unit = {run_campaign, people::node(call.district)};
    notice.facts = {{"campaign", campaign.name},
                    {"until", written(owed.day)},
                    {"day", written(owed.due)},
                    {"days", std::to_string((owed.due - today(call)).count())}};
    notice.once = "aid.report_due/" + campaign.number + "/" + kind + "/" + written(owed.day) + "/" +
                  std::to_string(step);
    notices::queue(call, notice);
}

void record_version(Call& call, PublicReport const& report, ReportVersion const& version) {
    record::append(
        call, ReportPublished{report.number, report.campaign,
                              boost::describe::enum_to_string(report.kind, ""), written(report.day),
                              version.version, record::sha256({version.text})});
}

}  // namespace

Result<PublicReport> publish_report(Call& call, PublishReport const& form) {
    TRY(may(call, run_campaign));
    auto const campaign = TRY(find_campaign(call, form.campaign));
    bool const of_party = form.kind == ReportKind::related_party;
    auto const party = of_party ? form.party.value_or("") : "";
    TRY(check_words(form.text, form.kind, party, form.fen));
    auto const day = TRY(day_of(call, form));
    PublicReport const report{
        next_number(call, "G" + campaign.number + "-", report_digits),
        campaign.number,
        form.kind,
        day,
        {{1, form.text, party, of_party ? form.fen : std::nullopt, "", call.now}}};
    rows::insert(call, report);
    record_version(call, report, report.versions.front());
    return report;
}

Result<PublicReport> correct_report(Call& call, CorrectReport const& form) {
    TRY(may(call, run_campaign));
    auto report = rows::find_report(call, form.report);
    if (!report) return Refusal{Why::not_found, "publication.not_found", form.report, "report"};
    if (form.why.empty()) return Refusal{Why::invalid, "publication.why", report->number, "why"};
    auto version = report->versions.back();
    ++version.version;
    version.text = form.text;
    version.why = form.why;
    version.at = call.now;
    if (report->kind == ReportKind::related_party) {
        version.party = form.party.value_or(version.party);
        version.fen = form.fen ? form.fen : version.fen;
    }
    TRY(check_words(version.text, report->kind, version.party, version.fen));
    rows::add_version(call, *report, version);
    record_version(call, *report, version);
    report->versions.push_back(version);
    return *report;
}

Result<ReportList> list_reports(Call& call, ListReports const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    auto reports = rows::reports_of(call, campaign.number);
    ReportList list{campaign.number, {}};
    for (auto const& each : due_of(call, campaign.number, reports)) {
        ReportLine line{each.kind,
                        each.from,
                        each.day,
                        each.due,
                        each.published,
                        each.late,
                        each.is_open_on(today(call)),
                        {},
                        {}};
        auto const told = std::ranges::find_if(reports, [&](PublicReport const& report) {
            return report.kind == each.kind && report.day == each.day;
        });
        if (told != reports.end()) {
            line.report = told->number;
            line.versions = told->versions;
            reports.erase(told);  // two transactions may share a day
        }
        list.reports.push_back(line);
    }
    return list;
}

Result<ReportsReminded> remind_reports(Call& call, RemindReports const&) {
    auto const& steps = call.district.policy<Settings>().reports.remind_days;
    ReportsReminded done{0};
    for (auto const& campaign : rows::all_campaigns(call)) {
        auto const reports = rows::reports_of(call, campaign.number);
        for (auto const& each : due_of(call, campaign.number, reports)) {
            auto const days_left = static_cast<int>((each.due - today(call)).count());
            auto const step = step_reached(steps, days_left);
            if (each.published || !step) continue;
            ++done.owed;
            remind(call, campaign, each, *step);
        }
    }
    return done;
}

}  // namespace banshi::aid
