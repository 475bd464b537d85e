#include "engines/notices/way.h"

#include <algorithm>

#include "engines/notices/outbox_rows.h"

namespace banshi::notices {

std::string WayOut::name() const {
    std::string const word = boost::describe::enum_to_string(channel, "");
    return robot.empty() ? word : word + "/" + robot;
}

std::vector<WayOut> ways_out(Policy const& policy) {
    std::vector<WayOut> ways{{Channel::sms}, {Channel::email}, {Channel::printer}};
    for (auto const& robot : policy.robots) ways.push_back({robot.channel, robot.name});
    return ways;
}

// What waits for a robot that the settings no longer name is shown too.
std::vector<Way> list_ways(Call& call) {
    auto all = ways_out(call.district.policy<Policy>());
    auto const waiting = rows::list_waiting(call);
    auto const is = [](auto const& one, auto const& other) {
        return one.channel == other.channel && one.robot == other.robot;
    };
    for (auto const& each : waiting)
        if (std::ranges::none_of(all, [&](auto const& way) { return is(way, each); }))
            all.push_back({each.channel, each.robot});

    auto const told = rows::list_ways(call);
    std::vector<Way> out;
    for (auto const& way : all) {
        Way shown{way.channel, way.robot, {}, {}, {}};
        auto const row = std::ranges::find(told, way.name(), &rows::WayRow::way);
        if (row != told.end()) {
            shown.sent_at = row->sent_at;
            shown.failed_at = row->failed_at;
            shown.trouble = row->trouble;
        }
        for (auto const& each : waiting)
            if (is(way, each)) {
                shown.waiting = each.count;
                shown.waiting_since = each.since;
            }
        out.push_back(std::move(shown));
    }
    return out;
}

}  // namespace banshi::notices
