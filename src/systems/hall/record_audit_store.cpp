#include "engines/people/keys.h"
#include "engines/record/hash.h"
#include "store/store.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/record_audit.h"

namespace banshi::hall {

void RecordAudit::see(record::Seen const& entry) {
    tickets::HallAudit::see(entry);
    if (entry.kind == "evaluation.given") {
        if (!record::text_field(entry.body, "b").empty()) return evaluations_.expect(entry.seq);
        sealed_.emplace(record::text_field(entry.body, "sealed"), entry.seq);
    }
    auto const field = [&](char const* name) {
        return std::string(record::text_field(entry.body, name));
    };
    if (entry.kind == "closure.confirmed") closures_[field("c")] = {entry.seq, field("b")};
    if (entry.kind == "closure.undone") undone_[field("c")] = {entry.seq, field("b")};
    if (entry.kind != "rules.published") return;
    auto const page = record::text_field(entry.body, "page");
    if (!page.starts_with("hall/") && !page.starts_with("hours/") && !page.starts_with("day/"))
        return;
    rules_[std::string(page)] = {entry.seq, std::string(record::text_field(entry.body, "hash"))};
}

std::vector<record::Breach> RecordAudit::compare(Call& call) {
    auto found = tickets::HallAudit::compare(call);
    compare_rules(call, found);
    compare_closures(call, found);
    compare_evaluations(call, found);
    return found;
}

namespace {

// The leaf of an evaluation: by its place, or by the number it had in the outbox, where it may
// still wait.
constexpr Words of_evaluations{
    "SELECT e.ticket, e.stop, e.hall, e.day, e.service, e.at_window, e.grade, e.reasons, e.words, "
    "e.salt, e.at, e.seq, l.seq, l.body, o.id FROM hall_evaluations e "};
constexpr Words leaf_by_place{
    "LEFT JOIN log_entry l ON l.district = e.district AND l.seq = e.seq "};
constexpr Words leaf_by_outbox{
    "LEFT JOIN log_entry l ON l.district = e.district AND l.outbox_id = e.seq "};
constexpr Words evaluations_in_order{
    "LEFT JOIN log_outbox o ON o.district = e.district AND o.id = e.seq "
    "WHERE e.district = ? ORDER BY e.ticket, e.stop"};

struct EvaluationRow {
    std::string ticket;
    int stop;
    std::string hall;
    Day day;
    std::string service, window, grade, reasons, words, salt;
    Instant at;
    std::optional<std::int64_t> trace;
    std::optional<std::uint64_t> seq;
    std::optional<std::string> body;
    std::optional<std::int64_t> waits;
};

bool is_bound(EvaluationRow row, std::string_view body) {
    try {
        row.words = people::unseal_filled(row.words);
    } catch (std::exception const&) { return false; }  // no seal of ours
    return record::text_field(body, "b") == hex(evaluations::bound(row));
}

std::string sealed_before(EvaluationRow const& row) {
    return hex(record::sealed(record::hash_of_hex(row.salt).value_or(record::Salt{}),
                              row.ticket + "/" + std::to_string(row.stop) + "/" + row.grade));
}

}  // namespace

void RecordAudit::compare_evaluations(Call& call, std::vector<record::Breach>& found) {
    auto const see = [&](EvaluationRow const& row) {
        auto const name = [&](char const* text, std::uint64_t seq) {
            found.push_back({text, seq, {{"hall", row.hall}, {"day", written(row.day)}}});
        };
        if (!row.trace) {
            if (sealed_.erase(sealed_before(row)) == 0) name("breach.evaluation_unlogged", 0);
        } else if (row.waits && !row.seq) {
            return;
        } else if (!row.seq || !evaluations_.take(*row.seq)) {
            name("breach.evaluation_unlogged", row.seq.value_or(0));
        } else if (!is_bound(row, *row.body)) {
            name("breach.evaluation_differs", *row.seq);
        }
    };
    call.tx.each<EvaluationRow>(call.tx.backend() == Backend::sqlite
                                    ? join<of_evaluations, leaf_by_place, evaluations_in_order>
                                    : join<of_evaluations, leaf_by_outbox, evaluations_in_order>,
                                see, call.district.name());
    for (auto const& gone : evaluations_.left(call.tx, call.district.name()))
        found.push_back({"breach.evaluation_gone", gone.seq});
    for (auto const& [sealed, seq] : sealed_) found.push_back({"breach.evaluation_gone", seq});
}

}  // namespace banshi::hall
