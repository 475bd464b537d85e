// The rows of matters, their numbers, tasks, deeds and answers.

#include <algorithm>

#include "engines/matters/counts.h"
#include "engines/matters/list_rows.h"
#include "engines/matters/rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

constexpr Words matter_columns{
    "id, book, number, kind, grade, category, title, content, place, latitude, longitude, street, "
    "households, problem_since, channel, client, old_number, visibility, state, round, outcome, "
    "version, deeds, unit, handler, leader, merged_into, previous, day, registered_at, "
    "accepted_at, cleared_at, changed_at, due, yellow_at, red_at, level, stopped"};

template <Words Where>
constexpr auto select_matters =
    join<Words{"SELECT "}, matter_columns, Words{" FROM matters "}, Where>;

constexpr Words task_columns{
    "matter, round, serial, unit, lead, forced, dispatched_at, dispatched_by, signed_at, handler, "
    "answered_at, answer, ended_at, grounds"};
constexpr Words deed_columns{
    "matter, sequence, at, verb, from_state, to_state, round, actor, why, facts, seq"};
constexpr Words answer_columns{
    "matter, round, serial, outcome, content, drafted_by, drafted_at, approved_by, approved_at, "
    "publish_at, published_at, sent_back"};

}  // namespace

void insert(Call& call, Matter const& m) {
    call.tx.run(
        join<Words{"INSERT INTO matters (district, "}, matter_columns,
             Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                   "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
        call.district.name(), m.id, m.book, m.number, m.kind, m.grade, m.category, m.title, m.text,
        m.place, m.latitude, m.longitude, m.street, m.households, m.problem_since, m.channel,
        m.client, m.old_number, m.visibility, m.state, m.round, m.outcome, m.version, m.deeds,
        m.unit, m.handler, m.leader, m.merged_into, m.previous, m.day, m.registered_at,
        m.accepted_at, m.cleared_at, m.changed_at, m.due, m.yellow_at, m.red_at, m.level,
        m.stopped);
    count(call, std::nullopt, counted(m));
    if (!m.unit.empty()) list_under(call, m.id, m.unit);
}

// Where it came from (book, channel, client, old number, previous) never changes.
void update(Call& call, Matter const& m) {
    auto const before = find(call, m.id).value();
    count_matter(call, before, m);
    if (!m.unit.empty() && m.unit != before.unit) list_under(call, m.id, m.unit);
    call.tx.run(
        "UPDATE matters SET number = ?, kind = ?, grade = ?, category = ?, title = ?, content = ?, "
        "place = ?, latitude = ?, longitude = ?, street = ?, households = ?, problem_since = ?, "
        "visibility = ?, state = ?, round = ?, outcome = ?, version = ?, deeds = ?, unit = ?, "
        "handler = ?, leader = ?, merged_into = ?, previous = ?, day = ?, registered_at = ?, "
        "accepted_at = ?, cleared_at = ?, changed_at = ?, due = ?, yellow_at = ?, red_at = ?, "
        "level = ?, "
        "stopped = ? WHERE district = ? AND id = ?",
        m.number, m.kind, m.grade, m.category, m.title, m.text, m.place, m.latitude, m.longitude,
        m.street, m.households, m.problem_since, m.visibility, m.state, m.round, m.outcome,
        m.version, m.deeds, m.unit, m.handler, m.leader, m.merged_into, m.previous, m.day,
        m.registered_at, m.accepted_at, m.cleared_at, m.changed_at, m.due, m.yellow_at, m.red_at,
        m.level, m.stopped, call.district.name(), m.id);
}

std::optional<Matter> find(Call& call, MatterId const& id) {
    return call.tx.one<Matter>(select_matters<"WHERE district = ? AND id = ?">,
                               call.district.name(), id);
}

std::optional<Matter> find_by_number(Call& call, std::string_view number) {
    return call.tx.one<Matter>(select_matters<"WHERE district = ? AND number = ?">,
                               call.district.name(), number);
}

// Few: put in order here, as an ORDER BY id makes SQLite read the table in that order instead.
static std::vector<Matter> in_order(std::vector<Matter> few) {
    std::ranges::sort(few, {}, &Matter::id);
    return few;
}

std::vector<Matter> merged_into(Call& call, MatterId const& id) {
    return in_order(call.tx.all<Matter>(select_matters<"WHERE district = ? AND merged_into = ?">,
                                        call.district.name(), id));
}

std::vector<Matter> following(Call& call, MatterId const& previous) {
    return in_order(call.tx.all<Matter>(select_matters<"WHERE district = ? AND previous = ?">,
                                        call.district.name(), previous));
}

std::vector<Matter> led_by(Call& call, std::string const& book, std::string const& leader) {
    return call.tx.all<Matter>(
        select_matters<"WHERE district = ? AND book = ? AND leader = ? AND leader <> '' AND state "
                       "NOT IN ('draft', 'cleared', 'declined', 'merged', 'withdrawn') "
                       "ORDER BY registered_at, number">,
        call.district.name(), book, leader);
}

std::vector<Matter> oldest(Call& call, std::string const& book, int limit) {
    return call.tx.all<Matter>(
        select_matters<"WHERE district = ? AND book = ? AND problem_since IS NOT NULL AND state "
                       "NOT IN ('draft', 'cleared', 'declined', 'merged', 'withdrawn') "
                       "ORDER BY problem_since, registered_at, id LIMIT ?">,
        call.district.name(), book, limit);
}

