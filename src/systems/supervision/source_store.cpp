#include "store/store.h"
#include "systems/supervision/source_rows.h"

namespace banshi::supervision::rows {

std::vector<SourceCount> source_counts(Call& call) {
    return call.tx.all<SourceCount>(
        "SELECT kind, category, CASE WHEN unit = street THEN 1 ELSE 0 END, state, outcome, "
        "COUNT(*) FROM matters WHERE district = ? AND book = 'supervision' AND number <> '' "
        "GROUP BY kind, category, CASE WHEN unit = street THEN 1 ELSE 0 END, state, outcome",
        call.district.name());
}

std::vector<SourceBuilt> source_built(Call& call) {
    return call.tx.all<SourceBuilt>(
        "SELECT q.type, CASE WHEN m.unit = m.street THEN 1 ELSE 0 END, "
        "CAST(SUM(q.amount) AS BIGINT) FROM matter_quantities q "
        "JOIN matters m ON m.district = q.district AND m.id = q.matter AND m.round = q.round "
        "WHERE m.district = ? AND m.book = 'supervision' AND m.state = 'cleared' "
        "GROUP BY q.type, CASE WHEN m.unit = m.street THEN 1 ELSE 0 END",
        call.district.name());
}

std::optional<OldProblem> largest_old_problem(Call& call, std::string const& category) {
    return call.tx.one<OldProblem>(
        "SELECT CAST(households AS BIGINT), problem_since, day FROM matters "
        "WHERE district = ? AND book = 'supervision' AND category = ? AND state = 'cleared' "
        "AND outcome = 'solved' AND households IS NOT NULL AND problem_since IS NOT NULL "
        "ORDER BY households DESC, day LIMIT 1",
        call.district.name(), category);
}

}  // namespace banshi::supervision::rows
