#pragma once
// What people do: report a problem with a photo and a place, follow its number, add a word, join
// others who have the same, take it back, judge the result. Nobody's name is ever public.

#include "engines/files/files.h"
#include "engines/matters/clocks.h"
#include "engines/matters/evaluations.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

struct Nothing {};

struct CategoryView {
    std::string id;
    std::string name;
    std::string group;
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
struct PublicMatter {
    std::string number;
    matters::State state;
    std::string title;
    std::string text;
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
    bool stopped;
    std::vector<StepView> steps;
    std::vector<PublicAnswer> answers;
    std::vector<PublicLevel> levels;
    std::vector<files::Shown> files;
    std::optional<std::string> merged_into;
    int reporters;
    bool yours;                        // opened with its code
    std::vector<matters::Verb> deeds;  // what its reporter may do now
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

// What everybody may see of it; `mine` for who opened it with its code.
PublicMatter public_view(Call&, matters::Matter const&, bool mine);

}  // namespace banshi::supervision