std::int64_t next_number(Call& call, std::string const& prefix, int year) {
    return call.tx
        .one<std::int64_t>(
            "INSERT INTO matter_numbers (district, prefix, year, last) VALUES (?, ?, ?, 1) "
            "ON CONFLICT (district, prefix, year) DO UPDATE SET last = matter_numbers.last + 1 "
            "RETURNING last",
            call.district.name(), prefix, year)
        .value();
}

void set_last_number(Call& call, std::string const& prefix, int year, std::int64_t last) {
    call.tx.run("UPDATE matter_numbers SET last = ? WHERE district = ? AND prefix = ? AND year = ?",
                last, call.district.name(), prefix, year);
}

// ---- deeds

void insert(Call& call, Deed const& d, std::string const& book) {
    call.tx.run(
        "INSERT INTO matter_deeds (district, book, matter, sequence, at, verb, from_state, "
        "to_state, round, actor, why, facts, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), book, d.matter, d.sequence, d.at, d.verb, d.from, d.to, d.round,
        d.actor, d.why, d.facts, d.seq);
}

std::vector<Deed> deeds_of(Call& call, MatterId const& id) {
    return call.tx.all<Deed>(
        join<Words{"SELECT "}, deed_columns,
             Words{" FROM matter_deeds WHERE district = ? AND matter = ? ORDER BY sequence"}>,
        call.district.name(), id);
}

std::optional<Deed> latest_deed(Call& call, MatterId const& id, Verb verb) {
    return call.tx.one<Deed>(
        join<Words{"SELECT "}, deed_columns,
             Words{" FROM matter_deeds WHERE district = ? AND matter = ? AND verb = ? "
                   "ORDER BY sequence DESC LIMIT 1"}>,
        call.district.name(), id, verb);
}

// ---- tasks

void insert(Call& call, Task const& t) {
    call.tx.run(join<Words{"INSERT INTO matter_tasks (district, "}, task_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), t.matter, t.round, t.serial, t.unit, t.lead, t.forced,
                t.dispatched_at, t.dispatched_by, t.signed_at, t.handler, t.answered_at, t.answer,
                t.ended_at, t.grounds);
    list_under(call, t.matter, t.unit);
}

void update(Call& call, Task const& t) {
    call.tx.run(
        "UPDATE matter_tasks SET signed_at = ?, handler = ?, answered_at = ?, answer = ?, "
        "ended_at = ?, grounds = ? WHERE district = ? AND matter = ? AND serial = ?",
        t.signed_at, t.handler, t.answered_at, t.answer, t.ended_at, t.grounds,
        call.district.name(), t.matter, t.serial);
}

std::vector<Task> tasks_of(Call& call, MatterId const& id) {
    return call.tx.all<Task>(
        join<Words{"SELECT "}, task_columns,
             Words{" FROM matter_tasks WHERE district = ? AND matter = ? ORDER BY serial"}>,
        call.district.name(), id);
}

// ---- answers

void insert(Call& call, Answer const& a) {
    call.tx.run(join<Words{"INSERT INTO matter_answers (district, "}, answer_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), a.matter, a.round, a.serial, a.outcome, a.text, a.drafted_by,
                a.drafted_at, a.approved_by, a.approved_at, a.publish_at, a.published_at,
                a.sent_back);
}

void update(Call& call, Answer const& a) {
    call.tx.run(
        "UPDATE matter_answers SET outcome = ?, content = ?, approved_by = ?, approved_at = ?, "
        "publish_at = ?, published_at = ?, sent_back = ? "
        "WHERE district = ? AND matter = ? AND serial = ?",
        a.outcome, a.text, a.approved_by, a.approved_at, a.publish_at, a.published_at, a.sent_back,
        call.district.name(), a.matter, a.serial);
}

std::vector<Answer> answers_of(Call& call, MatterId const& id) {
    return call.tx.all<Answer>(
        join<Words{"SELECT "}, answer_columns,
             Words{" FROM matter_answers WHERE district = ? AND matter = ? ORDER BY serial"}>,
        call.district.name(), id);
}

std::vector<MatterId> due_to_publish(Call& call, int limit) {
    return call.tx.all<MatterId>(
        "SELECT matter FROM matter_answers WHERE district = ? AND published_at IS NULL "
        "AND publish_at <= ? ORDER BY publish_at, matter LIMIT ?",
        call.district.name(), call.now, limit);
}

void put_quantities(Call& call, MatterId const& id, int round,
                    std::vector<Quantity> const& quantities) {
    call.tx.run("DELETE FROM matter_quantities WHERE district = ? AND matter = ? AND round = ?",
                call.district.name(), id, round);
    for (auto const& [type, amount] : quantities)
        call.tx.run(
            "INSERT INTO matter_quantities (district, matter, round, type, amount) "
            "VALUES (?, ?, ?, ?, ?)",
            call.district.name(), id, round, type, amount);
}

std::vector<Quantity> quantities_of(Call& call, MatterId const& id) {
    return call.tx.all<Quantity>(
        "SELECT type, amount FROM matter_quantities WHERE district = ? AND matter = ? "
        "ORDER BY round, type",
        call.district.name(), id);
}

// ---- texts as they came

void insert(Call& call, MatterId const& id, Original const& o) {
    call.tx.run(
        "INSERT INTO matter_originals (district, matter, serial, at, actor, title, content, "
        "flagged) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), id, o.serial, o.at, o.actor, o.title, o.text, o.flagged);
}

std::vector<Original> originals_of(Call& call, MatterId const& id) {
    return call.tx.all<Original>(
        "SELECT serial, at, actor, title, content, flagged FROM matter_originals "
        "WHERE district = ? AND matter = ? ORDER BY serial",
        call.district.name(), id);
}

}  // namespace banshi::matters::rows
