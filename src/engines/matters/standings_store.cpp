#include "engines/matters/many_rows.h"
#include "engines/matters/standing_rows.h"

namespace banshi::matters::rows {

std::vector<RunningClock> running_clocks_of(Call& call, std::vector<MatterId> const& ids) {
    return of_many<RunningClock>(
        call,
        join<Words{"SELECT matter, serial, book, round, kind, unit, task, start_at, length, "
                   "length_unit, roll, extension, extensions, levels_most, rules_since, "
                   "ordered_day, ended_at, end_cause, last_day, due, missing_year, stopped, "
                   "yellow_at, red_at, level, told, next_at FROM matter_clocks "
                   "WHERE district = ? AND matter "},
             among, Words{"AND ended_at IS NULL ORDER BY matter, serial"}>,
        ids, call.district.name());
}

std::vector<MatterPause> pauses_of(Call& call, std::vector<MatterId> const& ids) {
    return of_many<MatterPause>(call,
                                join<Words{"SELECT matter, reason, from_at, to_at "
                                           "FROM matter_pauses WHERE district = ? AND matter "},
                                     among, Words{"ORDER BY matter, serial"}>,
                                ids, call.district.name());
}

std::vector<LatestWords> latest_progress_of(Call& call, std::vector<MatterId> const& ids) {
    return of_many<LatestWords>(
        call,
        join<Words{"SELECT matter, why FROM matter_deeds WHERE district = ? AND matter "}, among,
             Words{"AND verb = 'progress' ORDER BY matter, sequence"}>,
        ids, call.district.name());
}

}  // namespace banshi::matters::rows
