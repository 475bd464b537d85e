#pragma once
// “2+N” of a party organisation 党组织 for a year: one hard problem 难题 solved, one recurring kind
// of problem 反复出现的一类问题 understood and provided for, and N ways of working 方法 that were
// used. Each part has steps with a day, a person and evidence.

#include "engines/files/files.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const run_duties{"supervision.run_duties"};          // at the organisation
inline Right const approve_duties{"supervision.approve_duties"};  // 审定机制

enum class DutyPart {
    problem,  // 难题
    kind,     // 一类问题
    method,   // 方法
};
BOOST_DESCRIBE_ENUM(DutyPart, problem, kind, method)

struct PlannedStep {
    DutyPart part;
    std::string title;
    Day day;
    std::string person;
};
struct DutyPlan {
    std::vector<std::string> problems;  // numbers; exactly one when it is handed in
    std::vector<std::string> kinds;     // categories; exactly one
    std::string cause;                  // 原因
    std::string mechanism;              // 机制
    std::vector<std::string> methods;
    std::vector<PlannedStep> steps;
};

struct PlanDuty {
    int year;
    OrgId organisation;
    std::optional<int> if_match;  // none before the first
    DutyPlan plan;
};
struct OfDuty {
    int year;
    OrgId organisation;
};
struct OnDuty {
    int year;
    OrgId organisation;
    std::optional<int> if_match;
};
struct AttachDutyFile {
    int year;
    OrgId organisation;
    Upload file;
};
struct DutyFile {
    files::FileId file;
};
struct ReadDutyFile {
    int year;
    OrgId organisation;
    files::FileId file;
};
struct ApproveMechanism {
    int year;
    OrgId organisation;
    std::optional<int> if_match;
    files::FileId document;
};
struct UseMethod {
    int year;
    OrgId organisation;
    int method;
    std::string number;
};
struct FinishStep {
    int year;
    OrgId organisation;
    int serial;
    std::string evidence;
    std::optional<files::FileId> file;
};

struct MatterBrief {
    std::string number;
    std::string title;
    matters::State state;
    std::optional<matters::Outcome> outcome;
    bool done;  // it counts
};
struct MethodView {
    int serial;
    std::string text;
    std::vector<MatterBrief> used_on;
    bool done;
};
struct DutyStep {
    int serial;
    DutyPart part;
    std::string title;
    Day day;
    std::string person;
    std::optional<Instant> done_at;
    bool late;
    std::string evidence;
    std::optional<files::FileId> file;
};
struct MonthCount {
    Day month;  // its first day
    std::int64_t matters;
    bool after;  // the mechanism stood already
};
struct KindView {
    std::string category;
    std::string name;
    std::int64_t matters;  // in the months that count
};
struct DutyDeed {
    Instant at;
    std::string deed;
    std::string why;
};
struct DutyView {
    int year;
    OrgId organisation;
    std::string name;
    int version;
    bool submitted;
    std::vector<MatterBrief> problems;
    std::vector<KindView> kinds;
    std::string cause;
    std::string mechanism;
    std::optional<Instant> approved_at;
    std::vector<MethodView> methods;
    std::vector<DutyStep> steps;
    int steps_done;
    bool problem_done;
    bool kind_done;
    bool methods_done;
    bool done;
    std::vector<MonthCount> recurrence;
    std::vector<files::Shown> files;  // of the office
    std::vector<DutyDeed> history;
    Instant now;
};
struct DutyLine {
    OrgId organisation;
    std::string name;
    bool submitted;
    std::string problem;  // its title
    std::string kind;
    int methods;
    int steps;
    int steps_done;
    bool done;
};
struct OfDutyYear {
    int year;
};
struct Duties {
    int year;
    std::vector<DutyLine> lines;
};

// Everybody sees what was handed in; the organisation its draft too.
Result<Duties> see_duties(Call&, OfDutyYear const&);
Result<DutyView> see_duty(Call&, OfDuty const&);
// Refuses duty.submitted, duty.step (without title, person or day of the year).
Result<DutyView> plan_duty(Call&, PlanDuty const&);
// Refuses duty.one_problem, duty.one_kind, duty.not_recurring, duty.cause, duty.mechanism,
// duty.method, duty.steps.
Result<DutyView> submit_duty(Call&, OnDuty const&);
Result<DutyFile> attach_duty_file(Call&, AttachDutyFile const&);
Result<File> read_duty_file(Call&, ReadDutyFile const&);
// By another than who handed it in. Refuses duty.same_person, duty.approved.
Result<DutyView> approve_mechanism(Call&, ApproveMechanism const&);
Result<DutyView> use_method(Call&, UseMethod const&);
Result<DutyView> finish_step(Call&, FinishStep const&);

}  // namespace banshi::supervision
