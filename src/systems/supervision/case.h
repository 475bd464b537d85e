#pragma once
// What the office sees of a matter: all of it but the reporter's name and telephone, which are
// masked until somebody gives a reason to look.

#include "engines/files/files.h"
#include "engines/matters/clocks.h"
#include "engines/matters/evaluations.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

struct ReporterView {
    int serial;
    std::string name;   // 张*
    std::string phone;  // 138****0000
    std::string recorded_by;
    bool proved;                         // 已验证
    std::optional<std::string> through;  // number of the matter that was merged in
};
struct TaskView {
    int serial;
    int round;
    OrgId unit;
    std::string unit_name;
    bool lead;
    bool forced;
    Instant dispatched_at;
    std::optional<Instant> signed_at;
    std::string handler;
    std::optional<Instant> answered_at;
    std::string answer;
    std::optional<Instant> ended_at;
    std::string grounds;
};
struct ClockView {
    int serial;
    int round;
    matters::ClockKind kind;
    std::string unit_name;
    Instant start_at;
    int length;
    matters::LimitUnit length_unit;
    int extension;
    std::optional<Day> last_day;
    std::optional<Instant> due;
    std::optional<int> missing_year;
    bool stopped;
    std::optional<Instant> ended_at;
    std::string end_cause;
    std::optional<matters::Colour> colour;
    std::optional<int> days_left;
    bool late;
    int level;
    int extension_most;
    std::string basis;
};
struct PauseView {
    std::string reason;
    Instant from;
    std::optional<Instant> to;
};
struct LevelView {
    int clock;
    int level;
    int round;
    std::string cause;
    Instant nominal_at;
    Instant raised_at;
    std::string order;
    std::string ordered_by;
    std::string why;
    std::optional<Day> new_last_day;
    std::optional<Instant> answered_at;
    std::string answer;
    std::optional<Instant> annulled_at;
    std::string annulled_why;
};
struct AnswerView {
    int round;
    int serial;
    matters::Outcome outcome;
    std::string text;
    std::string drafted_by;
    Instant drafted_at;
    std::string approved_by;
    std::optional<Instant> published_at;
    std::string sent_back;
};
struct DeedView {
    int sequence;
    Instant at;
    matters::Verb verb;
    matters::State to;
    int round;
    std::string actor;
    std::string why;
    std::string facts;
    std::optional<std::int64_t> seq;
};
struct EvaluationShown {
    int round;
    int reporter;
    std::optional<Instant> answered_at;
    std::optional<bool> solved;
    std::optional<matters::Rating> rating;
    std::string reason;
    std::string channel;
};
struct DetailView {  // 附加问题: what was asked and answered
    std::string name;
    std::string content;
};
struct CaseView {
    MatterId matter;
    std::string number;
    int version;
    matters::State state;
    std::string kind;
    std::string grade;
    std::string category;
    std::string category_name;
    std::string title;
    std::string text;
    std::string place;
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
    OrgId street;
    std::string street_name;
    std::optional<int> households;
    std::optional<Day> problem_since;
    std::string channel;
    std::string client;
    std::vector<DetailView> details;
    std::string old_number;
    matters::Visibility visibility;
    int round;
    std::optional<matters::Outcome> outcome;
    OrgId unit;
    std::string unit_name;
    std::string leader;
    std::optional<std::string> merged_into;
    std::vector<std::string> merged;  // numbers that were merged in
    std::optional<std::string> previous;
    Instant registered_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> cleared_at;
    int level;
    bool flagged;                      // a moderator should read the text
    std::vector<matters::Verb> deeds;  // what the asker may do now
    std::vector<std::string> pauses_allowed;
    std::vector<ReporterView> reporters;
    std::vector<TaskView> tasks;
    std::vector<ClockView> clocks;
    std::vector<PauseView> pauses;
    std::vector<LevelView> levels;
    std::vector<AnswerView> answers;
    std::vector<matters::Quantity> quantities;
    std::vector<EvaluationShown> evaluations;
    std::vector<files::Shown> evidence;
    std::vector<files::Shown> reported_files;
    std::vector<DeedView> history;
    Instant now;
};

// All that the office may know. The actor must hold supervision.see above the matter's unit, or
// have been given a task; sealed ones need their own right. Else matter.not_found.
Result<CaseView> shown(Call&, matters::Matter const&);
Result<void> may_see(Call&, matters::Matter const&);
// Photos and documents that the office has put to it.
int evidence_of(Call&, matters::Matter const&);

}  // namespace banshi::supervision
