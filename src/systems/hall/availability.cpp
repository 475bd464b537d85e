#include "systems/hall/availability.h"

#include <algorithm>
#include <climits>

#include "engines/bookings/limits.h"
#include "engines/people/orgs.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

int Wanted::slots() const {
    int sum = 0;
    for (auto const& service : services) sum += service.slots;
    return sum;
}

std::vector<bookings::Slot> Wanted::places(Instant start) const {
    std::vector<bookings::Slot> out;
    for (auto const& service : services)
        for (int at = 0; at < service.slots; ++at, start += Minutes{rules.slot_minutes})
            out.push_back({{hall.id, service.queue}, start});
    return out;
}

Result<Wanted> wanted(Call& call, HallId const& id, std::vector<ServiceId> const& services,
                      std::optional<Quota> quota) {
    Wanted out{TRY(find_hall(call, id)), {}, rules_now(call, id), quota.value_or(Quota::open)};
    if (out.quota == Quota::internal)
        TRY(people::may(call, book_internally, people::node(call.district, id)));
    for (auto const& service : services) {
        if (std::ranges::count(services, service) > 1)
            return Refusal{Why::invalid, "booking.service_repeated", service.text, "services"};
        out.services.push_back(TRY(find_service(out.hall, service)));
    }
    if (services.empty()) return Refusal{Why::invalid, "shape.missing", "", "services"};
    auto const most = out.rules.visit_slots_most;
    if (out.slots() > most)
        return Refusal{
            Why::invalid, "booking.too_long", "", "services", {{"most", std::to_string(most)}}};
    return out;
}

Result<void> check_timely(Call& call, Wanted const& visit, Instant start) {
    auto const before = visit.quota == Quota::open ? visit.rules.book_before_minutes : 0;
    if (start - Minutes{before} < call.now)
        return with_next(call, visit, start,
                         {Why::conflict,
                          "booking.too_late",
                          "",
                          "start",
                          {{"minutes", std::to_string(before)}}});
    auto const last = last_day(call, visit.rules);
    if (call.district.zone().day_of(start) > last)
        return Refusal{
            Why::conflict, "booking.too_far", "", "start", {{"until", spoken(call, last)}}};
    return {};
}

static void add_unplanned(Call& call, Wanted const& visit, QueueId const& queue, Day day,
                          Offers& offers) {
    auto const& zone = call.district.zone();
    bookings::Line const line{visit.hall.id, queue};
    auto const next = offers.lower_bound({line, zone.midnight(day)});
    if (next != offers.end() && next->first.line == line &&
        next->first.start < zone.midnight(day + std::chrono::days{1}))
        return;
    if (opening_on(call, visit.hall, day).empty()) return;  // spares a closed day its roster
    for (auto const& [cell, capacity, reserved] : planned_slots(call, visit.hall, queue, day))
        offers[{line, cell.start}] = {cell, capacity, reserved, 0, 0, false};
}

static void add_planned(Call& call, Wanted const& visit, Day from, Day to, Offers& offers) {
    auto const& zone = call.district.zone();
    for (auto const& service : visit.services) {
        bookings::Line const line{visit.hall.id, service.queue};
        for (auto const& offer : bookings::find_offers(call, line, zone.midnight(from),
                                                       zone.midnight(to + std::chrono::days{1})))
            offers[{line, offer.cell.start}] = offer;
    }
}

Offers offers_between(Call& call, Wanted const& visit, Day from, Day to) {
    Offers offers;
    add_planned(call, visit, from, to, offers);
    for (auto const& service : visit.services)
        for (auto day = from; day <= to; day += std::chrono::days{1})
            add_unplanned(call, visit, service.queue, day, offers);
    return offers;
}

std::optional<int> free_at(Offers const& offers, Wanted const& visit, Instant start) {
    std::optional<int> free;
    std::optional<int> period;
    for (auto const& place : visit.places(start)) {
        auto const found = offers.find(place);
        if (found == offers.end() || found->second.closed) return std::nullopt;
        auto const& offer = found->second;
        if (offer.cell.period != period.value_or(offer.cell.period)) return std::nullopt;
        period = offer.cell.period;
        free = std::min(free.value_or(INT_MAX), offer.free(visit.quota));
    }
    return free;
}

static bool in_time(Call const& call, Wanted const& visit, Instant start) {
    auto const before = visit.quota == Quota::open ? visit.rules.book_before_minutes : 0;
    return start - Minutes{before} >= call.now;
}

static bool has_capacity(Offers const& offers, Wanted const& visit, Instant from, Instant to) {
    return std::ranges::any_of(offers, [&](auto const& each) {
        auto const& [slot, offer] = each;
        return slot.start >= from && slot.start < to && offer.capacity > 0 &&
               slot.line.queue == visit.services.front().queue;
    });
}

