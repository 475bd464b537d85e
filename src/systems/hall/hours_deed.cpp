#include "systems/hall/hours_deed.h"

#include <fmt/format.h>

#include "engines/record/listed.h"
#include "engines/record/record.h"
#include "systems/hall/hours_rows.h"

namespace banshi::hall {

std::string week_page(HallId const& hall, Day since, int version) {
    return fmt::format("hours/{}/{}/{}", hall.text, written(since), version);
}

std::string day_page(HallId const& hall, Day day, int version) {
    return fmt::format("day/{}/{}/{}", hall.text, written(day), version);
}

std::string periods_text(std::vector<days::Stretch> const& periods) {
    std::string text;
    for (auto const& [from, to] : periods)
        text += fmt::format("{}{}-{}", text.empty() ? "" : " ", written_clock(from.since_midnight),
                            written_clock(to.since_midnight));
    return text;
}

record::Hash bound_hours(std::string const& hours, std::string const& reason,
                         std::string const& by_whom, Instant at) {
    return record::sha256({record::listed("banshi-hours-v1", hours, reason, by_whom, at)});
}

void decide_week(Call& call, HallId const& hall, Day since,
                 std::optional<std::vector<Period>> const& opening, std::string const& reason) {
    auto const week = opening ? week_text(*opening) : std::string();
    auto const version = hours_rows::add(call, hall, since, week, reason);
    record::append(call,
                   record::RulesPublished{week_page(hall, since, version),
                                          bound_hours(week, reason, call.actor.id(), call.now)});
}

static void write_day(Call& call, HallId const& hall, Day day,
                      std::vector<days::Stretch> const& periods, std::string const& reason) {
    auto const version = hours_rows::add_day(call, hall, day, periods, reason);
    record::append(call, record::RulesPublished{day_page(hall, day, version),
                                                bound_hours(periods_text(periods), reason,
                                                            call.actor.id(), call.now)});
}

void decide_day(Call& call, HallId const& hall, Day day, std::vector<days::Stretch> const& periods,
                std::string const& reason) {
    bind_days_of_before(call, hall);
    write_day(call, hall, day, periods, reason);
}

void bind_days_of_before(Call& call, HallId const& hall) {
    for (auto const& [day, reason] : hours_rows::days_of_before(call, hall))
        write_day(call, hall, day, days::special(call, hall, day), reason);
}

}  // namespace banshi::hall
