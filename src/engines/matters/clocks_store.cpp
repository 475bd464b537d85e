// The rows of clocks, pauses and levels.

#include "engines/matters/clock_rows.h"
#include "engines/matters/counts.h"
#include "engines/matters/rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

constexpr Words clock_columns{
    "matter, serial, book, round, kind, unit, task, start_at, length, length_unit, roll, "
    "extension, extensions, levels_most, rules_since, ordered_day, ended_at, end_cause, last_day, "
    "due, missing_year, stopped, yellow_at, red_at, level, told, next_at"};
constexpr Words level_columns{
    "matter, clock, level, round, unit, cause, nominal_at, raised_at, ordered_by, why, order_year, "
    "order_number, new_last_day, told, answered_at, answered_by, answer, annulled_at, "
    "annulled_by, annulled_why, seq"};

// Clocks that have ended are counted by whether they were in time.
void count_ended(Call& call, RunningClock const& after) {
    auto const before = call.tx.one<RunningClock>(
        join<Words{"SELECT "}, clock_columns,
             Words{" FROM matter_clocks WHERE district = ? AND matter = ? AND serial = ?"}>,
        call.district.name(), after.matter, after.serial);
    if (!before || (before->running() && after.running())) return;
    if (auto const matter = find(call, after.matter))
        count(call, counted(*matter, *before), counted(*matter, after));
}

}  // namespace

void insert(Call& call, Matter const& m, RunningClock const& c) {
    call.tx.run(
        join<Words{"INSERT INTO matter_clocks (district, day, street, matter_kind, category, "},
             clock_columns,
             Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                   "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
        call.district.name(), m.day, m.street, m.kind, m.category, c.matter, c.serial, c.book,
        c.round, c.kind, c.unit, c.task, c.start_at, c.length, c.length_unit, c.roll, c.extension,
        c.extensions, c.levels_most, c.rules_since, c.ordered_day, c.ended_at, c.end_cause,
        c.last_day, c.due, c.missing_year, c.stopped, c.yellow_at, c.red_at, c.level, c.told,
        c.next_at);
}

void update(Call& call, RunningClock const& c) {
    count_ended(call, c);
    call.tx.run(
        "UPDATE matter_clocks SET length = ?, length_unit = ?, roll = ?, extension = ?, "
        "extensions = ?, levels_most = ?, rules_since = ?, ordered_day = ?, ended_at = ?, "
        "end_cause = ?, "
        "last_day = ?, due = ?, missing_year = ?, stopped = ?, yellow_at = ?, red_at = ?, "
        "level = ?, told = ?, next_at = ? WHERE district = ? AND matter = ? AND serial = ?",
        c.length, c.length_unit, c.roll, c.extension, c.extensions, c.levels_most, c.rules_since,
        c.ordered_day, c.ended_at, c.end_cause, c.last_day, c.due, c.missing_year, c.stopped,
        c.yellow_at, c.red_at, c.level, c.told, c.next_at, call.district.name(), c.matter,
        c.serial);
}

void move(Call& call, Matter const& before, Matter const& after) {
    for (auto const& clock : clocks_of(call, after.id))
        count(call, counted(before, clock), counted(after, clock));
    call.tx.run(
        "UPDATE matter_clocks SET street = ?, matter_kind = ?, category = ? "
        "WHERE district = ? AND matter = ?",
        after.street, after.kind, after.category, call.district.name(), after.id);
}

void remove(Call& call, Matter const& matter, RunningClock const& c) {
    count(call, counted(matter, c), std::nullopt);
    call.tx.run("DELETE FROM matter_clocks WHERE district = ? AND matter = ? AND serial = ?",
                call.district.name(), c.matter, c.serial);
}

std::vector<RunningClock> clocks_of(Call& call, MatterId const& id) {
    return call.tx.all<RunningClock>(
        join<Words{"SELECT "}, clock_columns,
             Words{" FROM matter_clocks WHERE district = ? AND matter = ? ORDER BY serial"}>,
        call.district.name(), id);
}

