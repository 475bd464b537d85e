// What the ledgers read: one statement a ledger, so that a row is never half of one moment.

#include "store/store.h"
#include "systems/supervision/ledger_rows.h"

namespace banshi::supervision::rows {

void each_original(Call& call, Span const& s, std::function<void(OriginalRow const&)> const& see) {
    call.tx.each<OriginalRow>(
        "SELECT m.id, m.number, m.registered_at, m.channel, m.kind, m.category, m.title, "
        "m.content, m.street, m.place, m.households, m.problem_since, m.old_number, "
        "COALESCE(r.name, ''), COALESCE(r.phone, ''), COALESCE(r.recorded_by, '') "
        "FROM matters m LEFT JOIN matter_reporters r ON r.district = m.district "
        "AND r.matter = m.id AND r.serial = 1 "
        "WHERE m.district = ? AND m.book = 'supervision' AND m.number <> '' "
        "AND m.state <> 'draft' "  // of an import that was taken back
        "AND m.registered_at >= ? AND m.registered_at < ? "
        "AND (? = '' OR m.street = ?) AND (? = '' OR m.unit = ?) "
        "AND (? = '' OR m.kind = ?) AND (? = '' OR m.grade = ?) "
        "AND (m.registered_at > ? OR (m.registered_at = ? AND m.id > ?)) "
        "ORDER BY m.registered_at, m.id LIMIT ?",
        see, call.district.name(), s.from, s.to, s.street, s.street, s.unit, s.unit, s.kind, s.kind,
        s.grade, s.grade, s.after_at, s.after_at, s.after_id, s.limit);
}

std::vector<CorrectionRow> corrections_of(Call& call, std::string const& matter) {
    return call.tx.all<CorrectionRow>(
        "SELECT at, actor, verb, why, facts FROM matter_deeds WHERE district = ? AND matter = ? "
        "AND verb IN ('regrade', 'moderate', 'correct') ORDER BY sequence",
        call.district.name(), matter);
}

void each_progress(Call& call, Span const& s, std::function<void(ProgressRow const&)> const& see) {
    call.tx.each<ProgressRow>(
        "SELECT t.matter || '/' || t.serial, t.matter, t.serial, m.number, t.round, t.unit, "
        "t.lead, t.handler, m.leader, t.dispatched_at, t.signed_at, t.ended_at, c.length, "
        "c.length_unit, c.last_day, c.extension, c.stopped, c.yellow_at, c.red_at, c.serial, "
        "p.why, p.at "
        "FROM matter_tasks t JOIN matters m ON m.district = t.district AND m.id = t.matter "
        "LEFT JOIN matter_clocks c ON c.district = t.district AND c.matter = t.matter "
        "AND c.task = t.serial AND c.kind IN ('step', 'joint') "
        "LEFT JOIN matter_deeds p ON p.district = t.district AND p.matter = t.matter "
        "AND p.sequence = (SELECT MAX(q.sequence) FROM matter_deeds q WHERE "
        "q.district = t.district AND q.matter = t.matter AND q.round = t.round "
        "AND q.verb IN ('progress', 'sign', 'answer_part', 'wait', 'resume', 'answer')) "
        "WHERE t.district = ? AND m.book = 'supervision' AND m.state <> 'draft' "
        "AND t.dispatched_at >= ? AND t.dispatched_at < ? "
        "AND (? = '' OR m.street = ?) AND (? = '' OR t.unit = ?) "
        "AND (? = '' OR m.kind = ?) AND (? = '' OR m.grade = ?) "
        "AND (t.dispatched_at > ? OR (t.dispatched_at = ? "
        "AND t.matter || '/' || t.serial > ?)) "
        "ORDER BY t.dispatched_at, t.matter || '/' || t.serial LIMIT ?",
        see, call.district.name(), s.from, s.to, s.street, s.street, s.unit, s.unit, s.kind, s.kind,
        s.grade, s.grade, s.after_at, s.after_at, s.after_id, s.limit);
}

std::vector<std::string> joint_units(Call& call, std::string const& matter, int round) {
    return call.tx.all<std::string>(
        "SELECT unit FROM matter_tasks WHERE district = ? AND matter = ? AND round = ? "
        "AND lead = 0 ORDER BY serial",
        call.district.name(), matter, round);
}

std::vector<PauseRow> pauses_since(Call& call, std::string const& matter, Instant from) {
    return call.tx.all<PauseRow>(
        "SELECT from_at, to_at FROM matter_pauses WHERE district = ? AND matter = ? "
        "AND from_at >= ? ORDER BY serial",
        call.district.name(), matter, from);
}

std::vector<LevelTime> level_times(Call& call, std::string const& matter, int clock) {
    return call.tx.all<LevelTime>(
        "SELECT level, nominal_at FROM matter_levels WHERE district = ? AND matter = ? "
        "AND clock = ? AND annulled_at IS NULL ORDER BY level",
        call.district.name(), matter, clock);
}

void each_resolution(Call& call, Span const& s,
                     std::function<void(ResolutionRow const&)> const& see) {
    call.tx.each<ResolutionRow>(
        "SELECT d.matter || '/' || d.round, d.matter, m.number, d.round, a.outcome, a.content, "
        "d.facts, a.drafted_by, a.drafted_at, a.approved_by, d.at, "
        "(SELECT COUNT(*) FROM matter_quantities q WHERE q.district = d.district "
        "AND q.matter = d.matter AND q.round = d.round), "
        "c.due, c.ended_at, c.last_day, e.solved, e.rating, "
        "(SELECT COUNT(*) FROM matter_deeds r WHERE r.district = d.district "
        "AND r.matter = d.matter AND r.verb = 'reopen' AND r.round <= d.round) "
        "FROM matter_deeds d JOIN matters m ON m.district = d.district AND m.id = d.matter "
        "JOIN matter_answers a ON a.district = d.district AND a.matter = d.matter "
        "AND a.round = d.round AND a.published_at IS NOT NULL "
        "LEFT JOIN matter_clocks c ON c.district = d.district AND c.matter = d.matter "
        "AND c.serial = (SELECT MAX(k.serial) FROM matter_clocks k WHERE "
        "k.district = d.district AND k.matter = d.matter AND k.round = d.round "
        "AND k.kind = 'step') "
        "LEFT JOIN matter_evaluations e ON e.district = d.district AND e.matter = d.matter "
        "AND e.round = d.round AND e.reporter = 1 "
        "WHERE d.district = ? AND d.book = 'supervision' AND d.verb = 'clear' "
        "AND m.state <> 'draft' "
        "AND d.at >= ? AND d.at < ? "
        "AND (? = '' OR m.street = ?) AND (? = '' OR m.unit = ?) "
        "AND (? = '' OR m.kind = ?) AND (? = '' OR m.grade = ?) "
        "AND (d.at > ? OR (d.at = ? AND d.matter || '/' || d.round > ?)) "
        "ORDER BY d.at, d.matter || '/' || d.round LIMIT ?",
        see, call.district.name(), s.from, s.to, s.street, s.street, s.unit, s.unit, s.kind, s.kind,
        s.grade, s.grade, s.after_at, s.after_at, s.after_id, s.limit);
}

namespace {

constexpr Words export_columns{"id, at, account, who, ledger, filter, request, masked, why"};

}  // namespace

void insert(Call& call, ExportNoted const& e) {
    call.tx.run(join<Words{"INSERT INTO supervision_exports (district, "}, export_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), e.id, e.at, e.account, e.who, e.ledger, e.filter, e.request,
                e.masked, e.why);
}

std::optional<ExportNoted> find_export(Call& call, std::string const& id) {
    return call.tx.one<ExportNoted>(
        join<Words{"SELECT "}, export_columns,
             Words{" FROM supervision_exports WHERE district = ? AND id = ?"}>,
        call.district.name(), id);
}

std::vector<ExportNoted> exports(Call& call, int limit) {
    return call.tx.all<ExportNoted>(
        join<Words{"SELECT "}, export_columns,
             Words{" FROM supervision_exports WHERE district = ? ORDER BY id DESC LIMIT ?"}>,
        call.district.name(), limit);
}

}  // namespace banshi::supervision::rows
