#pragma once
// Figures of a hall, all counted from events: reports, plans, evaluation, the city's view.

#include "systems/hall/manage.h"

namespace banshi::hall {

enum class Grade {
    very_satisfied,       // 非常满意
    satisfied,            // 满意
    basically_satisfied,  // 基本满意
    dissatisfied,         // 不满意
    very_dissatisfied,    // 非常不满意
};
struct Evaluate {  // 好差评
    HallId hall;
    TicketId ticket;
    std::string secret;
    Grade grade;
    std::optional<int> stop;  // one of several; default the last served
    std::optional<std::vector<std::string>> reasons;
    std::optional<std::string> words;
};
struct Evaluated {
    std::string number;
    Grade grade;
    bool follow_up;
    std::optional<Day> contact_by;
    std::optional<Day> answer_by;
};
struct EvaluateAtWindow {  // on the device at the window: the visit that was just served there
    HallId hall;
    WindowId window;
    Grade grade;
    std::optional<std::vector<std::string>> reasons;
};
struct ListFollowUps {  // 回访
    HallId hall;
};
struct FollowUp {
    std::string follow_up;
    TicketId ticket;
    std::string number;
    Day day;
    Grade grade;
    std::vector<std::string> reasons;
    std::string words;
    std::string name;  // masked
    Day contact_by;
    Day answer_by;
    std::optional<Instant> contacted_at;
    bool late;
    std::optional<std::string> answer;
};
struct FollowUps {
    std::vector<FollowUp> follow_ups;
};
struct ContactCitizen {  // the citizen was reached; the answer may still take a few days
    HallId hall;
    std::string follow_up;
};
struct AnswerEvaluation {
    HallId hall;
    std::string follow_up;
    std::string answer;
};
Result<Evaluated> evaluate(Call&, Evaluate const&);
Result<Evaluated> evaluate_at_window(Call&, EvaluateAtWindow const&);
Result<FollowUps> list_follow_ups(Call&, ListFollowUps const&);
Result<FollowUps> contact_citizen(Call&, ContactCitizen const&);
Result<FollowUps> answer_evaluation(Call&, AnswerEvaluation const&);

struct SeeReport {
    HallId hall;
    Day from;
    Day to;
};
struct Counts {
    int booked;
    int issued;
    int walkin;
    int priority;
    int late;
    int served;
    int cancelled;
    int office_cancelled;
    int expired;
    int no_show;
    int left;
    int unserved;
    int unfinished;
    int still_open;
};
struct Waits {
    int people;
    int mean_seconds;
    int p50_seconds;
    int p90_seconds;
    int within_target_percent;
};
struct ServiceReport {
    ServiceId service;
    std::string name;
    Counts counts;
    Waits waits;
    int mean_service_seconds;
};
struct HourReport {
    int hour;
    int issued;
    int called;
    int p50_seconds;
    int p90_seconds;
};
struct DayReport {
    Day day;
    Counts counts;
    Waits waits;
};
struct GradeReport {
    int served;
    int graded;
    std::vector<int> by_grade;  // from very satisfied down
    int not_evaluated;
    int rate_percent;
    int top_three_percent;
};
struct ReasonCount {
    std::string reason;
    int count;
};
struct WindowGrades {  // only of windows with five grades or more: nobody learns who gave which
    WindowId window;
    int graded;
    std::vector<int> by_grade;
    std::vector<ReasonCount> reasons;
};
struct Report {
    Day from;
    Day to;
    Counts counts;
    Waits walkin;
    Waits booked;
    Waits all;
    std::vector<ServiceReport> services;
    std::vector<HourReport> hours;
    std::vector<DayReport> days;
    GradeReport grades;
    std::vector<WindowGrades> window_grades;
    int target_minutes;
    int target_percent;
};
Result<Report> see_report(Call&, SeeReport const&);
Result<File> report_workbook(Call&, SeeReport const&);  // Excel
Result<File> report_paper(Call&, SeeReport const&);     // A4, PDF

enum class Among {  // of the figures that are no state
    booked,
    issued,
    called,
    still_open,
};
struct ListTickets {  // the list behind a figure
    HallId hall;
    Day from;
    Day to;
    std::optional<State> state;
    std::optional<Entry> entry;
    std::optional<ServiceId> service;
    std::optional<Among> among;
    std::optional<std::string> after;  // next page
};
struct TicketRow {
    TicketId ticket;
    std::string number;
    Day day;
    std::string service_name;
    Entry entry;
    State state;
    std::string name;  // masked
    std::optional<Instant> booked_at;
    std::optional<Instant> issued_at;
    std::optional<Instant> called_at;
    std::optional<WindowId> window;
    int waited_seconds;
    int served_seconds;
};
struct TicketList {
    std::vector<TicketRow> tickets;
    std::optional<std::string> next;
};
Result<TicketList> list_tickets(Call&, ListTickets const&);
struct SeeHistory {
    HallId hall;
    TicketId ticket;
};
struct EventShown {
    int sequence;
    Instant at;
    std::string kind;
    std::optional<State> from;
    State to;
    std::optional<WindowId> window;
    std::string actor;  // name of the account; empty: the citizen, or the house by its clock
    std::string reason;
    std::optional<Instant> due;
    std::optional<std::int64_t> seq;
};
struct History {
    TicketRow ticket;
    std::vector<EventShown> events;
};
Result<History> see_history(Call&, SeeHistory const&);

struct PlanWindows {  // how many windows do I need
    HallId hall;
    QueueId queue;
    Day day;
    std::optional<int> target_minutes;
    std::optional<int> target_percent;
};
struct HourPlan {
    int hour;
    int expected;  // arrivals, from the same weekday of past weeks and today's bookings
    int staffed;
    int needed;
    int missing;
    // Of one who comes at the end of the hour, with the staffed windows; absent: none is open.
    std::optional<int> wait_seconds;
    int all_busy_percent;
};
struct WindowPlan {
    QueueId queue;
    Day day;
    int mean_service_seconds;
    std::vector<HourPlan> hours;
    int missing_hours;  // window hours that are missing in all
};
Result<WindowPlan> plan_windows(Call&, PlanWindows const&);
struct WhatIf {  // another H, other windows, played by the simulator
    HallId hall;
    QueueId queue;
    int windows;
    int boost_minutes;
    int walkins_per_hour;
    int booked_per_hour;
};
struct WhatIfResult {
    std::optional<int> walkin_seconds;  // mean; absent where more come than can be served
    std::optional<int> booked_seconds;
    std::optional<int> walkin_p90_seconds;
    std::optional<int> booked_p90_seconds;
    std::optional<int> within_target_percent;
    bool stable;
};
Result<WhatIfResult> what_if(Call&, WhatIf const&);

struct SeeCity {
    std::optional<Day> day;
};
struct HallFigures {
    std::string district;
    HallId hall;
    std::string name;
    bool open_now;
    int waiting;
    int windows_open;
    Counts counts;
    Waits waits;
    GradeReport grades;
    int capacity;
    int bookings;
    int follow_ups_open;
    std::vector<HourReport> hours;
};
struct CityView {
    Day day;
    std::vector<HallFigures> halls;
    Instant now;
};
Result<CityView> see_city(Call&, SeeCity const&);

}  // namespace banshi::hall
