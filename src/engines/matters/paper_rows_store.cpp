#include "engines/matters/paper_rows.h"
#include "engines/matters/papers.h"

namespace banshi::matters {

namespace {

struct AnswerPaper {
    std::string matter;
    int round, serial;
    std::string outcome, text, drafted_by;
    Instant drafted_at;
    std::string approved_by;
    std::optional<Instant> approved_at, publish_at, published_at;
    std::string sent_back;
};

struct EvaluationPaper {
    std::string matter;
    int round, reporter;
    Instant asked_at, expires_at;
    std::optional<Instant> answered_at;
    std::optional<int> solved;
    std::optional<std::string> rating;
    std::string reason, channel, recorded_by;
};

struct LevelPaper {
    std::string matter;
    int clock, level, round;
    std::string unit, cause;
    Instant nominal_at, raised_at;
    std::string ordered_by, why;
    int order_year;
    std::int64_t order_number;
    std::optional<Day> new_last_day;
    std::optional<Instant> answered_at;
    std::string answered_by;
    std::optional<Instant> annulled_at;
    std::string annulled_by, annulled_why;
};

struct ClockPaper {
    std::string matter;
    int serial, round;
    std::string kind, unit;
    std::optional<int> task;
    Instant start_at;
    int length;
    std::string length_unit;
    int roll, extension, extensions, levels_most;
    Day rules_since;
    std::optional<Day> ordered_day;
    std::optional<Instant> ended_at;
    std::string end_cause;
    std::optional<Day> last_day;
    std::optional<Instant> due;
};

struct PausePaper {
    std::string matter;
    int serial;
    std::string reason;
    Instant from;
    std::optional<Instant> to;
    std::string opened_by, closed_by;
};

struct TaskPaper {
    std::string matter;
    int round, serial;
    std::string unit;
    int lead, forced;
    Instant dispatched_at;
    std::string dispatched_by;
    std::optional<Instant> signed_at;
    std::string handler;
    std::optional<Instant> answered_at, ended_at;
};

constexpr Words answers_of_part{
    "SELECT matter, round, serial, outcome, content, drafted_by, drafted_at, approved_by, "
    "approved_at, publish_at, published_at, sent_back FROM matter_answers "};
constexpr Words evaluations_of_part{
    "SELECT matter, round, reporter, asked_at, expires_at, answered_at, solved, rating, reason, "
    "channel, recorded_by FROM matter_evaluations "};
constexpr Words levels_of_part{
    "SELECT matter, clock, level, round, unit, cause, nominal_at, raised_at, ordered_by, why, "
    "order_year, order_number, new_last_day, answered_at, answered_by, annulled_at, annulled_by, "
    "annulled_why FROM matter_levels "};
constexpr Words clocks_of_part{
    "SELECT matter, serial, round, kind, unit, task, start_at, length, length_unit, roll, "
    "extension, extensions, levels_most, rules_since, ordered_day, ended_at, end_cause, last_day, "
    "due FROM matter_clocks "};
constexpr Words pauses_of_part{
    "SELECT matter, serial, reason, from_at, to_at, opened_by, closed_by FROM matter_pauses "};
constexpr Words tasks_of_part{
    "SELECT matter, round, serial, unit, lead, forced, dispatched_at, dispatched_by, signed_at, "
    "handler, answered_at, ended_at FROM matter_tasks "};
constexpr Words papers_in_part{
    "WHERE district = ? AND matter > ? AND matter <= ? ORDER BY matter, "};

}  // namespace

std::map<std::string, Papers, std::less<>> papers_between(Transaction& tx,
                                                          std::string const& district,
                                                          std::string const& after,
                                                          std::string const& last) {
    std::map<std::string, Papers, std::less<>> all;
    auto const work = [&](std::string const& matter, std::string const& text) {
        auto& papers = all[matter];
        papers.text += text;
        papers.worked = true;
    };
    tx.each<AnswerPaper>(
        join<answers_of_part, papers_in_part, "serial">,
        [&](AnswerPaper const& row) { work(row.matter, answer_text(row)); }, district, after, last);
    tx.each<EvaluationPaper>(
        join<evaluations_of_part, papers_in_part, "round, reporter">,
        [&](EvaluationPaper const& row) {
            if (row.answered_at) work(row.matter, evaluation_text(row));
        },
        district, after, last);
    tx.each<LevelPaper>(
        join<levels_of_part, papers_in_part, "nominal_at, clock, level">,
        [&](LevelPaper const& row) { all[row.matter].text += level_text(row); }, district, after,
        last);
    tx.each<ClockPaper>(
        join<clocks_of_part, papers_in_part, "serial">,
        [&](ClockPaper const& row) { all[row.matter].text += clock_text(row); }, district, after,
        last);
    tx.each<PausePaper>(
        join<pauses_of_part, papers_in_part, "serial">,
        [&](PausePaper const& row) { all[row.matter].text += pause_text(row); }, district, after,
        last);
    tx.each<TaskPaper>(
        join<tasks_of_part, papers_in_part, "serial">,
        [&](TaskPaper const& row) { work(row.matter, task_text(row)); }, district, after, last);
    return all;
}

}  // namespace banshi::matters
