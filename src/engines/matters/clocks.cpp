#include "engines/matters/clocks.h"

#include <algorithm>

#include "engines/matters/clock_rows.h"
#include "engines/matters/reckoning.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"

namespace banshi::matters {

namespace {

std::string by(Call& call) { return call.actor.id(); }

int next_serial(Call& call, MatterId const& id) {
    auto const clocks = rows::clocks_of(call, id);
    return clocks.empty() ? 1 : clocks.back().serial + 1;
}

// The clock that a deed means: of this round, still running.
std::optional<RunningClock> running(Call& call, Matter const& matter, ClockKind kind,
                                    std::optional<int> task) {
    for (auto& clock : rows::clocks_of(call, matter.id))
        if (clock.kind == kind && clock.running() && (!task || clock.task == task))
            return std::move(clock);
    return std::nullopt;
}

void stop(Call& call, RunningClock clock, Instant at, std::string const& cause) {
    clock.ended_at = at;
    clock.end_cause = cause;
    clock.stopped = false;
    clock.next_at.reset();
    rows::update(call, clock);
}

// How long the rules let it run: a joint unit is done some working days before its lead is due, and
// has `count` days at least.
struct Length {
    int count;
    LimitUnit unit;
};
Length length_of(Call& call, Rules const& rules, Matter const& matter, Limit const& limit,
                 Instant start) {
    auto const* const lead = limit.before_lead ? limit_of(rules, ClockKind::step, matter.kind,
                                                          matter.category, matter.grade)
                                               : nullptr;
    if (!lead) return {limit.count, limit.unit};
    auto const wall = wall_of(call, rules);
    auto const days = lead->unit == LimitUnit::working_days
                          ? std::optional{lead->count}
                          : working_days_of({start, lead->unit, lead->count, 0, lead->roll}, wall);
    if (days) return {std::max(limit.count, *days - *limit.before_lead), limit.unit};
    // Next year's calendar is missing: the same in weeks of seven days.
    auto const whole = calendar_days_of({start, lead->unit, lead->count, 0, false}, wall);
    return {std::max(limit.count, whole - (*limit.before_lead * 7 + 4) / 5),
            LimitUnit::calendar_days};
}

void limit_to(RunningClock& clock, Limit const& limit, Length const& length) {
    clock.length = length.count;
    clock.length_unit = length.unit;
    clock.roll = limit.roll;
    clock.levels_most = limit.levels_most;
}

}  // namespace

std::optional<RunningClock> drawn_clock(Call& call, Matter const& matter, ClockKind kind,
                                        Instant start, Task const* task) {
    auto const& rules =
        book(call.district, matter.book).rules_on(call.district.zone().day_of(start));
    auto const* const limit = limit_of(rules, kind, matter.kind, matter.category, matter.grade);
    if (!limit) return std::nullopt;
    RunningClock clock{};
    clock.matter = matter.id;
    clock.book = matter.book;
    clock.round = matter.round;
    clock.kind = kind;
    clock.unit = task ? task->unit : OrgId{};
    if (task) clock.task = task->serial;
    clock.start_at = start;
    limit_to(clock, *limit, length_of(call, rules, matter, *limit, start));
    clock.rules_since = rules.since;
    clock.told = "green";
    return clock;
}

void start_clock(Call& call, Matter& matter, ClockKind kind, Instant start, Task const* task) {
    auto clock = drawn_clock(call, matter, kind, start, task);
    if (!clock) return;
    clock->serial = next_serial(call, matter.id);
    rows::insert(call, matter, *clock);
}

void start_clock_until(Call& call, Matter& matter, ClockKind kind, Instant start, Day last_day,
                       OrgId const& unit) {
    auto const serial = next_serial(call, matter.id);
    start_clock(call, matter, kind, start);
    auto const clocks = rows::clocks_of(call, matter.id);
    if (clocks.empty() || clocks.back().serial != serial) return;  // no such limit in the rules
    auto clock = clocks.back();
    auto const day = call.district.zone().day_of(start);
    clock.length = std::max(1, static_cast<int>((last_day - day).count()));
    clock.length_unit = LimitUnit::calendar_days;
    clock.roll = false;
    clock.ordered_day = last_day;
    clock.unit = unit;
    rows::update(call, clock);
}

void end_clock(Call& call, Matter& matter, ClockKind kind, std::optional<int> task, Instant at,
               std::string const& cause) {
    if (auto clock = running(call, matter, kind, task)) stop(call, std::move(*clock), at, cause);
}

void end_clock_by_serial(Call& call, Matter& matter, int serial, Instant at,
                         std::string const& cause) {
    for (auto& clock : rows::clocks_of(call, matter.id))
        if (clock.serial == serial && clock.running()) stop(call, std::move(clock), at, cause);
}

void end_clocks(Call& call, Matter& matter, Instant at, std::string const& cause) {
    for (auto& clock : rows::clocks_of(call, matter.id))
        if (clock.running()) stop(call, std::move(clock), at, cause);
    rows::close_pause(call, matter.id, at, by(call));
}

Result<void> open_pause(Call& call, Matter& matter, std::string const& reason) {
    auto const serial = static_cast<int>(rows::pauses_of(call, matter.id).size()) + 1;
    rows::insert(call, matter.id, Pause{serial, reason, call.now, std::nullopt, by(call), ""});
    return {};
}

void note_pause(Call& call, Matter& matter, std::string const& reason, Instant from, Instant to) {
    auto const serial = static_cast<int>(rows::pauses_of(call, matter.id).size()) + 1;
    rows::insert(call, matter.id, Pause{serial, reason, from, to, by(call), by(call)});
}

void close_pause(Call& call, Matter& matter) {
    rows::close_pause(call, matter.id, call.now, by(call));
}

Result<void> extend_clock(Call& call, Matter& matter, ClockKind kind, int days) {
    auto clock = running(call, matter, kind, std::nullopt);
    auto const& rules = rules_of(call, matter.book, clock ? clock->rules_since : Day{});
    auto const* const limit =
        clock ? limit_of(rules, kind, matter.kind, matter.category, matter.grade) : nullptr;
    if (!limit || limit->extension_most == 0)
        return Refusal{Why::invalid, "extension.none", matter.id.text, "clock"};
    Facts const facts{{"basis", limit->basis},
                      {"most", std::to_string(limit->extension_most)},
                      {"last", clock->last_day ? written(*clock->last_day) : ""}};
    if (clock->extensions > 0)
        return Refusal{Why::invalid, "extension.second", matter.id.text, "clock", facts};
    if (days < 1 || days > limit->extension_most)
        return Refusal{Why::invalid, "extension.too_long", matter.id.text, "days", facts};
    if (clock->due && call.now >= *clock->due)
        return Refusal{Why::invalid, "extension.too_late", matter.id.text, "clock", facts};
    clock->extension = days;
    ++clock->extensions;
    rows::update(call, *clock);
    return {};
}

// Whether it runs, and takes its length from these rules.
static bool relimit(Call& call, Matter const& matter, RunningClock clock, Rules const& rules) {
    auto const* const limit =
        limit_of(rules, clock.kind, matter.kind, matter.category, matter.grade);
    if (!clock.running() || !limit || clock.ordered_day) return false;
    limit_to(clock, *limit, length_of(call, rules, matter, *limit, clock.start_at));
    clock.rules_since = rules.since;
    rows::update(call, clock);
    return true;
}

void relimit_clocks(Call& call, Matter& matter) {
    for (auto const& clock : rows::clocks_of(call, matter.id))
        relimit(call, matter, clock, rules_of(call, matter.book, clock.rules_since));
}

Applied apply_rules(Call& call, std::string const& book, std::string const& why,
                    MatterId const& after, int limit) {
    auto const& rules = rules_of(call, book, call.district.zone().day_of(call.now));
    Applied out;
    for (auto const& id : rows::matters_with_open_clocks(call, after, limit)) {
        out.last = id;
        auto matter = rows::find(call, id).value();
        if (matter.book != book) continue;
        bool changed = false;
        for (auto const& clock : rows::clocks_of(call, id))
            if (clock.rules_since < rules.since) changed |= relimit(call, matter, clock, rules);
        if (!changed) continue;
        step(call, matter, Verb::apply_rules, matter.state,
             {why, {{"rules", written(rules.since)}}, false});
        ++out.changed;
    }
    return out;
}
void join_clocks(Call& call, Matter& into, Matter& gone) {
    auto theirs = rows::clocks_of(call, gone.id);
    for (auto& mine : rows::clocks_of(call, into.id))
        for (auto const& other : theirs)
            if (mine.running() && other.running() && mine.kind == other.kind && other.last_day &&
                (!mine.last_day || *other.last_day < *mine.last_day)) {
                mine.ordered_day = other.last_day;
                rows::update(call, mine);
            }
    for (auto& clock : theirs)
        if (clock.running()) stop(call, std::move(clock), call.now, "merged");
}

void part_clocks(Call& call, Matter& into, Matter& gone) {
    auto theirs = rows::clocks_of(call, gone.id);
    for (auto& mine : rows::clocks_of(call, into.id))
        for (auto const& other : theirs)
            if (mine.running() && other.end_cause == "merged" && mine.kind == other.kind &&
                mine.ordered_day && mine.ordered_day == other.last_day) {
                mine.ordered_day.reset();
                rows::update(call, mine);
            }
    for (auto& clock : theirs) {
        if (clock.end_cause != "merged") continue;
        clock.ended_at.reset();
        clock.end_cause.clear();
        rows::update(call, clock);
    }
}

std::vector<RunningClock> clocks_of(Call& call, MatterId const& id) {
    return rows::clocks_of(call, id);
}
std::vector<Pause> pauses_of(Call& call, MatterId const& id) { return rows::pauses_of(call, id); }
std::vector<LevelRow> levels_of(Call& call, MatterId const& id) {
    return rows::levels_of(call, id);
}

}  // namespace banshi::matters
