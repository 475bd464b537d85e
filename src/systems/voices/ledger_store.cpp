#include "store/store.h"
#include "systems/voices/ledger_rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words export_columns{"id, at, account, who, filter, request, masked, why"};
constexpr Words within{
    " FROM voices v WHERE v.district = ? AND v.submitted_at >= ? AND v.submitted_at < ? "
    "AND (? = '' OR v.kind = ?) AND (? = '' OR v.source = ?) AND (? = '' OR v.street = ?) "
    "AND (? = '' OR EXISTS (SELECT 1 FROM matters m WHERE m.district = v.district "
    "AND m.id = v.matter AND m.unit = ?)) "
    "AND (v.submitted_at > ? OR (v.submitted_at = ? AND v.id > ?)) "};

}  // namespace

std::int64_t count_handed_in(Call& call, VoiceSpan const& s) {
    return call.tx
        .one<std::int64_t>(join<Words{"SELECT COUNT(*)"}, within>, call.district.name(), s.from,
                           s.to, s.kind, s.kind, s.source, s.source, s.street, s.street, s.unit,
                           s.unit, s.after_at, s.after_at, s.after_id)
        .value();
}

std::vector<Voice> handed_in(Call& call, VoiceSpan const& s, int limit) {
    return call.tx.all<Voice>(
        join<Words{"SELECT v.id, v.matter, v.kind, v.source, v.street, v.topic, v.title, "
                   "v.problem, v.analysis, v.suggestion, v.disclosure, v.version, v.created_at, "
                   "v.submitted_at, v.screened_at, v.filed_at, v.approved_at, v.answered_at, "
                   "v.review_on, v.solved_at, v.dropped_at, v.sector, v.place_street, v.place, "
                   "v.latitude, v.longitude"},
             within, Words{"ORDER BY v.submitted_at, v.id LIMIT ?"}>,
        call.district.name(), s.from, s.to, s.kind, s.kind, s.source, s.source, s.street, s.street,
        s.unit, s.unit, s.after_at, s.after_at, s.after_id, limit);
}

void insert(Call& call, VoiceExport const& e) {
    call.tx.run(join<Words{"INSERT INTO voice_exports (district, "}, export_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), e.id, e.at, e.account, e.who, e.filter, e.request, e.masked,
                e.why);
}

std::optional<VoiceExport> find_export(Call& call, std::string const& id) {
    return call.tx.one<VoiceExport>(
        join<Words{"SELECT "}, export_columns,
             Words{" FROM voice_exports WHERE district = ? AND id = ?"}>,
        call.district.name(), id);
}

std::vector<VoiceExport> latest_exports(Call& call, int limit) {
    return call.tx.all<VoiceExport>(
        join<Words{"SELECT "}, export_columns,
             Words{" FROM voice_exports WHERE district = ? ORDER BY id DESC LIMIT ?"}>,
        call.district.name(), limit);
}

}  // namespace banshi::voices::rows
