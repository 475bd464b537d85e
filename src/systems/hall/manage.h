#pragma once
// What the hall manager 大厅主任 decides: rosters, closures, the end of the day, settings.

#include "systems/hall/queue.h"

namespace banshi::hall {

struct HallShown {
    HallId id;
    std::string name;
    std::string address;
    std::string phone;
    std::vector<Period> opening;
    bool open_now;
    std::optional<Instant> opens_at;
    int waiting;
    int windows_open;
    Estimate estimate;
};
struct ListHalls {};
struct Halls {
    std::vector<HallShown> halls;
};
struct ServiceShown {
    ServiceId id;
    QueueId queue;
    std::string name;
    std::string prefix;
    int slots;
    int minutes;
    std::vector<std::string> documents;
    ServiceLoad load;
    std::optional<Instant> first_free;
};
struct DayPeriod {
    Clock from;
    Clock to;
};
struct HoursAhead {  // 将变的开放时间: what differs soon, with its reason
    Day day;
    bool every_week;                 // from this day on; else on this day alone
    std::vector<Period> opening;     // of every week
    std::vector<DayPeriod> periods;  // of the day; none: closed
    std::string reason;
};
struct HallView {
    HallShown hall;
    std::vector<ServiceShown> services;
    std::vector<HoursAhead> ahead;  // within 30 days
    std::vector<std::string> priority_groups;
    Instant now;
};
Result<Halls> list_halls(Call&, ListHalls const&);
Result<HallView> see_hall(Call&, AtHall const&);
std::vector<HoursAhead> hours_ahead(Call&, HallSetting const&, Day today);

struct Shift {  // who staffs a window, and what it can do then
    WindowId window;
    Clock from;
    Clock to;
    std::vector<ServiceId> services;
    std::string clerk;
};
struct SeeRoster {
    HallId hall;
    Day day;
};
struct Roster {  // 排班
    Day day;
    bool published;  // false: the usual week
    std::vector<Shift> shifts;
};
struct SetRoster {
    HallId hall;
    Day day;
    std::vector<Shift> shifts;
    bool preview;  // only say what would change
};
struct SlotConflict {
    QueueId queue;
    Instant start;
    int capacity;
    int taken;
};
struct RosterSet {
    Day day;
    int capacity_before;
    int capacity_after;
    std::vector<SlotConflict> conflicts;  // booked beyond the new capacity; nobody is thrown out
};
Result<Roster> see_roster(Call&, SeeRoster const&);
Result<RosterSet> set_roster(Call&, SetRoster const&);

struct CloseDayPreview {
    HallId hall;
    Day day;
    std::optional<Clock> from;
    std::optional<Clock> to;
};
struct CloseDay {
    HallId hall;
    Day day;
    std::optional<Clock> from;
    std::optional<Clock> to;
    std::string reason;
};
struct AffectedBooking {
    TicketId ticket;
    std::string reference;
    Instant start;
    std::string service_name;
    std::string name;  // masked
};
struct ClosurePreview {
    Day day;
    int holds;
    std::vector<AffectedBooking> bookings;
};
struct Closure {
    std::string closure;
    Day day;
    Clock from;
    Clock to;
    std::string reason;
    int cancelled;
    bool undone;
    bool can_undo;
};
struct UndoClosure {
    HallId hall;
    std::string closure;
};
struct OpenDay {  // a special day: a make-up Saturday
    HallId hall;
    Day day;
    std::vector<Shift> shifts;
    std::string reason;
};
struct ListClosures {
    HallId hall;
};
struct Closures {
    std::vector<Closure> closures;
};
Result<ClosurePreview> close_day_preview(Call&, CloseDayPreview const&);
Result<Closure> close_day(Call&, CloseDay const&);
Result<Closure> undo_closure(Call&, UndoClosure const&);
Result<Roster> open_day(Call&, OpenDay const&);
Result<Closures> list_closures(Call&, ListClosures const&);

// 开放时间: the week, and days with other hours. Shown first, if asked: whoever is booked outside
// the new hours is told and may book again before others, as by a closure.
struct SetHours {
    HallId hall;
    Day since;
    std::vector<Period> opening;
    std::string reason;
    bool preview;  // only say what would change
};
struct SetDayHours {
    HallId hall;
    Day day;
    std::vector<DayPeriod> periods;
    std::string reason;
    bool preview;
};
struct HoursSet {
    Day since;
    int holds;
    std::vector<AffectedBooking> bookings;
};
struct WeekHours {
    Day since;
    std::vector<Period> opening;
    std::string reason;
};
struct DayHours {
    Day day;
    std::vector<DayPeriod> periods;
    std::string reason;
};
struct SeeHours {
    HallId hall;
};
// A change that has not begun, or a day with other hours, is taken back 收回: what was before
// counts again, and whoever is booked outside of that is told.
struct TakeBackHours {
    HallId hall;
    Day since;
    std::string reason;
    bool preview;
};
struct TakeBackDayHours {
    HallId hall;
    Day day;
    std::string reason;
    bool preview;
};
struct HoursDecision {
    Instant at;
    std::string by;  // a name; empty: the machine
    Day day;
    bool every_week;  // from this day on; else of this day alone
    bool taken_back;
    std::vector<Period> opening;
    std::vector<DayPeriod> periods;
    std::string reason;
};
struct HoursShown {
    std::vector<Period> opening;  // in force today
    std::vector<WeekHours> to_come;
    std::vector<DayHours> days;          // with other hours, from today on
    std::vector<HoursDecision> decided;  // the latest first
};
Result<HoursShown> see_hours(Call&, SeeHours const&);
Result<HoursSet> set_hours(Call&, SetHours const&);
Result<HoursSet> set_day_hours(Call&, SetDayHours const&);
Result<HoursSet> take_back_hours(Call&, TakeBackHours const&);
Result<HoursSet> take_back_day_hours(Call&, TakeBackDayHours const&);

struct EndDay {
    HallId hall;
    std::optional<Day> day;  // today
};
struct DayEnded {
    Day day;
    int no_show;
    int left;
    int unserved;
    int unfinished;
};
Result<DayEnded> end_day(Call&, EndDay const&);

struct WindowStatus {
    WindowId window;
    StaffState staff_state;
    std::string clerk;
    std::vector<ServiceId> services;
    std::optional<std::string> number;
    std::optional<Day> day;  // of a number kept over midnight; absent: today's
    std::optional<State> state;
    int minutes;  // in this state
    bool emergency;
    bool lost;  // its console is silent
};
struct QueueStatus {
    QueueId queue;
    std::string name;
    int waiting;
    int longest_wait_minutes;
    int due_passed;
    Estimate estimate;
};
struct Alert {
    std::string kind;  // no_window, target_missed, emergency, printer, conflict, follow_up
    std::string subject;
    Instant since;
};
struct FloorView {  // the hall at this moment
    std::vector<WindowStatus> windows;
    std::vector<QueueStatus> queues;
    std::vector<Alert> alerts;
    int issued_today;
    int served_today;
    int waiting;
    Instant now;
};
Result<FloorView> see_floor(Call&, AtHall const&);
struct SetSkills {  // give a window a service, or take it away, at once
    HallId hall;
    WindowId window;
    std::vector<ServiceId> services;
};
Result<FloorView> set_skills(Call&, SetSkills const&);
struct TakeOver {  // a ticket from a window whose clerk is gone
    HallId hall;
    TicketId ticket;
    WindowId window;
    std::string reason;
};
Result<FloorView> take_over(Call&, TakeOver const&);
Result<FloorView> clear_emergency(Call&, AtWindow const&);

struct SetRules {
    HallId hall;
    Rules rules;
    bool preview;
};
struct RuleChange {
    std::string name;
    std::string before;
    std::string after;
};
struct RulesSet {
    std::vector<RuleChange> changes;
    Day since;
    int bookings_kept;        // open bookings that stay as they are
    bool waiting_for_second;  // another official confirms
};
struct SeeRules {
    HallId hall;
};
struct RulesShown {
    Rules rules;
    std::optional<Rules> proposed;
    std::optional<std::string> proposed_by;
};
struct ConfirmRules {
    HallId hall;
};
Result<RulesShown> see_rules(Call&, SeeRules const&);
Result<RulesSet> set_rules(Call&, SetRules const&);
Result<RulesSet> confirm_rules(Call&, ConfirmRules const&);

}  // namespace banshi::hall
