#include "engines/matters/standings.h"

#include <map>

#include "engines/matters/standing_rows.h"

namespace banshi::matters {

namespace {

std::vector<MatterId> ids_of(std::vector<Matter> const& all) {
    std::vector<MatterId> ids;
    for (auto const& matter : all) ids.push_back(matter.id);
    return ids;
}

// The clock that the matter's own deadline stands on.
bool decides(RunningClock const& clock, Matter const& matter) {
    return !matter.due || clock.due == matter.due;
}

}  // namespace

std::vector<Deadline> deadlines_of(Call& call, std::vector<Matter> const& all) {
    std::vector<MatterId> open;
    for (auto const& matter : all)
        if (type_of(matter.state) == StateType::open) open.push_back(matter.id);
    std::map<MatterId, std::vector<Pause>> pauses;
    for (auto const& [matter, reason, from, to] : rows::pauses_of(call, open))
        pauses[matter].push_back({0, reason, from, to, "", ""});
    std::map<MatterId, std::vector<RunningClock>> clocks;
    for (auto& clock : rows::running_clocks_of(call, open))
        clocks[clock.matter].push_back(std::move(clock));
    std::vector<Deadline> out;
    for (auto const& matter : all) {
        auto& deadline = out.emplace_back();
        for (auto const& clock : clocks[matter.id])
            if (decides(clock, matter))
                deadline = {clock.last_day, days_left(call, clock, pauses[matter.id])};
    }
    return out;
}

std::vector<std::string> latest_words_of(Call& call, std::vector<Matter> const& all) {
    std::map<MatterId, std::string> latest;
    for (auto& [matter, why] : rows::latest_progress_of(call, ids_of(all)))
        latest[matter] = std::move(why);
    std::vector<std::string> out;
    for (auto const& matter : all) out.push_back(latest[matter.id]);
    return out;
}

}  // namespace banshi::matters