BookingDay booking_day(Call& call, Wanted const& visit, Offers const& offers, Day day) {
    auto const& zone = call.district.zone();
    auto const from = zone.midnight(day), to = zone.midnight(day + std::chrono::days{1});
    BookingDay out{day, DayState::closed, why_closed(call, visit.hall, day), 0, {}};
    if (!out.reason.empty()) return out;
    if (!has_capacity(offers, visit, from, to)) {
        out.reason = "no_window";
        return out;
    }
    bookings::Line const line{visit.hall.id, visit.services.front().queue};
    for (auto at = offers.lower_bound({line, from});
         at != offers.end() && at->first.line == line && at->first.start < to; ++at) {
        auto const start = at->first.start;
        auto const fits = free_at(offers, visit, start);
        if (!fits || start <= call.now) continue;
        Time const time{start, std::max(*fits, 0), *fits > 0 && in_time(call, visit, start)};
        if (time.open) out.free += time.free;
        out.times.push_back(time);
    }
    out.state = out.free > 0 ? DayState::open : DayState::full;
    return out;
}

std::optional<Instant> first_free(Call& call, HallSetting const& hall, Rules const& rules,
                                  ServiceSetting const& service) {
    Wanted const visit{hall, {service}, rules, Quota::open};
    auto const last = last_day(call, rules);
    for (auto day = call.district.zone().day_of(call.now); day <= last;
         day += std::chrono::days{1}) {
        Offers offers;
        add_planned(call, visit, day, day, offers);
        for (auto const& [slot, offer] : offers)
            if (in_time(call, visit, slot.start) && free_at(offers, visit, slot.start) > 0)
                return slot.start;
    }
    return std::nullopt;
}

Result<Slots> list_slots(Call& call, ListSlots const& asked) {
    std::vector<ServiceId> services{asked.service};
    std::string_view more = asked.with ? std::string_view(*asked.with) : "";
    while (!more.empty()) {
        auto const end = std::min(more.find(','), more.size());
        services.push_back({std::string(more.substr(0, end))});
        more.remove_prefix(std::min(end + 1, more.size()));
    }
    auto const visit = TRY(wanted(call, asked.hall, services, asked.quota));
    auto const today = call.district.zone().day_of(call.now);
    auto const last = last_day(call, visit.rules);
    auto const offers = offers_between(call, visit, today, last);
    Slots out{asked.service,
              visit.slots(),
              static_cast<int>(visit.length().count()),
              {},
              visit.rules.waiting_list && visit.services.size() == 1};
    for (auto day = today; day <= last; day += std::chrono::days{1})
        out.days.push_back(booking_day(call, visit, offers, day));
    return out;
}

// The nearest to the time asked for, at most three, first on the same day.
static std::vector<Instant> nearest_free(Call& call, Wanted const& visit, Instant asked) {
    auto const& zone = call.district.zone();
    auto const today = zone.day_of(call.now);
    auto const last = last_day(call, visit.rules);
    auto const day = std::clamp(zone.day_of(asked), today, last);
    std::vector<Instant> found;
    auto const gather = [&](Day from, Day to) {
        auto const offers = offers_between(call, visit, from, to);
        for (auto const& [slot, offer] : offers)
            if (slot.line.queue == visit.services.front().queue &&
                in_time(call, visit, slot.start) &&
                free_at(offers, visit, slot.start).value_or(0) > 0)
                found.push_back(slot.start);
    };
    gather(day, day);
    if (found.empty()) gather(today, last);
    auto const away = [&](Instant start) { return std::chrono::abs(start - asked); };
    std::ranges::sort(found, {}, [&](Instant start) { return std::pair(away(start), start); });
    found.resize(std::min<std::size_t>(found.size(), 3));
    std::ranges::sort(found);
    return found;
}

Refusal with_next(Call& call, Wanted const& visit, Instant asked, Refusal refusal) {
    auto const& zone = call.district.zone();
    std::string words, times;
    std::optional<Day> said;  // the day of several times is said once
    for (auto const& start : nearest_free(call, visit, asked)) {
        if (said) words += call.texts.say(call.language, "booking.and");
        words +=
            said == zone.day_of(start) ? written_clock(zone.wall_time(start)) : spoken(call, start);
        said = zone.day_of(start);
        times += (times.empty() ? "" : " ") + banshi::written(start, zone);
    }
    if (words.empty()) words = call.texts.say(call.language, "booking.none_free");
    refusal.facts.insert({{"next", words}, {"next_times", times}, {"phone", visit.hall.phone}});
    return refusal;
}

static Facts parts_of(Day day) {
    std::chrono::year_month_day const date{day};
    return {{"year", std::to_string(static_cast<int>(date.year()))},
            {"month", std::to_string(static_cast<unsigned>(date.month()))},
            {"day", std::to_string(static_cast<unsigned>(date.day()))}};
}

std::string spoken(Call const& call, Instant at) {
    auto const& zone = call.district.zone();
    auto parts = parts_of(zone.day_of(at));
    parts["time"] = written_clock(zone.wall_time(at));
    return call.texts.say(call.language, "booking.moment", parts);
}

std::string spoken(Call const& call, Day day) {
    return call.texts.say(call.language, "booking.day", parts_of(day));
}

}  // namespace banshi::hall
