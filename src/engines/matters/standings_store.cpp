#include "engines/matters/standing_rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

constexpr std::size_t at_once = 32;
constexpr Words among{
    "IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?) "};

template <class Row, std::size_t... At>
void add(Call& call, Sql sql, std::vector<Row>& rows, MatterId const* ids, std::size_t count,
         std::index_sequence<At...>) {
    static MatterId const none;
    call.tx.each<Row>(
        sql, [&rows](Row row) { rows.push_back(std::move(row)); }, call.district.name(),
        (At < count ? ids[At] : none)...);
}

// The statement's second place and the following ones are the ids.
template <class Row>
std::vector<Row> of_many(Call& call, Sql sql, std::vector<MatterId> const& ids) {
    std::vector<Row> rows;
    for (std::size_t at = 0; at < ids.size(); at += at_once)
        add(call, sql, rows, &ids[at], std::min(at_once, ids.size() - at),
            std::make_index_sequence<at_once>());
    return rows;
}

}  // namespace

std::vector<RunningClock> running_clocks_of(Call& call, std::vector<MatterId> const& ids) {
    return of_many<RunningClock>(
        call,
        join<Words{"SELECT matter, serial, book, round, kind, unit, task, start_at, length, "
                   "length_unit, roll, extension, extensions, levels_most, rules_since, "
                   "ordered_day, ended_at, end_cause, last_day, due, missing_year, stopped, "
                   "yellow_at, red_at, level, told, next_at FROM matter_clocks "
                   "WHERE district = ? AND matter "},
             among, Words{"AND ended_at IS NULL ORDER BY matter, serial"}>,
        ids);
}

std::vector<MatterPause> pauses_of(Call& call, std::vector<MatterId> const& ids) {
    return of_many<MatterPause>(call,
                                join<Words{"SELECT matter, reason, from_at, to_at "
                                           "FROM matter_pauses WHERE district = ? AND matter "},
                                     among, Words{"ORDER BY matter, serial"}>,
                                ids);
}

std::vector<LatestWords> latest_progress_of(Call& call, std::vector<MatterId> const& ids) {
    return of_many<LatestWords>(
        call,
        join<Words{"SELECT matter, why FROM matter_deeds WHERE district = ? AND matter "}, among,
             Words{"AND verb = 'progress' ORDER BY matter, sequence"}>,
        ids);
}

}  // namespace banshi::matters::rows
