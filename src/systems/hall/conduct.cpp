#include "systems/hall/conduct.h"

#include <algorithm>

#include "systems/hall/limits.h"

namespace banshi::hall {

using tickets::Ticket;

Conduct conduct_of(Zone const& zone, std::vector<Ticket> const& visits, Instant now) {
    Conduct conduct;
    auto const today = zone.day_of(now);
    for (auto const& visit : visits) {
        if (visit.state == State::cancelled) conduct.cancellations.push_back(visit.changed_at);
        if (visit.state == State::no_show) conduct.no_shows.push_back(visit.changed_at);
        // Its day is over, whether or not somebody has written that down.
        if (visit.state == State::booked && visit.day < today)
            conduct.no_shows.push_back(zone.midnight(visit.day + std::chrono::days{1}));
    }
    std::ranges::sort(conduct.no_shows);
    std::ranges::sort(conduct.cancellations);
    return conduct;
}

int counted(std::vector<Instant> const& moments, Rules const& rules, Instant now) {
    return static_cast<int>(std::ranges::count_if(moments, [&](Instant at) {
        return at <= now && at + std::chrono::days{rules.block_days} > now;
    }));
}

bool is_last_warning(Conduct const& conduct, Rules const& rules, Instant now) {
    return rules.block_no_shows > 1 &&
           counted(conduct.no_shows, rules, now) == rules.block_no_shows - 1;
}

static std::optional<Instant> block_end(std::vector<Instant> const& moments, int most, int period) {
    std::optional<Instant> end;
    for (auto last = static_cast<std::size_t>(most) - 1; last < moments.size(); ++last) {
        auto const first = moments[last + 1 - static_cast<std::size_t>(most)];
        if (moments[last] - first < std::chrono::days{period})
            end = moments[last] + std::chrono::days{period};
    }
    return end;
}

std::optional<Instant> blocked_until(Conduct const& conduct, Rules const& rules, Instant now) {
    auto const end =
        std::max(block_end(conduct.no_shows, rules.block_no_shows, rules.block_days),
                 block_end(conduct.cancellations, rules.block_cancellations, rules.block_days));
    return end > now ? end : std::nullopt;
}

std::vector<Ticket> visits_of(Call& call, PersonId const& person, Rules const& rules) {
    // A block that ends today began one period ago, with deeds up to another period before.
    auto const& zone = call.district.zone();
    auto visits = tickets::of_person(
        call, person, zone.day_of(call.now) - std::chrono::days{2 * rules.block_days});
    if (auto const lifted = limits::lifted_at(call, person))
        std::erase_if(visits, [&](Ticket const& visit) {
            bool const over = tickets::is_end(visit.state) && visit.changed_at <= *lifted;
            return over || visit.day < zone.day_of(*lifted);
        });
    return visits;
}

Result<void> check_conduct(Call& call, Wanted const& wanted, std::vector<Ticket> const& visits,
                           Asker asker) {
    auto const& zone = call.district.zone();
    auto const end = blocked_until(conduct_of(zone, visits, call.now), wanted.rules, call.now);
    if (!end) return {};
    auto const day = zone.day_of(*end);
    Facts facts{{"phone", wanted.hall.phone}};
    if (asker == Asker::owner) facts["until_day"] = banshi::written(day);
    facts["why"] = asker == Asker::owner ? call.texts.say(call.language, "booking.block_told",
                                                          {{"until", spoken(call, day)}})
                                         : call.texts.say(call.language, "booking.block_kept");
    return Refusal{Why::forbidden, "booking.blocked", "", "", facts};
}

static bool same_service(Call& call, Wanted const& wanted, Ticket const& other) {
    auto const asked = [&](ServiceId const& id) {
        return std::ranges::find(wanted.services, id, &ServiceSetting::id) != wanted.services.end();
    };
    return asked(other.service) ||
           std::ranges::any_of(tickets::stops_of(call, other.id),
                               [&](auto const& stop) { return asked(stop.service); });
}

static Facts time_told(Call& call, Instant start, Asker asker) {
    if (asker == Asker::stranger)
        return {{"when", call.texts.say(call.language, "booking.time_kept")}};
    return {{"when",
             call.texts.say(call.language, "booking.time_told", {{"start", spoken(call, start)}})},
            {"at", banshi::written(start, call.district.zone())}};
}

Result<void> check_visits(Call& call, Wanted const& wanted, std::vector<Ticket> const& visits,
                          Ticket const& own, Instant start, Asker asker) {
    auto const day = call.district.zone().day_of(start);
    auto const end = start + wanted.length();
    for (auto const& other : visits) {
        bool const open = other.booked_at && !tickets::is_end(other.state);
        if (!open || other.id == own.id || other.day != day) continue;
        auto const when = time_told(call, *other.booked_at, asker);
        if (same_service(call, wanted, other))
            return Refusal{Why::conflict, "booking.duplicate_person", other.id.text, "", when};
        if (*other.booked_at < end && start < other.ends_at)
            return Refusal{Why::conflict, "booking.overlap", other.id.text, "", when};
    }
    return {};
}

}  // namespace banshi::hall
