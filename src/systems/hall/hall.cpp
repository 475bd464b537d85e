#include "systems/hall/hall.h"

#include <algorithm>

#include "base/check.h"
#include "systems/hall/hours_rows.h"

namespace banshi::hall {

Result<HallSetting> find_hall(Call const& call, HallId const& id) {
    for (auto const& hall : call.district.policy<Settings>().halls)
        if (hall.id == id) return hall;
    return Refusal{Why::not_found, "hall.not_found", id.text};
}

Result<ServiceSetting> find_service(HallSetting const& hall, ServiceId const& id) {
    for (auto const& service : hall.services)
        if (service.id == id) return service;
    return Refusal{Why::not_found, "service.not_found", id.text, "service"};
}

std::string name_of(Call const& call, HallSetting const& hall) {
    return call.language == Language::zh ? hall.name : hall.name_en;
}

std::string name_of(Call const& call, ServiceSetting const& service) {
    return call.language == Language::zh ? service.name : service.name_en;
}

std::vector<std::string> documents_of(Call const& call, ServiceSetting const& service) {
    return call.language == Language::zh ? service.documents : service.documents_en;
}

std::vector<QueueId> queues_of(HallSetting const& hall) {
    std::vector<QueueId> queues;
    for (auto const& service : hall.services)
        if (std::ranges::find(queues, service.queue) == queues.end())
            queues.push_back(service.queue);
    return queues;
}

Rules rules_on(Call& call, HallId const& hall, Day day) {
    auto const stored = days::rules_on(call, hall, day);
    if (!stored) return call.district.policy<Settings>().rules;
    auto rules = read_rules(*stored);
    CHECK(rules);  // they were checked before they were stored
    return std::move(rules).value();
}

std::vector<Period> week_on(Call& call, HallSetting const& hall, Day day) {
    auto const set = hours_rows::find_on(call, hall.id, day);
    return set ? read_week(set->week) : hall.opening;
}

std::vector<days::Stretch> periods_in(Call const& call, std::vector<Period> const& week, Day day) {
    auto const weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding());
    std::vector<days::Stretch> periods;
    for (auto const& period : week)
        if (period.weekday == weekday) periods.push_back({period.from, period.to});
    if (!periods.empty() && weekday <= 5 && !call.district.calendar().works(day)) return {};
    std::ranges::sort(periods, {}, &days::Stretch::from);
    return periods;
}

namespace {

// What is left of the periods when a closed stretch is taken out.
std::vector<days::Stretch> without(std::vector<days::Stretch> const& periods,
                                   days::Stretch const& closed) {
    std::vector<days::Stretch> left;
    for (auto const& period : periods) {
        if (period.from < closed.from)
            left.push_back({period.from, std::min(period.to, closed.from)});
        if (closed.to < period.to) left.push_back({std::max(period.from, closed.to), period.to});
    }
    return left;
}

}  // namespace

std::vector<Opening> openings(Call& call, HallSetting const& hall, Day day,
                              std::vector<days::Stretch> periods) {
    for (auto const& closed : days::closed(call, hall.id, day)) periods = without(periods, closed);
    std::vector<Opening> openings;
    auto const& zone = call.district.zone();
    for (auto const& [from, to] : periods) {
        auto const begins = zone.moments(day, from.since_midnight);
        auto const ends = zone.moments(day, to.since_midnight);
        // A time that the clock change skips begins nothing; a repeated one begins at its first.
        if (!begins.empty() && !ends.empty()) openings.push_back({begins.front(), ends.back()});
    }
    return openings;
}

std::vector<Opening> opening_on(Call& call, HallSetting const& hall, Day day) {
    auto special = days::special(call, hall.id, day);
    if (special.empty()) special = periods_in(call, week_on(call, hall, day), day);
    return openings(call, hall, day, std::move(special));
}

std::optional<Instant> next_opening(Call& call, HallSetting const& hall) {
    auto const today = call.district.zone().day_of(call.now);
    for (int ahead = 0; ahead < 60; ++ahead) {
        auto const day = today + std::chrono::days{ahead};
        auto const year = static_cast<int>(std::chrono::year_month_day{day}.year());
        if (!call.district.calendar().holds(year)) return std::nullopt;
        for (auto const& opening : opening_on(call, hall, day))
            if (opening.from > call.now) return opening.from;
    }
    return std::nullopt;
}

bool is_open(std::vector<Opening> const& openings, Instant at) {
    return std::ranges::any_of(
        openings, [&](auto const& opening) { return opening.from <= at && at < opening.to; });
}

std::string why_closed(Call& call, HallSetting const& hall, Day day) {
    if (!opening_on(call, hall, day).empty()) return "";
    if (!days::closed(call, hall.id, day).empty()) return "closure";
    auto const weekday = std::chrono::weekday{day}.iso_encoding();
    return weekday <= 5 && !call.district.calendar().works(day) ? "holiday" : "weekend";
}

}  // namespace banshi::hall
