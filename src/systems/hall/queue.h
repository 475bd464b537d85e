#pragma once
// The queue 叫号: people check in 取号, are called 叫号, served and cleared 销号 at windows.
// One order for all, by due time 应叫时刻; see engines/tickets/order.h.

#include "engines/tickets/order.h"
#include "engines/tickets/windows.h"
#include "systems/hall/booking.h"

namespace banshi::hall {

using tickets::Entry;
using tickets::StaffState;

// ---- at the kiosk and the desk

struct CheckIn {  // 刷身份证取号: by ID card, or by the code of a booking
    HallId hall;
    std::optional<std::string> id_number;
    std::optional<std::string> name;
    std::optional<std::string> code;
    std::optional<TicketId> ticket;  // the chosen one of several
    std::optional<bool> look;        // only look what would happen; nothing is changed
};
enum class CheckInOutcome {
    checked_in,
    found,       // only looked: this would be checked in
    already,     // the same number again
    no_booking,  // a walk-in number may be drawn
};
struct TicketView;
struct IssueTicket {  // 现场取号
    HallId hall;
    ServiceId service;
    std::optional<std::string> id_number;
    std::optional<std::string> name;
    std::optional<std::string> phone;
    std::optional<std::string> priority;  // one of the priority groups
};
struct TicketAtTicket {  // names one ticket of a hall, with the secret of its link
    HallId hall;
    TicketId ticket;
    std::string secret;
};

struct Estimate {  // 预计等候; absent minutes: no window is open
    std::optional<int> p50_minutes;
    std::optional<int> p90_minutes;
};
struct Place {  // one that stands before somebody
    std::string number;
    std::optional<Day> day;  // of a number kept over midnight; absent: today's
    Entry entry;
    std::optional<std::string> priority;
    Instant since;  // issued, or booked time
    Instant due;
};
struct StopView {
    ServiceId service;
    std::string service_name;
    std::optional<WindowId> window;
    State state;
    int waited_seconds;
    int served_seconds;
};
struct StopToGrade {  // 可评价的一站: served, and not graded yet
    int stop;
    std::string service_name;
    WindowId window;
};
struct RecordPlace {                  // where the number stands in the public record
    std::optional<std::int64_t> seq;  // absent: position follows
    std::int64_t size;
    std::string root;  // hex of the last signed head
};
struct TicketView {  // as its owner sees it
    TicketId ticket;
    HallId hall;
    std::string hall_name;
    std::string number;  // A026
    Day day;
    QueueId queue;
    ServiceId service;
    std::string service_name;
    State state;
    Entry entry;
    std::optional<std::string> priority;
    std::string name;  // masked
    std::optional<Instant> booked_at;
    Instant issued_at;
    Instant due;
    std::optional<int> ahead;  // while waiting
    Estimate estimate;
    std::vector<Place> before;  // up to ten that go first
    std::optional<Instant> may_be_passed_until;
    std::optional<WindowId> window;  // while called or served
    std::optional<int> calls;
    int returns_left;
    std::vector<WindowId> windows;  // that can serve it
    int windows_behind;             // 后台: could, and do other work now
    std::string waiting_area;
    std::vector<StopView> stops;
    RecordPlace record;
    std::vector<StopToGrade> to_grade;  // while the visit may be evaluated
    Instant now;
    std::optional<std::string> secret;  // only when just issued
};
struct CheckedIn {
    CheckInOutcome outcome;
    std::optional<TicketView> ticket;
};

Result<CheckedIn> check_in(Call&, CheckIn const&);
Result<TicketView> issue_ticket(Call&, IssueTicket const&);
Result<TicketView> see_ticket(Call&, TicketAtTicket const&);
Result<TicketView> leave(Call&, TicketAtTicket const&);          // 不等了
Result<TicketView> return_missed(Call&, TicketAtTicket const&);  // 过号顺延

struct FindTicket {  // by the number on the slip
    HallId hall;
    std::string number;
};
struct FoundTicket {  // public: no person, no secret
    std::string number;
    Day day;
    std::string service_name;
    State state;
    std::optional<int> ahead;
    std::optional<WindowId> window;
    Estimate estimate;
};
Result<FoundTicket> find_ticket(Call&, FindTicket const&);

struct Slip {  // the printed ticket
    HallId hall;
    TicketId ticket;
    std::string secret;
    std::optional<std::string> format;  // pdf (default) or escpos
};
Result<File> ticket_slip(Call&, Slip const&);
// Sends the slip to the hall's printer again 补打; the number stays the same.
Result<TicketView> reprint_ticket(Call&, TicketAtTicket const&);
// The same at the desk, for whoever lost the slip and knows the number.
Result<TicketView> reprint_number(Call&, FindTicket const&);

// ---- at the window

struct AtWindow {
    HallId hall;
    WindowId window;
};
struct CloseWindow {
    HallId hall;
    WindowId window;
    std::optional<bool> confirm;  // needed where it is the last window of a service with people
};
struct CallNext {
    HallId hall;
    WindowId window;
};
struct CallTicket {  // an override: this one
    HallId hall;
    WindowId window;
    TicketId ticket;
    std::string reason;
};
struct TicketAtWindow {
    HallId hall;
    WindowId window;
    TicketId ticket;
};
struct Transfer {
    HallId hall;
    WindowId window;
    TicketId ticket;
    ServiceId service;
    std::optional<bool> first;  // first in line: an override, with its reason
    std::optional<std::string> reason;
};
struct CurrentTicket {  // what the clerk needs to know; the name is masked
    TicketId ticket;
    std::string number;
    std::optional<Day> day;  // as in Place
    State state;
    ServiceId service;
    std::string service_name;
    Entry entry;
    std::optional<std::string> priority;
    std::string name;
    std::string id_number;  // masked too
    std::optional<Instant> booked_at;
    Instant issued_at;
    Instant due;
    int calls;
    std::optional<Instant> called_at;
    std::optional<Instant> begun_at;
    int waited_seconds;
    std::vector<std::string> documents;
    std::vector<StopView> stops;
    bool recall_allowed;
    Instant recall_from;  // earliest
};
struct WaitingTicket {
    TicketId ticket;
    std::string number;
    std::optional<Day> day;  // as in Place
    ServiceId service;
    Entry entry;
    std::optional<std::string> priority;
    Instant due;
    Instant since;
    bool due_passed;
};
struct JustServed {  // at this window, a moment ago: may be asked for an evaluation
    std::string number;
    std::string service_name;
    bool requested;  // by the clerk
    bool evaluated;  // how, nobody at the window learns
    Instant until;
};
struct CallForHelp {
    WindowId window;
    Instant at;
};
struct WindowView {
    HallId hall;
    WindowId window;
    StaffState staff_state;
    std::string clerk;
    std::vector<ServiceId> services;
    std::vector<std::string> service_names;
    std::optional<CurrentTicket> current;
    std::vector<WaitingTicket> queue;  // in the order of calling, that this window can serve
    std::vector<WaitingTicket> parked;
    std::vector<WaitingTicket> missed;
    int served_today;
    int other_waiting;              // in the hall, for what this window does not do
    int without_window;             // of those, for what no open window does
    std::vector<CallForHelp> help;  // wanted at other windows
    std::optional<JustServed> just_served;
    std::optional<std::string> undo;  // the step that may be taken back for ten seconds
    Instant now;
};

Result<WindowView> see_window(Call&, AtWindow const&);
Result<WindowView> open_window(Call&, AtWindow const&);
Result<WindowView> pause_window(Call&, AtWindow const&);
Result<WindowView> work_behind(Call&, AtWindow const&);  // 后台: away, and still at work
Result<WindowView> close_window(Call&, CloseWindow const&);
Result<WindowView> heartbeat(Call&, AtWindow const&);
Result<std::optional<WindowView>> call_next(Call&, CallNext const&);  // 204: nobody waits
Result<WindowView> call_ticket(Call&, CallTicket const&);
Result<WindowView> recall(Call&, TicketAtWindow const&);
Result<WindowView> uncall(Call&, TicketAtWindow const&);
Result<WindowView> begin(Call&, TicketAtWindow const&);
Result<WindowView> finish(Call&, TicketAtWindow const&);
Result<WindowView> transfer(Call&, Transfer const&);
Result<WindowView> park(Call&, TicketAtWindow const&);
Result<WindowView> unpark(Call&, TicketAtWindow const&);
Result<WindowView> miss(Call&, TicketAtWindow const&);
Result<WindowView> return_at_window(Call&, TicketAtWindow const&);
Result<WindowView> undo(Call&, AtWindow const&);
Result<WindowView> raise_emergency(Call&, AtWindow const&);

// By the clock: consoles that went silent.
struct SweepSilentWindows {};
struct Swept {
    int returned;  // tickets that went back in line
};
Result<Swept> sweep_silent_windows(Call&, SweepSilentWindows const&);

struct SeePerson {  // the full name and number; each look is recorded
    HallId hall;
    TicketId ticket;
    std::string reason;
};
struct PersonShown {
    std::string name;
    std::string id_number;
    std::string phone;
};
Result<PersonShown> see_person(Call&, SeePerson const&);

// ---- what everybody may see

struct AtHall {
    HallId hall;
};
struct AtQueue {
    HallId hall;
    QueueId queue;
};
struct Called {
    std::string call;  // id of the call, for the voice
    std::string number;
    std::optional<Day> day;  // as in Place
    WindowId window;
    std::optional<std::string> priority;
    int calls;
    Instant at;
};
// Public and without persons: a phone finds itself in it by its number.
struct QueueView {
    QueueId queue;
    std::vector<Place> waiting;  // in the order of calling
    std::vector<int> ahead;      // of each, in whatever queue the same windows call from
    std::vector<Called> called;
    int windows_open;
    int windows_behind;  // in the back office: staffed, and call nobody
    int mean_seconds;
    std::vector<Estimate> estimates;  // for the first, the second ... in line, and one more
    Instant now;
};
struct ServiceLoad {
    ServiceId service;
    QueueId queue;
    std::string name;
    int waiting;
    int windows_open;
    int windows_behind;
    Estimate estimate;    // of one who would come now
    std::string stopped;  // why no number is issued: no_window, day_full, hall_closed, ""
    std::optional<Instant> opens_at;
};
struct DisplayView {
    HallId hall;
    std::string hall_name;
    std::optional<Called> newest;
    std::vector<Called> last;  // up to five before it
    std::vector<std::string> missed;
    std::vector<ServiceLoad> services;
    int issued_today;
    int cleared_today;
    std::vector<Loudness> volume;  // by time of day; else as the screen is set
    RecordPlace record;
    Instant now;
};
Result<QueueView> see_queue(Call&, AtQueue const&);
Result<DisplayView> see_display(Call&, AtHall const&);
struct Announcement {
    HallId hall;
    std::string call;
};
Result<File> call_voice(Call&, Announcement const&);  // WAV
Result<File> kiosk_voice(Call&, AtHall const&);       // what the kiosk's first page asks, aloud

struct ListCalls {  // 公平: today's calls
    HallId hall;
    std::optional<Day> day;
};
struct PassedOver {
    std::string number;
    Instant due;
    std::string why;  // no_skill
};
struct CallShown {
    std::string number;
    std::optional<Day> day;  // as in Place
    Entry entry;
    Instant issued_at;
    Instant due;
    Instant called_at;
    WindowId window;
    std::string override_reason;  // empty: by the order
    std::vector<PassedOver> passed_over;
    std::optional<std::int64_t> seq;
};
struct Calls {
    Day day;
    std::vector<CallShown> calls;
};
Result<Calls> list_calls(Call&, ListCalls const&);

struct ExplainOrder {
    HallId hall;
    std::string number;
    std::optional<Day> day;
};
struct WentBefore {
    std::string number;
    std::optional<Day> day;  // where it is not that of the number that asks
    Entry entry;
    Instant due;
    Instant called_at;
    std::string why;  // smaller_due, before_in_line, override
};
struct Explanation {
    std::string number;
    Entry entry;
    Instant due;
    std::vector<WentBefore> before;
};
Result<Explanation> explain_order(Call&, ExplainOrder const&);

}  // namespace banshi::hall
