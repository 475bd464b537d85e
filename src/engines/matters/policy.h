#pragma once
// What a district sets for a book 登记簿 of matters: how they are numbered, how long each kind
// may take, and who is told when it takes longer. Read from the settings file of its system.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/district.h"
#include "base/result.h"
#include "base/shape.h"
#include "base/text.h"

namespace banshi::matters {

enum class ClockKind {
    accept,         // 受理
    total,          // 办结
    dispatch,       // 派单
    sign,           // 签收
    step,           // 主办
    joint,          // 协办
    promise,        // 承诺
    milestone,      // 节点
    review_listed,  // 挂账复核
    review,         // 复查
    measure,        // 后续措施
};
BOOST_DESCRIBE_ENUM(ClockKind, accept, total, dispatch, sign, step, joint, promise, milestone,
                    review_listed, review, measure)

enum class LimitUnit {
    working_days,   // 工作日
    calendar_days,  // 自然日
    working_hours,  // 工作小时
    hours,          // 小时
    months,         // 月
};
BOOST_DESCRIBE_ENUM(LimitUnit, working_days, calendar_days, working_hours, hours, months)

// How long a clock runs 时限. The first limit that fits the matter holds: put the special ones
// first. An empty list fits everything.
struct Limit {
    ClockKind clock;
    std::vector<std::string> kinds;
    std::vector<std::string> categories;
    std::vector<std::string> grades;
    int count;
    LimitUnit unit;
    bool roll;           // a last day of rest moves to the next working day
    int extension_most;  // in its unit; 0: cannot be extended
    int levels_most;     // 3: the whole ladder; 1: the first level alone; 0: no ladder
    std::string basis;   // 依据
    // Of a joint unit: so many working days less than its lead has, and `count` at least.
    std::optional<int> before_lead = {};
};
BOOST_DESCRIBE_STRUCT(Limit, (),
                      (clock, kinds, categories, grades, count, unit, roll, extension_most,
                       levels_most, basis, before_lead))

struct PauseReason {  // 暂停事由
    std::string id;   // key of the words: citizen, hearing, season
    std::vector<ClockKind> clocks;
    bool leader;  // only with the leader's word
};
BOOST_DESCRIBE_STRUCT(PauseReason, (), (id, clocks, leader))

// Who hears of a level 督办对象: those who hold the right, at the node of the lead unit or at
// that of the district.
struct Told {
    std::string right;
    bool at_unit;
};
BOOST_DESCRIBE_STRUCT(Told, (), (right, at_unit))

struct WorkingHours {      // 办公时间
    std::string from_day;  // "05-01": in force each year from this day ...
    std::string to_day;    // ... to this one
    std::vector<Clock> opens;
    std::vector<Clock> closes;
};
BOOST_DESCRIBE_STRUCT(WorkingHours, (), (from_day, to_day, opens, closes))

struct Rules {  // 办理规则, one dated version
    Day since;
    std::string basis;
    std::vector<Limit> limits;
    std::vector<WorkingHours> working_hours;
    std::vector<PauseReason> pauses;
    int level_2_days;  // working days after the last day
    int level_3_days;  // and after the second level
    std::vector<Told> told_1, told_2, told_3;
    int yellow_share;  // yellow from 1/n of the length on ...
    int yellow_least;  // ... but at least so many days before
    int red_days;      // days left
    int return_days;   // working days from the dispatch
    int returns_most;
    int long_pause_days;
    int evaluation_days;
    int ask_after_days;  // working days after the clearance
    int review_months;   // most, for what is listed
    bool evidence;       // nothing is cleared without a photo or a document
    bool call_back;      // 回访 before the clearance
    bool publishes;      // an approved answer waits for its day of publication
    bool reopens;        // a bad evaluation opens the matter again
};
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (since, basis, limits, working_hours, pauses, level_2_days, level_3_days,
                       told_1, told_2, told_3, yellow_share, yellow_least, red_days, return_days,
                       returns_most, long_pause_days, evaluation_days, ask_after_days,
                       review_months, evidence, call_back, publishes, reopens))

struct Category {    // 问题类型; its id is never used again
    std::string id;  // street_lamp
    std::string name;
    std::string name_en;
    std::string group;
    std::string group_en;
    bool retired;  // stays readable, takes nothing new
    // 先审后发: a moderator reads the words before everybody else.
    std::optional<bool> moderated = {};
};
BOOST_DESCRIBE_STRUCT(Category, (), (id, name, name_en, group, group_en, retired, moderated))

struct DeclineReason {  // 不予受理的理由; its id is never used again
    std::string id;
    std::string name;
    std::string name_en;
    bool not_ours;  // 不属本辖区: another district or another office is the right one
};
BOOST_DESCRIBE_STRUCT(DeclineReason, (), (id, name, name_en, not_ours))

struct QuantityType {  // 成果计量: what was built or repaired
    std::string id;    // road, step, parking_space
    std::string name;
    std::string name_en;
    std::string unit;
    std::string unit_en;
};
BOOST_DESCRIBE_STRUCT(QuantityType, (), (id, name, name_en, unit, unit_en))

struct Book {                         // 登记簿
    std::string name;                 // of its system: supervision
    std::string prefix;               // of its numbers: PFD
    std::optional<std::string> page;  // of its matters, for links in notices: matters
    std::vector<std::string> kinds;
    std::vector<std::string> grades;  // the first is the usual one
    std::vector<Category> categories;
    std::vector<QuantityType> quantities;
    std::vector<Rules> rules;  // by day
    std::vector<DeclineReason> declines = {};

    Rules const& rules_on(Day) const;
    Category const* category(std::string_view id) const;
    DeclineReason const* decline(std::string_view id) const;
    bool has_kind(std::string_view id) const;
    bool has_grade(std::string_view id) const;
};
BOOST_DESCRIBE_STRUCT(Book, (),
                      (name, prefix, page, kinds, grades, categories, quantities, rules, declines))

// Of an older refusal, whose reason was typed, the reason itself.
std::string decline_name(Book const&, std::string const& reason, Language);

// Refuses config.value with the name of the field.
Result<void> check(Book const&);

// All books of a district; each system puts its own.
struct Books {
    std::vector<Book> all;
};
void put_book(District&, Book);
Book const& book(District const&, std::string_view name);

// What a kind, category and grade may take under these rules; nothing: no such clock.
Limit const* limit_of(Rules const&, ClockKind, std::string_view kind, std::string_view category,
                      std::string_view grade);

}  // namespace banshi::matters
