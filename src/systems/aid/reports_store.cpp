#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/reports.h"

namespace banshi::aid::rows {

namespace {

struct ReportRow {
    std::string number, campaign;
    ReportKind kind;
    Day day;
    int version;
    std::string text, party;
    std::optional<Fen> fen;
    std::string why;
    Instant at;
};

constexpr Words report_columns{
    "SELECT r.number, r.campaign, r.kind, r.day, v.version, v.text, v.party, v.fen, v.why, v.at "
    "FROM aid_reports r JOIN aid_report_versions v ON v.district = r.district "
    "AND v.report = r.number WHERE r.district = ? "};

// Rows of one report stand together, its first version first.
std::vector<PublicReport> folded(std::vector<ReportRow> const& lines) {
    std::vector<PublicReport> reports;
    for (auto const& line : lines) {
        if (reports.empty() || reports.back().number != line.number)
            reports.push_back({line.number, line.campaign, line.kind, line.day, {}});
        reports.back().versions.push_back(
            {line.version, line.text, line.party, line.fen, line.why, line.at});
    }
    return reports;
}

}  // namespace

Milestones milestones(Call& call, std::string const& campaign) {
    struct Step {
        CampaignState state;
        Instant at;
    };
    Milestones days;
    for (auto const& step : call.tx.all<Step>(
             "SELECT state, at FROM aid_campaign_steps WHERE district = ? AND campaign = ?",
             call.district.name(), campaign)) {
        auto const day = call.district.zone().day_of(step.at);
        if (step.state == CampaignState::open) days.opened = day;
        if (step.state == CampaignState::closed) days.closed = day;
        if (step.state == CampaignState::finished) days.finished = day;
    }
    return days;
}

void insert(Call& call, PublicReport const& r) {
    call.tx.run(
        "INSERT INTO aid_reports (district, number, campaign, kind, day) VALUES (?, ?, ?, ?, ?)",
        call.district.name(), r.number, r.campaign, r.kind, r.day);
    add_version(call, r, r.versions.front());
}

void add_version(Call& call, PublicReport const& r, ReportVersion const& v) {
    call.tx.run(
        "INSERT INTO aid_report_versions (district, report, version, text, party, fen, why, at, "
        "by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), r.number, v.version, v.text, v.party, v.fen, v.why, v.at,
        call.actor.id());
    bind_row(call, Bound::report, r.number);
}

std::optional<PublicReport> find_report(Call& call, std::string const& number) {
    auto const found = folded(
        call.tx.all<ReportRow>(join<report_columns, Words{"AND r.number = ? ORDER BY v.version"}>,
                               call.district.name(), number));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<PublicReport> reports_of(Call& call, std::string const& campaign) {
    return folded(call.tx.all<ReportRow>(
        join<report_columns, Words{"AND r.campaign = ? ORDER BY r.number, v.version"}>,
        call.district.name(), campaign));
}

}  // namespace banshi::aid::rows
