#pragma once
// Visits 走访 after the money: planned and done, what was seen, and the family's own word that it
// came in full. Each year some of the chosen and some of the others are checked again 抽查, picked
// by the public record itself, so that nobody picks them.

#include "base/money.h"
#include "engines/files/files.h"
#include "systems/aid/selection.h"

namespace banshi::aid {

enum class VisitKind {
    follow_up,   // 回访
    spot_check,  // 抽查
};
BOOST_DESCRIBE_ENUM(VisitKind, follow_up, spot_check)
enum class VisitState {
    planned,  // 待走访
    done,     // 已走访
    missed,   // 未访成
};
BOOST_DESCRIBE_ENUM(VisitState, planned, done, missed)

struct Visit {
    std::string number;  // Z0007
    std::string campaign, family;
    VisitKind kind;
    VisitState state;
    int year;
    Day planned_on;
    bool chosen;  // at the time of the sample: among those who are helped
    std::optional<Day> done_on = {};
    std::optional<Fen> received = {};  // as the family said
    std::optional<bool> rightly = {};  // chosen, or not chosen, rightly
    std::string note = {};
};

struct PlanVisit {
    std::string family;
    Day on;
};
struct PhotoView {
    files::FileId id;
    Instant at;
    std::string by;  // whose it is, by name
    bool own;        // of who asks, who may remove it
};
struct VisitView {
    std::string visit, family, street_name;
    VisitKind kind;
    VisitState state;
    int year;
    Day planned_on;
    std::optional<Day> done_on;
    std::optional<Fen> received;
    std::optional<bool> rightly;
    std::string note;
    std::vector<PhotoView> photos;
};
Result<VisitView> plan_visit(Call&, PlanVisit const&);
struct ReportVisit {
    std::string visit;
    Day on;
    bool done;                    // false: nobody was met, with the reason in the note
    std::optional<Fen> received;  // of a follow-up
    std::optional<bool> rightly;  // of a spot check
    std::string note;
};
// Refuses visit.closed, visit.day, visit.received, visit.finding, visit.note.
Result<VisitView> report_visit(Call&, ReportVisit const&);

struct DrawSpotChecks {
    std::string campaign;
    int year;
    Day on;
};
struct SpotGroup {  // 抽查结果
    bool chosen;
    std::int64_t families, picked, done, wrong;
};
struct SpotReport {
    int year;
    std::int64_t log_size;  // the record was this long when they were picked
    std::string seed;
    std::vector<SpotGroup> groups;
};
// 收款确认: what a family says itself, with its number and the last four of the ID.
struct ReceiptConfirmed {
    std::string family;
    int year;
    Fen fen;
    bool in_full;
    Instant at;
};
struct VisitList {
    std::vector<VisitView> visits;
    std::optional<SpotReport> spot_checks;
    std::vector<ReceiptConfirmed> confirmed;
};
// Refuses visit.drawn.
Result<VisitList> draw_spot_checks(Call&, DrawSpotChecks const&);
struct ListVisits {
    std::string campaign;
    int year;
};
Result<VisitList> list_visits(Call&, ListVisits const&);

struct ConfirmReceipt {
    std::string family, id_last4;
    int year;
    Fen fen;
    bool in_full;
};
Result<ReceiptConfirmed> confirm_receipt(Call&, ConfirmReceipt const&);

// What the photos of a visit are about, for engines/files.
std::string photos_about(std::string const& visit);
std::vector<PhotoView> photos_of(Call&, std::string const& visit);

namespace rows {

struct Sample {
    int year;
    std::int64_t log_size;
    std::string seed;
    std::int64_t chosen, others;  // how many there were to pick from
};
void insert(Call&, Visit const&);
void update(Call&, Visit const&);
std::optional<Visit> find_visit(Call&, std::string const& number);
std::vector<Visit> visits(Call&, std::string const& campaign, int year);
int count_visits(Call&);
void insert(Call&, std::string const& campaign, Sample const&);
std::optional<Sample> find_sample(Call&, std::string const& campaign, int year);
void put(Call&, ReceiptConfirmed const&);
std::vector<ReceiptConfirmed> confirmed(Call&, std::string const& campaign, int year);

}  // namespace rows

}  // namespace banshi::aid
