#pragma once
// The declared list of what the record holds. One struct a kind, one field a fact; what is not
// here cannot be recorded. The letters are short because a hall writes millions of them:
//   n  the number on the slip        q  its series: hall and day, "hall-01/2026-11-23"
//   w  window    s  service    t  id of the visit    c  id of the closure    h  hall
//   b  binds the rest of its rows (person, clerks, stops ...): one altered by hand is found

#include <optional>
#include <vector>

#include "engines/record/body.h"

namespace banshi::record {

// The series that numbers run in, 1 to n without a gap.
Mark series(HallId const&, Day);

struct Issued {  // 取号
    static constexpr auto kind = "queue.issued";
    Mark n, q;
    std::optional<Moment> due = {};  // 应叫时刻
    std::optional<Mark> entry = {};  // booked, walkin, priority, late
    std::optional<Mark> t = {};
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Issued, (), (n, q, due, entry, t, b))

// A number due earlier that was not called, and why: the window lacks the skill.
struct Passed {  // 未叫原因
    Mark n;
    Moment due;
    Mark why;
};
BOOST_DESCRIBE_STRUCT(Passed, (), (n, due, why))

struct Called {  // 叫号
    static constexpr auto kind = "queue.called";
    Mark n, q, w;
    Moment due;
    Mark entry;
    std::vector<Passed> passed = {};        // the earliest; b binds all of them
    std::optional<int> more = {};           // so many beside those
    std::optional<Mark> out_of_order = {};  // picked, first_in_line, emergency
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Called, (), (n, q, w, due, entry, passed, more, out_of_order, b))

struct Recalled {  // 重呼
    static constexpr auto kind = "queue.recalled";
    Mark n, q, w;
    int times;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Recalled, (), (n, q, w, times, b))

struct Uncalled {  // 撤回叫号: back to the old place
    static constexpr auto kind = "queue.uncalled";
    Mark n, q, w;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Uncalled, (), (n, q, w, b))

struct Begun {  // 开始办理
    static constexpr auto kind = "queue.begun";
    Mark n, q, w;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Begun, (), (n, q, w, b))

struct Transferred {  // 转办
    static constexpr auto kind = "queue.transferred";
    Mark n, q, s;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Transferred, (), (n, q, s, b))

struct Parked {  // 挂起
    static constexpr auto kind = "queue.parked";
    Mark n, q, w;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Parked, (), (n, q, w, b))

struct Unparked {  // 恢复办理
    static constexpr auto kind = "queue.unparked";
    Mark n, q, w;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Unparked, (), (n, q, w, b))

struct Missed {  // 过号
    static constexpr auto kind = "queue.missed";
    Mark n, q, w;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Missed, (), (n, q, w, b))

struct Returned {  // 过号顺延
    static constexpr auto kind = "queue.returned";
    Mark n, q;
    Moment due;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Returned, (), (n, q, due, b))

// Each number ends in exactly one of the following.

struct Served {  // 办结
    static constexpr auto kind = "queue.served";
    Mark n, q, w;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Served, (), (n, q, w, b))

struct NoShow {  // 爽约: of a booking, which has a number only if it was given one
    static constexpr auto kind = "queue.noshow";
    Mark q;
    std::optional<Mark> n = {}, t = {};
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(NoShow, (), (q, n, t, b))

struct Cancelled {  // 取消
    static constexpr auto kind = "queue.cancelled";
    Mark n, q;
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (n, q))

struct Left {  // 离开
    static constexpr auto kind = "queue.left";
    Mark n, q;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Left, (), (n, q, b))

struct Unserved {  // 未办: the hall closed on them
    static constexpr auto kind = "queue.unserved";
    Mark n, q;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Unserved, (), (n, q, b))

struct Unfinished {  // 未办完
    static constexpr auto kind = "queue.unfinished";
    Mark n, q;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(Unfinished, (), (n, q, b))

struct Carried {  // 顺延至他日
    static constexpr auto kind = "queue.carried";
    Mark n, q, to;  // the series that takes it over
};
BOOST_DESCRIBE_STRUCT(Carried, (), (n, q, to))

struct Reserved {  // 预留号段: a kiosk hands them out while the server is away
    static constexpr auto kind = "queue.reserved";
    Mark n, last, q;  // the first and the last of them
};
BOOST_DESCRIBE_STRUCT(Reserved, (), (last, n, q))

struct Void {  // 作废号: of a reserved block, never handed out
    static constexpr auto kind = "queue.void";
    Mark n, q;
};
BOOST_DESCRIBE_STRUCT(Void, (), (n, q))

struct Closed {  // 当日结束: from 15 minutes after this on, no number of the series is open
    static constexpr auto kind = "queue.closed";
    Mark q;
    Moment closing;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (q, closing))

struct BookingMade {  // 预约
    static constexpr auto kind = "booking.made";
    Mark t, s;
    std::vector<Mark> slots;
    Hash who;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingMade, (), (t, s, slots, who, b))

struct BookingMoved {  // 改期
    static constexpr auto kind = "booking.moved";
    Mark t;
    std::vector<Mark> slots;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingMoved, (), (t, slots, b))

struct BookingCorrected {  // 更正预约人
    static constexpr auto kind = "booking.corrected";
    Mark t;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingCorrected, (), (t, b))

struct BookingRestored {  // 恢复预约: its closure was undone
    static constexpr auto kind = "booking.restored";
    Mark t;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingRestored, (), (t, b))

struct BookingCancelled {  // 取消预约
    static constexpr auto kind = "booking.cancelled";
    Mark t;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingCancelled, (), (t, b))

struct BookingOfficeCancelled {  // 单位取消
    static constexpr auto kind = "booking.office_cancelled";
    Mark t, c;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingOfficeCancelled, (), (t, c, b))

struct BookingExpired {  // 暂占失效
    static constexpr auto kind = "booking.expired";
    Mark t;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(BookingExpired, (), (t, b))

struct ClosureConfirmed {  // 停办
    static constexpr auto kind = "closure.confirmed";
    Mark c, h;
    Moment from, to;
    int bookings;  // how many it cancelled
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(ClosureConfirmed, (), (c, h, from, to, bookings, b))

struct ClosureUndone {  // 撤销停办
    static constexpr auto kind = "closure.undone";
    Mark c, h;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(ClosureUndone, (), (c, h, b))

// A clerk must not learn who gave which grade, so the leaf holds neither number nor window:
// sealed(salt, visit and grade) proves later that the grade was not altered, `b` that nothing of
// its row was.
struct EvaluationGiven {  // 好差评
    static constexpr auto kind = "evaluation.given";
    Mark h;
    Hash sealed;
    std::optional<Hash> b = {};
};
BOOST_DESCRIBE_STRUCT(EvaluationGiven, (), (h, sealed, b))

// The letters of matters: n  the number, or the id until it has one   b  book   v  deed
// t  its kind   s  state   r  round   c  serial of the clock   l  level   o  outcome
// h  binds the rest of its row (office, deadline, times ...): a row altered by hand is found
// p  the same of what hangs on it: answers, evaluations, levels, clocks, pauses, tasks

struct CaseRegistered {  // 挂号
    static constexpr auto kind = "case.registered";
    Mark n, b, t;
    std::optional<Hash> h = {};
};
BOOST_DESCRIBE_STRUCT(CaseRegistered, (), (n, b, t, h))

struct CaseMoved {  // 办理经过
    static constexpr auto kind = "case.moved";
    Mark n, v, s;
    int r;
    std::optional<Hash> h = {};
    std::optional<Hash> p = {};
};
BOOST_DESCRIBE_STRUCT(CaseMoved, (), (n, v, s, r, h, p))

struct CaseEscalated {  // 升级督办
    static constexpr auto kind = "case.escalated";
    Mark n;
    int r, c, l;
    Mark cause;
    Moment nominal;
};
BOOST_DESCRIBE_STRUCT(CaseEscalated, (), (n, r, c, l, cause, nominal))

struct CaseCleared {  // 销号
    static constexpr auto kind = "case.cleared";
    Mark n;
    int r;
    Mark o;
    std::optional<Hash> h = {};
    std::optional<Hash> p = {};
};
BOOST_DESCRIBE_STRUCT(CaseCleared, (), (n, r, o, h, p))

struct WorkMoved {  // 办实事
    static constexpr auto kind = "work.moved";
    Mark i, v, s;  // item, deed, state
};
BOOST_DESCRIBE_STRUCT(WorkMoved, (), (i, v, s))

struct DutyMoved {  // “2+N”
    static constexpr auto kind = "duty.moved";
    Mark i, v, s;  // programme, deed, state
};
BOOST_DESCRIBE_STRUCT(DutyMoved, (), (i, v, s))

// The letters of draws: d  the draw   p  a party   n  entries   h  a hash   w  why

struct DrawAnnounced {  // 抽签公告
    static constexpr auto kind = "draw.announced";
    Mark d, rule;
    std::int64_t places;
    std::vector<Mark> parties;
    Mark late;  // source and name of the public value
    Moment closes, reveals, known;
    Hash h;  // of the title, and of who announced it and when
};
BOOST_DESCRIBE_STRUCT(DrawAnnounced, (),
                      (d, rule, places, parties, late, closes, reveals, known, h))

struct DrawCommitted {  // 承诺
    static constexpr auto kind = "draw.committed";
    Mark d, p;
    Hash h;
};
BOOST_DESCRIBE_STRUCT(DrawCommitted, (), (d, p, h))

struct DrawClosed {  // 名单截止
    static constexpr auto kind = "draw.closed";
    Mark d;
    std::int64_t n;
    Hash h;  // of the list
};
BOOST_DESCRIBE_STRUCT(DrawClosed, (), (d, n, h))

struct DrawRevealed {  // 开示
    static constexpr auto kind = "draw.revealed";
    Mark d, p;
    Hash h;  // the secret itself
};
BOOST_DESCRIBE_STRUCT(DrawRevealed, (), (d, p, h))

struct DrawLeftOut {  // 不计入
    static constexpr auto kind = "draw.left_out";
    Mark d, p, w;
};
BOOST_DESCRIBE_STRUCT(DrawLeftOut, (), (d, p, w))

struct DrawSeeded {  // 种子
    static constexpr auto kind = "draw.seeded";
    Mark d;
    Hash late, seed;
};
BOOST_DESCRIBE_STRUCT(DrawSeeded, (), (d, late, seed))

struct DrawPublished {  // 抽签结果公布
    static constexpr auto kind = "draw.published";
    Mark d;
    Hash h;  // of the published file
};
BOOST_DESCRIBE_STRUCT(DrawPublished, (), (d, h))

struct DrawAnnulled {  // 抽签作废
    static constexpr auto kind = "draw.void";
    Mark d, w;
    Hash h;  // of the office's reason
};
BOOST_DESCRIBE_STRUCT(DrawAnnulled, (), (d, w, h))

struct ErasureGranted {  // 删除个人信息
    static constexpr auto kind = "erasure.granted";
    Mark n;
    Hash h;  // of what the certificate says
};
BOOST_DESCRIBE_STRUCT(ErasureGranted, (), (n, h))

struct RulesPublished {  // 规则公布
    static constexpr auto kind = "rules.published";
    Mark page;
    Hash hash;
};
BOOST_DESCRIBE_STRUCT(RulesPublished, (), (page, hash))

struct LogKey {  // 启用新签名密钥
    static constexpr auto kind = "log.key";
    PublicText key;
};
BOOST_DESCRIBE_STRUCT(LogKey, (), (key))

struct LogHead {  // 他方日志的树头: of a district's log, or the last head of a log that ended
    static constexpr auto kind = "log.head";
    PublicText note;
};
BOOST_DESCRIBE_STRUCT(LogHead, (), (note))

}  // namespace banshi::record
