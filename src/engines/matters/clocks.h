#pragma once
// The clocks of a matter as rows: started, stopped and ended by its deeds, computed by the pure
// functions of clock.h, colour.h and ladder.h. The ladder climbs by climb(), without a person.

#include "engines/matters/matter.h"

namespace banshi::matters {

struct RunningClock {  // 时限
    MatterId matter;
    int serial;
    std::string book;
    int round;
    ClockKind kind;
    OrgId unit;
    std::optional<int> task;
    Instant start_at;
    int length;
    LimitUnit length_unit;
    bool roll;
    int extension;   // in the unit of its length
    int extensions;  // how often
    int levels_most;
    Day rules_since;
    std::optional<Day> ordered_day;
    std::optional<Instant> ended_at;
    std::string end_cause;
    std::optional<Day> last_day;
    std::optional<Instant> due;  // overdue from this instant on
    std::optional<int> missing_year;
    bool stopped;
    std::optional<Instant> yellow_at;
    std::optional<Instant> red_at;
    int level;
    std::string told;
    std::optional<Instant> next_at;

    bool running() const { return !ended_at; }
    bool late(Instant now) const { return due && ended_at.value_or(now) >= *due; }
};

struct Pause {  // 暂停
    int serial;
    std::string reason;
    Instant from;
    std::optional<Instant> to;
    std::string opened_by;
    std::string closed_by;
};

enum class Cause {
    overdue,         // 超期
    bad_evaluation,  // 不满意
    ordered,         // 领导批示
    imported,        // 导入
};
BOOST_DESCRIBE_ENUM(Cause, overdue, bad_evaluation, ordered, imported)

struct LevelRow {  // 督办记录
    MatterId matter;
    int clock;
    int level;
    int round;
    OrgId unit;
    Cause cause;
    Instant nominal_at;
    Instant raised_at;
    std::string ordered_by;
    std::string why;
    int order_year;
    std::int64_t order_number;  // 0 of one that was imported
    std::optional<Day> new_last_day;
    std::string told;  // JSON: who
    std::optional<Instant> answered_at;
    std::string answered_by;
    std::string answer;
    std::optional<Instant> annulled_at;
    std::string annulled_by;
    std::string annulled_why;
    std::optional<std::int64_t> seq;
};

// Starts the clock that the rules of its book set for this matter on the day of `start`; does
// nothing where they set none. `task` is that of a unit's own clock.
void start_clock(Call&, Matter&, ClockKind, Instant start, Task const* task = nullptr);
// One that a person set: a promise, a milestone, a review. The last day is that day itself.
void start_clock_until(Call&, Matter&, ClockKind, Instant start, Day last_day, OrgId const& unit);
void end_clock(Call&, Matter&, ClockKind, std::optional<int> task, Instant at,
               std::string const& cause);
void end_clock_by_serial(Call&, Matter&, int serial, Instant at, std::string const& cause);
void end_clocks(Call&, Matter&, Instant at, std::string const& cause);

Result<void> open_pause(Call&, Matter&, std::string const& reason);
// One that is over.
void note_pause(Call&, Matter&, std::string const& reason, Instant from, Instant to);
// Refuses nothing where no pause is open: the state has been checked.
void close_pause(Call&, Matter&);
// `days` in the clock's unit. Refuses extension.second, extension.too_long, extension.too_late,
// extension.none.
Result<void> extend_clock(Call&, Matter&, ClockKind, int days);

// The grade has changed: each open clock takes the length of the new one, from its own start and
// with all its pauses.
void relimit_clocks(Call&, Matter&);
// The same under the rules in force now, for clocks that began under older ones 适用新规: a deed on
// each matter, with the reason. At most so many matters of a book after that one; says which was
// the last looked at, nothing when none is left, and how many it moved to the new rules.
struct Applied {
    std::optional<MatterId> last;
    int changed = 0;
};
Applied apply_rules(Call&, std::string const& book, std::string const& why, MatterId const& after,
                    int limit);
// Two matters become one: its running clocks take the earlier last day; those of the one that is
// gone end with the cause merged. Parted again, both stand as before.
void join_clocks(Call&, Matter& into, Matter& gone);
void part_clocks(Call&, Matter& into, Matter& gone);

// After every deed: each open clock anew, the matter's own columns from them. Says which last days
// moved.
struct Moved {
    ClockKind kind;
    std::optional<Day> from;
    std::optional<Day> to;
};
std::vector<Moved> recompute(Call&, Matter&);

// Counting days from today to the last day, both included; below zero, late by so many. Nothing
// where no last day is known.
std::optional<int> days_left(Call&, RunningClock const&, std::vector<Pause> const&);
enum class Colour { green, yellow, red, grey };  // grey: stopped
BOOST_DESCRIBE_ENUM(Colour, green, yellow, red, grey)
// From the moments that stand in the row.
Colour colour_of(bool stopped, std::optional<Instant> yellow_at, std::optional<Instant> red_at,
                 Instant now);

std::vector<RunningClock> clocks_of(Call&, MatterId const&);
std::vector<Pause> pauses_of(Call&, MatterId const&);
std::vector<LevelRow> levels_of(Call&, MatterId const&);

// An inspector or a bad evaluation: a level at once, on the clock that matters most. Refuses
// level.not_higher.
Result<LevelRow> raise_level(Call&, Matter&, int level, Cause, std::string const& why,
                             std::optional<Day> new_last_day);
Result<void> answer_level(Call&, Matter&, int clock, int level, std::string const& answer);
Result<void> annul_level(Call&, Matter&, int clock, int level, std::string const& why);

// Raises what is due and tells of colours, in order of nominal time and number, at most so many
// clocks. Says how many it looked at: fewer than `limit` means that nothing is left. Safe to
// repeat and to run twice at once.
int climb(Call&, int limit);
// Clocks that wait for a calendar that has since been loaded; at most so many.
int recompute_missing(Call&, int limit);
// Under a calendar that says otherwise than before, all open clocks anew: at most so many matters,
// of which each whose last day moves gets a deed. Says how many it looked at.
int follow_calendar(Call&, int limit);

// Clocks that stand otherwise than their deeds say: empty on a sound district.
struct Differs {
    MatterId matter;
    int clock;
    std::string field;
};
std::vector<Differs> check_clocks(Call&, MatterId const& after, int limit);

}  // namespace banshi::matters
