#pragma once
// What people do: report a problem with a photo and a place, follow its number, add a word, join
// others who have the same, take it back, judge the result. Nobody's name is ever public.

#include "engines/files/files.h"
#include "engines/matters/clocks.h"
#include "engines/matters/evaluations.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

struct Nothing {};

struct ChoiceView {
    std::string key;
    std::string name;
};
struct QuestionView {  // 附加问题 of a category
    std::string code;
    Datatype datatype;
    bool required;
    bool variable;  // false: a text to read
    std::string text;
    std::string hint;
    std::vector<ChoiceView> values;
};
struct CategoryView {
    std::string id;
    std::string name;
    std::string group;
    std::vector<QuestionView> questions;
};
struct StreetView {
    OrgId id;
    std::string name;
};
struct FilingChoices {
    std::vector<CategoryView> categories;
    std::vector<StreetView> streets;
    std::string phone;
};
Result<FilingChoices> filing_choices(Call&, Nothing const&);

struct QuestionAnswer {
    std::string code;
    std::vector<std::string> values;
};
struct ReportProblem {  // 挂号
    std::string category;
    std::string text;
    std::optional<std::string> title;
    std::optional<std::string> place;
    std::optional<std::int64_t> latitude;  // WGS 84, ten-millionths of a degree
    std::optional<std::int64_t> longitude;
    std::optional<OrgId> street;
    std::optional<int> households;
    std::optional<Day> since;
    std::optional<matters::Visibility> visibility;
    std::optional<std::string> name;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::vector<QuestionAnswer>> answers;
};
struct Reported {
    std::string number;
    std::string code;  // opens it again; told once
    std::string link;
};
Result<Reported> report_problem(Call&, ReportProblem const&);

struct OfMatter {
    std::string number;
};
struct WithCode {
    std::string number;
    std::optional<std::string> code;
};

struct StepView {  // 一步
    Instant at;
    matters::Verb verb;
    matters::State state;
    int round;
    std::string words;                // what the deed says to everybody
    std::optional<std::string> unit;  // of a dispatch
    std::optional<int> level;
    std::optional<std::int64_t> seq;  // its place in the public record
};
struct PublicAnswer {
    int round;
    matters::Outcome outcome;
    std::string text;
    Instant published_at;
};
struct PublicLevel {
    int level;
    Instant nominal_at;
    std::string order;  // 〔2026〕第 12 号
    std::string answer;
    bool annulled;
};
struct ReviewOffer {  // 可以申请复查、复核: of whom and until when
    std::string kind;
    std::string authority;
    std::optional<Day> until;
    std::string basis;
};
struct PublicMatter {
    std::string number;
    matters::State state;
    std::string title;
    std::string text;
    bool held;  // 待审: others read title and text when a moderator has
    std::string category;
    std::string place;
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
    std::string street;
    std::optional<int> households;
    std::optional<Day> problem_since;
    Instant registered_at;
    std::string origin;  // in words: 居民来电
    std::string unit;
    std::vector<std::string> joint;
    int round;
    int level;
    std::optional<matters::Outcome> outcome;
    std::optional<Day> last_day;
    std::optional<int> days_left;  // below zero: late by so many
    std::optional<matters::Colour> colour;
    std::optional<matters::ClockKind> clock;  // whose last day that is ...
    std::string basis;                        // ... and by what rule
    bool stopped;
    std::vector<StepView> steps;
    std::vector<PublicAnswer> answers;
    std::vector<PublicLevel> levels;
    std::vector<files::Shown> files;
    std::optional<std::string> merged_into;
    std::optional<std::string> previous;  // the same facts before
    std::vector<std::string> following;   // and after: its review, its recheck
    int reporters;                        // who registered it; of those, known for certain:
    int certain;
    bool yours;                        // opened with its code
    bool followed;                     // 关注, by who has logged in
    std::vector<matters::Verb> deeds;  // what its reporter may do now
    std::optional<ReviewOffer> review;
    Instant now;
};
// Private ones are not there for who has no code: matter.not_found.
Result<PublicMatter> see_matter(Call&, OfMatter const&);
Result<PublicMatter> open_matter(Call&, WithCode const&);

struct AddWord {
    std::string number;
    std::string words;
    std::optional<std::string> code;
};
Result<PublicMatter> add_word(Call&, AddWord const&);

struct JoinMatter {  // 一起登记
    std::string number;
    std::string name;
    std::string phone;
};
Result<Reported> join_matter(Call&, JoinMatter const&);

struct FollowMatter {  // 关注
    std::string number;
    std::string phone;  // that of the log-in
};
// Refuses session.missing, follow.phone (not that of the log-in).
Result<PublicMatter> follow_matter(Call&, FollowMatter const&);
Result<PublicMatter> unfollow_matter(Call&, OfMatter const&);

struct WithdrawMatter {
    std::string number;
    std::string code;
    std::string why;
};
Result<PublicMatter> withdraw_matter(Call&, WithdrawMatter const&);

struct OfEvaluation {
    std::string token;
};
struct Evaluate {
    std::string token;
    bool solved;
    matters::Rating rating;
    std::optional<std::string> reason;
};
struct EvaluationView {
    std::string number;
    std::string title;
    std::string answer;
    matters::Outcome outcome;
    Instant until;
    std::optional<bool> solved;
    std::optional<matters::Rating> rating;
    std::string reason;
};
Result<EvaluationView> see_evaluation_link(Call&, OfEvaluation const&);
Result<EvaluationView> evaluate_matter(Call&, Evaluate const&);

struct JudgeMatter {  // by who holds the code, without the link
    std::string number;
    std::string code;
    bool solved;
    matters::Rating rating;
    std::optional<std::string> reason;
};
Result<PublicMatter> judge_matter(Call&, JudgeMatter const&);

// The serial of the reporter who holds the code or has logged in with the telephone left with it.
// Refuses matter.code_wrong.
Result<int> reporter_who_opens(Call&, matters::Matter const&,
                               std::optional<std::string> const& code);

// One that everybody may see; else matter.not_found.
Result<matters::Matter> find_public(Call&, std::string const& number);

// The questions of a category, and what was answered to them. Refuses question.missing and
// question.value, by the field answers.<code>.
std::vector<QuestionView> questions_of(Call&, std::string const& category);
Result<void> keep_answers(Call&, matters::Matter const&, std::vector<QuestionAnswer> const&);

// What everybody may see of it, and what the reporter of this serial may who opened it; 0: nobody.
PublicMatter public_view(Call&, matters::Matter const&, int reporter = 0);

}  // namespace banshi::supervision
