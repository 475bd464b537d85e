// The end of a day 日终: what is still open gets its true end, never "served".

#include <algorithm>

#include "engines/people/orgs.h"
#include "engines/record/record.h"
#include "systems/hall/booking_notices.h"
#include "systems/hall/days.h"
#include "systems/hall/floor.h"
#include "systems/hall/kiosk.h"
#include "systems/hall/manage_jobs.h"

namespace banshi::hall {

using tickets::Ticket;

namespace {

struct End {
    State from;
    char const* kind;
    State to;
    int DayEnded::*count;
};

constexpr End ends[] = {
    {State::booked, "no_show", State::no_show, &DayEnded::no_show},
    {State::missed, "left", State::left, &DayEnded::left},
    {State::waiting, "unserved", State::unserved, &DayEnded::unserved},
    {State::called, "unserved", State::unserved, &DayEnded::unserved},
    {State::serving, "unfinished", State::unfinished, &DayEnded::unfinished},
    {State::parked, "unfinished", State::unfinished, &DayEnded::unfinished},
};

// A day without opening hours closes as it begins.
Instant closing_of(Call& call, HallSetting const& hall, Day day) {
    auto const openings = opening_on(call, hall, day);
    return openings.empty() ? call.district.zone().midnight(day) : openings.back().to;
}

Result<void> warn(Call& call, Ticket const& ticket) {
    auto const visit = TRY(wanted_by(call, ticket));
    auto const visits = visits_of(call, ticket.person.value(), visit.rules);
    auto const conduct = conduct_of(call.district.zone(), visits, call.now);
    if (is_last_warning(conduct, visit.rules, call.now)) tell_no_show(call, visit, ticket);
    return {};
}

Result<DayEnded> end_tickets(Call& call, HallSetting const& hall, Day day) {
    DayEnded ended{day, 0, 0, 0, 0};
    for (auto const& [from, kind, to, count] : ends)
        for (auto& ticket : tickets::open_until(call, hall.id, from, day)) {
            TRY(tickets::change(call, ticket, {.kind = kind, .to = to}));
            if (to == State::no_show) TRY(warn(call, ticket));
            ++(ended.*count);
        }
    return ended;
}

void close_windows(Call& call, HallSetting const& hall) {
    for (auto& window : tickets::windows_of(call, hall.id)) {
        if (window.staff_state == StaffState::off) continue;
        window.staff_state = StaffState::off;
        window.since = call.now;
        tickets::save(call, hall.id, window);
    }
}

Result<DayEnded> end(Call& call, HallSetting const& hall, Day day) {
    // Nobody is called while the day ends.
    for (auto const& queue : queues_of(hall)) tickets::lock_queue(call, hall.id, queue);
    auto const ended = TRY(end_tickets(call, hall, day));
    if (day == call.district.zone().day_of(call.now)) close_windows(call, hall);
    void_blocks(call, hall.id, day);
    bool const first = days::mark_ended(call, hall.id, day);
    if (first && tickets::counts_of_day(call, hall.id, day).issued > 0)
        record::append(call,
                       record::Closed{record::series(hall.id, day), closing_of(call, hall, day)});
    return ended;
}

bool nobody_works(Call& call, HallId const& hall) {
    for (auto const& window : tickets::windows_of(call, hall))
        if (window.staff_state != StaffState::off) return false;
    return true;
}

// By itself a day ends a while after closing, when the last window is shut; late in the evening
// whoever forgot to shut it does not keep the day open.
bool is_over(Call& call, HallSetting const& hall, Day day) {
    constexpr Minutes a_while{15}, late{23 * 60 + 50};
    auto const closed = closing_of(call, hall, day) + a_while;
    auto const latest = std::max(closed, call.district.zone().midnight(day) + late);
    return call.now >= latest || (call.now >= closed && nobody_works(call, hall.id));
}

}  // namespace

Result<DayEnded> end_day(Call& call, EndDay const& form) {
    auto const hall = TRY(find_hall(call, form.hall));
    TRY(people::may(call, manage_halls, people::node(call.district, hall.id)));
    auto const& zone = call.district.zone();
    auto const day = form.day.value_or(zone.day_of(call.now));
    auto const closing = closing_of(call, hall, day);
    // Whoever is booked for later today has not stayed away yet.
    if (call.now < closing)
        return Refusal{Why::conflict,
                       "day.not_over",
                       hall.id.text,
                       "day",
                       {{"closing", written(zone.day_of(closing)) + " " +
                                        written_clock(zone.wall_time(closing))}}};
    return end(call, hall, day);
}

namespace {

// Days that nobody has ended yet: with open visits, or with numbers and no end in the record.
std::vector<Day> unended(Call& call, HallId const& hall) {
    auto const today = call.district.zone().day_of(call.now);
    auto found = tickets::days_with_open(call, hall, today);
    for (auto const day : {today - std::chrono::days{1}, today})
        if (std::ranges::find(found, day) == found.end() && !days::is_ended(call, hall, day) &&
            tickets::counts_of_day(call, hall, day).issued > 0)
            found.push_back(day);
    return found;
}

}  // namespace

Result<DaysEnded> end_days(Call& call, EndDays const&) {
    DaysEnded ended{0};
    for (auto const& hall : call.district.policy<Settings>().halls)
        for (auto const& day : unended(call, hall.id)) {
            if (!is_over(call, hall, day)) continue;
            TRY(end(call, hall, day));
            ++ended.days;
        }
    return ended;
}

Result<ServicesMeasured> measure_services(Call& call, MeasureServices const&) {
    auto const& halls = call.district.policy<Settings>().halls;
    for (auto const& hall : halls)
        tickets::measure(call, hall.id, call.district.zone().day_of(call.now));
    return ServicesMeasured{static_cast<int>(halls.size())};
}

}  // namespace banshi::hall
