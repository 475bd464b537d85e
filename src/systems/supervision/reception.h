#pragma once
// Joint reception 联合接访: on a day a leader, departments, deputies, advisers and lawyers receive
// people together. Each visit is a turn, becomes a registered matter or a visit on one, and what
// was promised runs as a clock on the leader's name.

#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const plan_receptions{"supervision.plan_receptions"};
inline Right const receive_people{"supervision.receive"};

struct Participants {
    std::vector<std::string> departments;
    std::vector<std::string> deputies;  // 代表
    std::vector<std::string> advisers;  // 委员
    std::vector<std::string> lawyers;   // 律师
};

struct PlanReception {
    Day day;
    Clock from;
    Clock to;
    int minutes;  // of a turn
    std::string place;
    std::string leader;  // 接访领导
    std::optional<Participants> participants;
};
struct ReceptionPlanned {
    std::string reception;
};
// Refuses reception.past, reception.times, reception.overlap.
Result<ReceptionPlanned> plan_reception(Call&, PlanReception const&);

struct CancelReception {
    std::string reception;
    std::string why;
};
struct ReceptionCancelled {
    int told;
};
// Tells everybody who has booked.
Result<ReceptionCancelled> cancel_reception(Call&, CancelReception const&);

struct ReceptionSlot {
    Instant start;
    bool free;
};
struct ReceptionShown {
    std::string reception;
    Day day;
    Instant from;
    Instant to;
    std::string place;
    std::string leader;
    Participants participants;
    std::vector<ReceptionSlot> slots;
    bool cancelled;
    std::string cancelled_why;
};
struct Receptions {
    std::vector<ReceptionShown> receptions;
};
struct ListReceptions {
    std::optional<Day> from;  // today, unless said otherwise; past days are for the office
};
// Those to come, for everybody. Refuses right.missing where somebody asks for past days.
Result<Receptions> list_receptions(Call&, ListReceptions const&);

struct BookReception {
    std::string reception;
    Instant start;
    std::string name;
    std::string phone;
    std::string subject;
    std::optional<int> persons;
};
struct ReceptionBooked {
    std::string visit;
    std::string turn;
    std::string code;
    Instant start;
};
// Refuses reception.not_found, reception.spokespersons, and as bookings::hold does.
Result<ReceptionBooked> book_reception(Call&, BookReception const&);
struct CancelVisit {
    std::string visit;
    std::string code;
};
struct VisitCancelled {
    std::string turn;
};
Result<VisitCancelled> cancel_visit(Call&, CancelVisit const&);

struct AddVisitor {  // 现场取号
    std::string reception;
    std::string name;
    std::optional<std::string> phone;
    std::string subject;
    std::optional<int> persons;
};
Result<ReceptionBooked> add_visitor(Call&, AddVisitor const&);

struct VisitView {
    std::string visit;
    std::string turn;
    std::optional<Instant> start;
    std::string name;   // masked
    std::string phone;  // masked
    std::string subject;
    int persons;
    std::string state;
    std::optional<std::string> number;  // of the matter
    std::string facts;
    std::string promised;
    std::optional<Day> promise_day;
    std::optional<Instant> kept_at;
};
struct ReceptionDesk {
    ReceptionShown reception;
    std::vector<VisitView> visits;
    Instant now;
};
struct OfReception {
    std::string reception;
};
Result<ReceptionDesk> see_reception(Call&, OfReception const&);

struct RecordVisit {  // 接访记录
    std::string visit;
    std::string facts;
    std::optional<int> spokespersons;   // of a group, five at most
    std::optional<std::string> number;  // a visit on an open matter; else a new one
    std::optional<std::string> category;
    std::optional<std::string> kind;  // petition, unless said otherwise
    std::optional<OrgId> street;
    std::optional<std::string> promised;
    std::optional<Day> promise_day;
};
struct VisitRecorded {
    std::string number;
    VisitView visit;
};
// Refuses visit.recorded, reception.spokespersons, promise.day, promise.words.
Result<VisitRecorded> record_visit(Call&, RecordVisit const&);

struct MissVisit {
    std::string visit;
};
Result<VisitCancelled> miss_visit(Call&, MissVisit const&);

struct KeepPromise {
    std::string visit;
    std::string words;
};
Result<VisitView> keep_promise(Call&, KeepPromise const&);

struct LeaderPromises {
    std::string leader;
    int promised;
    int kept;
    int late;  // of those that are open, and those that were kept too late
};
struct PromiseBoard {
    std::vector<LeaderPromises> leaders;
};
struct SeePromises {};
Result<PromiseBoard> see_promises(Call&, SeePromises const&);

struct VisitPaper {
    std::string visit;
};
// The record of the reception as A4, to be signed.
Result<File> visit_paper(Call&, VisitPaper const&);

}  // namespace banshi::supervision