void insert(Call& call, MatterId const& id, Pause const& p) {
    call.tx.run(
        "INSERT INTO matter_pauses (district, matter, serial, reason, from_at, to_at, opened_by, "
        "closed_by, warned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        call.district.name(), id, p.serial, p.reason, p.from, p.to, p.opened_by, p.closed_by);
}

void close_pause(Call& call, MatterId const& id, Instant to, std::string const& by) {
    call.tx.run(
        "UPDATE matter_pauses SET to_at = ?, closed_by = ? "
        "WHERE district = ? AND matter = ? AND to_at IS NULL",
        to, by, call.district.name(), id);
}

std::vector<Pause> pauses_of(Call& call, MatterId const& id) {
    return call.tx.all<Pause>(
        "SELECT serial, reason, from_at, to_at, opened_by, closed_by FROM matter_pauses "
        "WHERE district = ? AND matter = ? ORDER BY serial",
        call.district.name(), id);
}

void insert(Call& call, LevelRow const& l, std::string const& book) {
    call.tx.run(
        join<Words{"INSERT INTO matter_levels (district, book, "}, level_columns,
             Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                   "?, ?)"}>,
        call.district.name(), book, l.matter, l.clock, l.level, l.round, l.unit, l.cause,
        l.nominal_at, l.raised_at, l.ordered_by, l.why, l.order_year, l.order_number,
        l.new_last_day, l.told, l.answered_at, l.answered_by, l.answer, l.annulled_at,
        l.annulled_by, l.annulled_why, l.seq);
}

void update(Call& call, LevelRow const& l) {
    call.tx.run(
        "UPDATE matter_levels SET answered_at = ?, answered_by = ?, answer = ?, annulled_at = ?, "
        "annulled_by = ?, annulled_why = ? "
        "WHERE district = ? AND matter = ? AND clock = ? AND level = ?",
        l.answered_at, l.answered_by, l.answer, l.annulled_at, l.annulled_by, l.annulled_why,
        call.district.name(), l.matter, l.clock, l.level);
}

std::vector<LevelRow> levels_of(Call& call, MatterId const& id) {
    return call.tx.all<LevelRow>(join<Words{"SELECT "}, level_columns,
                                      Words{" FROM matter_levels WHERE district = ? AND matter = ? "
                                            "ORDER BY nominal_at, clock, level"}>,
                                 call.district.name(), id);
}

std::vector<MatterId> due_matters(Call& call, int limit) {
    return call.tx.all<MatterId>(
        "SELECT matter FROM matter_clocks WHERE district = ? AND next_at <= ? "
        "ORDER BY next_at, matter LIMIT ?",
        call.district.name(), call.now, limit);
}

std::vector<MatterId> matters_without_calendar(Call& call, int limit) {
    return call.tx.all<MatterId>(
        "SELECT DISTINCT matter FROM matter_clocks WHERE district = ? AND missing_year > 0 "
        "AND ended_at IS NULL ORDER BY matter LIMIT ?",
        call.district.name(), limit);
}

std::vector<MatterId> matters_with_open_clocks(Call& call, MatterId const& after, int limit) {
    return call.tx.all<MatterId>(
        "SELECT DISTINCT matter FROM matter_clocks WHERE district = ? AND matter > ? "
        "AND ended_at IS NULL ORDER BY matter LIMIT ?",
        call.district.name(), after, limit);
}

std::optional<CalendarKept> calendar_kept(Call& call) {
    return call.tx.one<CalendarKept>(
        "SELECT print, after, done FROM matter_calendars WHERE district = ?", call.district.name());
}

void keep(Call& call, CalendarKept const& kept) {
    call.tx.run(
        "INSERT INTO matter_calendars (district, print, after, done) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district) DO UPDATE SET print = excluded.print, after = excluded.after, "
        "done = excluded.done",
        call.district.name(), kept.print, kept.after, kept.done);
}

std::vector<LongPause> pauses_open_since(Call& call, Instant before, int limit) {
    return call.tx.all<LongPause>(
        "SELECT matter, serial FROM matter_pauses WHERE district = ? AND to_at IS NULL "
        "AND from_at < ? AND warned = 0 ORDER BY from_at LIMIT ?",
        call.district.name(), before, limit);
}

void mark_warned(Call& call, LongPause const& pause) {
    call.tx.run(
        "UPDATE matter_pauses SET warned = 1 WHERE district = ? AND matter = ? AND serial = ?",
        call.district.name(), pause.matter, pause.serial);
}

}  // namespace banshi::matters::rows
