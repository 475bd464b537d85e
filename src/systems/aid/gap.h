#pragma once
// The gap 资金缺口: a promise is made only as far as money for it has come in or is due before the
// day of payment. Everybody sees how many families it is enough for, and the fen that are missing.

#include "systems/aid/books.h"
#include "systems/aid/campaign.h"

namespace banshi::aid {

struct SeeGap {
    std::optional<int> year;
    std::optional<std::string> campaign = {};  // else the one of the year, or the current one
};
struct GapView {
    std::string campaign, name;
    CampaignState state;
    int year;
    int families;  // that the promise is for
    int planned;   // before a decision
    Fen fen_a_family;
    Fen needed;
    Fen received;       // all that came in and was not given back
    Fen spent;          // of it, in other years
    Fen due;            // instalments due before the day of payment
    Fen overdue;        // of them, late
    Fen money;          // for this year
    int whole;          // families that it is enough for
    Fen part, lacking;  // what the next family has of it, and lacks
    Fen gap;
    std::optional<int> promised;
    Day pay_by;  // 中秋节前一天
    int paid_families;
    int unpaid_families;  // of those who are helped
    bool late;            // within the first reminder, and somebody is unpaid
    Fen paid;
    Fen unallocated, in_funds, on_the_way;  // today, of all years
    int open_days;                          // of the statement, not closed or not equal
};
Result<GapView> see_gap(Call&, SeeGap const&);

struct PublishPromise {
    int year;
    int families;
};
// Refuses promise.gap with the fact missing, promise.undecided, promise.made.
Result<GapView> publish_promise(Call&, PublishPromise const&);

// 中秋前付清: how far the payments of a year are.
struct SeeProgress {
    std::optional<int> year;
    std::optional<std::string> campaign = {};
};
struct ProgressView {
    int year;
    Day pay_by;
    int days_left;  // negative: late
    int families, paid;
    std::vector<std::string> unpaid;
    bool alarm;    // within the first reminder, and somebody is unpaid
    bool on_time;  // all are paid, by the day
};
Result<ProgressView> see_progress(Call&, SeeProgress const&);

// 30, 14 and 7 days before; a step that fell into days when nothing ran is caught up with once.
struct RemindPayments {};
struct PaymentsReminded {
    int unpaid;
    int released;  // allocations whose time ran out
};
Result<PaymentsReminded> remind_payments(Call&, RemindPayments const&);

// The day before Mid-Autumn. Refuses calendar.year.
Result<Day> pay_by(Call const&, int year);

// The step that this day has reached last; nothing before the
// first, and after the day.
std::optional<int> step_reached(std::vector<int> const& steps, int days_left);

struct Enough {
    int whole;
    Fen part, lacking, gap;
};
// The arithmetic alone.
Enough enough_for(Fen money, Fen a_family, int families);

namespace rows {
void insert_promise(Call&, PublishPromise const&);
std::optional<int> promise_of(Call&, int year);
}  // namespace rows

}  // namespace banshi::aid
