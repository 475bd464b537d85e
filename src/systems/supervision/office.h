#pragma once
// What the office does with a matter, from its acceptance to its clearance. Each deed names the
// version that it has seen (If-Match) and gives the case back as it stands then.

#include "systems/supervision/case.h"

namespace banshi::supervision {

struct OnMatter {
    std::string number;
    std::optional<int> if_match;
};
struct OnMatterWhy {
    std::string number;
    std::optional<int> if_match;
    std::string why;
};

Result<CaseView> see_case(Call&, OnMatter const&);

struct RegisterMatter {  // 代为登记: by a clerk, for somebody or for the office itself
    std::string kind;
    std::string category;
    std::string text;
    std::optional<std::string> title;
    std::optional<std::string> grade;
    std::string channel;  // counter, telephone, grid, reception, letter
    std::optional<std::string> place;
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
    std::optional<OrgId> street;
    std::optional<int> households;
    std::optional<Day> since;
    std::optional<matters::Visibility> visibility;
    std::optional<std::string> name;
    std::optional<std::string> phone;
    std::optional<std::string> previous;  // number of the petition before
};
struct Registered {
    std::string number;
    std::string code;
};
Result<Registered> register_matter(Call&, RegisterMatter const&);

Result<CaseView> accept_matter(Call&, OnMatter const&);

struct DeclineMatter {
    std::string number;
    std::optional<int> if_match;
    std::string reason;
    std::string where_instead;
};
Result<CaseView> decline_matter(Call&, DeclineMatter const&);

struct DispatchMatter {
    std::string number;
    std::optional<int> if_match;
    OrgId lead;
    std::optional<std::vector<OrgId>> joint;
    std::optional<std::string> why;
};
Result<CaseView> dispatch_matter(Call&, DispatchMatter const&);
Result<CaseView> force_assign(Call&, DispatchMatter const&);
Result<CaseView> sign_matter(Call&, OnMatter const&);
Result<CaseView> return_matter(Call&, OnMatterWhy const&);

struct PauseMatter {
    std::string number;
    std::optional<int> if_match;
    std::string reason;
};
Result<CaseView> pause_matter(Call&, PauseMatter const&);
Result<CaseView> resume_matter(Call&, OnMatterWhy const&);

struct ExtendMatter {
    std::string number;
    std::optional<int> if_match;
    matters::ClockKind clock;
    int days;
    std::string why;
};
Result<CaseView> extend_matter(Call&, ExtendMatter const&);

struct AnswerPart {
    std::string number;
    std::optional<int> if_match;
    OrgId unit;
    std::string text;
};
Result<CaseView> answer_part(Call&, AnswerPart const&);

struct AnswerMatter {
    std::string number;
    std::optional<int> if_match;
    matters::Outcome outcome;
    std::string text;
    std::optional<std::vector<matters::Quantity>> quantities;
    std::optional<std::string> why_without_joint;
};
Result<CaseView> answer_matter(Call&, AnswerMatter const&);
Result<CaseView> send_back_answer(Call&, OnMatterWhy const&);
Result<CaseView> verify_matter(Call&, OnMatter const&);
Result<CaseView> clear_matter(Call&, OnMatter const&);

struct ListMatter {  // 挂账
    std::string number;
    std::optional<int> if_match;
    std::string why;
    Day review_on;
};
Result<CaseView> list_matter(Call&, ListMatter const&);
Result<CaseView> reopen_matter(Call&, OnMatterWhy const&);
Result<CaseView> withdraw_for(Call&, OnMatterWhy const&);

struct MergeMatter {
    std::string number;
    std::optional<int> if_match;
    std::string into;
    std::string why;
};
Result<CaseView> merge_matter(Call&, MergeMatter const&);
Result<CaseView> unmerge_matter(Call&, OnMatterWhy const&);

Result<CaseView> note_progress(Call&, OnMatterWhy const&);

struct RegradeMatter {
    std::string number;
    std::optional<int> if_match;
    std::string grade;
    std::string why;
};
Result<CaseView> regrade_matter(Call&, RegradeMatter const&);

struct CorrectMatter {  // 更正: what was registered wrongly; what is not given stays
    std::string number;
    std::optional<int> if_match;
    std::optional<std::string> kind;
    std::optional<std::string> category;
    std::optional<OrgId> street;
    std::optional<std::string> place;
    std::string why;
};
Result<CaseView> correct_matter(Call&, CorrectMatter const&);

struct BackdatePause {  // 补记等待, of the inspection office
    std::string number;
    std::optional<int> if_match;
    std::string reason;  // of the policy
    Instant from;
    Instant to;
    std::string why;
};
Result<CaseView> backdate_pause(Call&, BackdatePause const&);

// 适用新规: running clocks that began under older rules take those of today; the first ones, again
// with `after` until nothing is left.
struct ApplyRules {
    std::string why;
    std::optional<MatterId> after;
};
struct RulesApplied {
    int changed;
    std::optional<MatterId> next;
};
Result<RulesApplied> apply_rules(Call&, ApplyRules const&);

struct NameLeader {  // 包案领导
    std::string number;
    std::optional<int> if_match;
    std::string leader;
    std::string why;
};
Result<CaseView> name_leader(Call&, NameLeader const&);

struct ModerateMatter {
    std::string number;
    std::optional<int> if_match;
    std::string title;
    std::string text;
    std::string why;
};
Result<CaseView> moderate_matter(Call&, ModerateMatter const&);

struct RaiseLevel {
    std::string number;
    std::optional<int> if_match;
    int level;
    std::string why;
    std::optional<Day> new_last_day;
};
Result<CaseView> raise_level(Call&, RaiseLevel const&);

struct OnLevel {
    std::string number;
    std::optional<int> if_match;
    int clock;
    int level;
    std::string words;
};
Result<CaseView> answer_order(Call&, OnLevel const&);
Result<CaseView> annul_order(Call&, OnLevel const&);

struct ReporterShown {
    std::string name;
    std::string phone;
    std::string email;
};
struct RevealReporter {
    std::string number;
    int reporter;
    std::string reason;
};
Result<ReporterShown> reveal_reporter(Call&, RevealReporter const&);

struct Original {
    Instant at;
    std::string title;
    std::string text;
};
struct Originals {
    std::vector<Original> versions;
};
Result<Originals> see_originals(Call&, RevealReporter const&);

struct RecordEvaluation {  // 电话回访
    std::string number;
    int reporter;
    bool solved;
    matters::Rating rating;
    std::optional<std::string> reason;
};
Result<CaseView> record_evaluation(Call&, RecordEvaluation const&);

}  // namespace banshi::supervision
