#pragma once
// Which reports a campaign owes the public, for which time and until when. Lateness stays visible.

#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

#include "base/time.h"
#include "systems/aid/settings.h"

namespace banshi::aid {

enum class ReportKind {
    progress,       // 募集进展
    full,           // 全面报告
    leftover,       // 结余处理
    related_party,  // 关联交易
};
BOOST_DESCRIBE_ENUM(ReportKind, progress, full, leftover, related_party)

// The days on which a campaign took its steps.
struct Milestones {
    std::optional<Day> opened, closed, finished;
};

struct Reported {
    ReportKind kind;
    Day day;  // that it counts from: the end of its time, or the day of the transaction
    Day published;
};

struct ReportDue {
    ReportKind kind;
    std::optional<Day> from;  // of a progress report: the first day that it is about
    Day day;
    Day due;
    std::optional<Day> published;
    bool late;  // published too late, or not yet

    bool is_open_on(Day today) const { return !published && day <= today; }
};

// By the day that they count from. Nobody can know when fundraising begins that it will run long:
// what is owed for its first months is due on the day on which it does. Of the time that begins
// after its last whole one the full report tells. Transactions are known by their report alone.
std::vector<ReportDue> reports_due(Milestones const&, std::vector<Reported> const&,
                                   ReportSettings const&, Day today);

// As many months later, or the last day of that month.
Day months_after(Day, int months);

}  // namespace banshi::aid
