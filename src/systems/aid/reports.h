#pragma once
// Reports to the public 信息公开: what the office tells of the money, by its days. A correction
// 更正 is published as one: a further version with its reason, beside what it corrects.

#include "base/money.h"
#include "systems/aid/campaign.h"
#include "systems/aid/reports_due.h"

namespace banshi::aid {

struct ReportVersion {
    int version;  // 1: as it was published first
    std::string text;
    std::string party;       // of a transaction: who is related by what office, never a name
    std::optional<Fen> fen;  // of a transaction
    std::string why;         // it was corrected
    Instant at;
};
struct PublicReport {
    std::string number;  // G2021-001
    std::string campaign;
    ReportKind kind;
    Day day;
    std::vector<ReportVersion> versions;  // the last one stands
};
// One that is published, or owed.
struct ReportLine {
    ReportKind kind;
    std::optional<Day> from;
    Day day;
    Day due;
    std::optional<Day> published;
    bool late;
    bool open;                            // may be published now
    std::optional<std::string> report;    // its number
    std::vector<ReportVersion> versions;  // oldest first
};
struct ReportList {
    std::string campaign;
    std::vector<ReportLine> reports;
};
struct PublishReport {
    std::string campaign;
    ReportKind kind;
    std::optional<Day> day;  // of a transaction; of a progress report where several are open
    std::string text;
    std::optional<std::string> party;
    std::optional<Fen> fen;
};
struct CorrectReport {
    std::string report;
    std::string text;
    std::optional<std::string> party;
    std::optional<Fen> fen;
    std::string why;
};
struct RemindReports {};
struct ReportsReminded {
    int owed;
};
struct ListReports {
    std::optional<std::string> campaign;
};
// Refuses publication.not_due, publication.text, publication.day, publication.party.
Result<PublicReport> publish_report(Call&, PublishReport const&);
Result<PublicReport> correct_report(Call&, CorrectReport const&);
Result<ReportList> list_reports(Call&, ListReports const&);
// Each morning: who runs the campaigns hears of each report once for each step before it is due.
Result<ReportsReminded> remind_reports(Call&, RemindReports const&);

namespace rows {
Milestones milestones(Call&, std::string const& campaign);
void insert(Call&, PublicReport const&);  // with its first version
void add_version(Call&, PublicReport const&, ReportVersion const&);
std::optional<PublicReport> find_report(Call&, std::string const& number);
std::vector<PublicReport> reports_of(Call&, std::string const& campaign);
}  // namespace rows

}  // namespace banshi::aid
