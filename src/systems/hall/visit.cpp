#include "systems/hall/visit.h"

#include <algorithm>

#include "engines/people/people.h"
#include "engines/record/heads.h"
#include "engines/record/record.h"
#include "systems/hall/availability.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/link.h"

namespace banshi::hall {

using std::chrono::duration_cast;

void place_in_order(Call& call, Floor const& floor, ServiceSetting const& service,
                    tickets::Ticket& ticket, tickets::Place const& place) {
    ticket.tie = tickets::lock_queue(call, floor.hall.id, service.queue);
    ticket.number = tickets::next_number(call, floor.hall.id, floor.today, service.prefix);
    ticket.day = floor.today;
    ticket.entry = place.entry;
    ticket.due = place.due;
    ticket.issued_at = call.now;
}

namespace {

// With the next free times that can be booked.
Refusal day_full(Call& call, Floor const& floor, ServiceSetting const& service,
                 std::string const& why) {
    Wanted const visit{floor.hall, {service}, floor.rules, Quota::open};
    return with_next(call, visit, call.now, {Why::conflict, "ticket.day_full", why, "service"});
}

}  // namespace

Result<Instant> within_hours(Call& call, Floor const& floor) {
    auto const openings = opening_on(call, floor.hall, floor.today);
    auto const early = Minutes{floor.rules.early_minutes};
    if (!openings.empty() && call.now < openings.back().to &&
        call.now >= openings.front().from - early)
        return openings.back().to;
    auto const opens = next_opening(call, floor.hall);
    return Refusal{Why::conflict,
                   "ticket.hall_closed",
                   "",
                   "",
                   {{"phone", floor.hall.phone},
                    {"opens", opens ? written(call.district.zone().day_of(*opens)) + " " +
                                          clock_of(call, *opens)
                                    : ""}}};
}

Result<void> may_issue(Call& call, Floor const& floor, ServiceSetting const& service) {
    auto const closing = TRY(within_hours(call, floor));
    auto const why = why_full(call, floor, service, closing);
    if (!why.empty()) return day_full(call, floor, service, why);
    return {};
}

Result<void> put_back(Call& call, Floor const& floor, tickets::Ticket& ticket) {
    TRY(within_hours(call, floor));
    if (ticket.returns >= floor.rules.returns_most)
        return Refusal{
            Why::conflict,
            "ticket.returns_used",
            ticket.id.text,
            "",
            {{"most", std::to_string(floor.rules.returns_most)}, {"phone", floor.hall.phone}}};
    auto const turn = tickets::lock_queue(call, floor.hall.id, ticket.queue);
    std::vector<tickets::Key> keys;
    for (auto const& other : floor.waiting)
        if (other.queue == ticket.queue) keys.push_back(other.key());
    auto const key = tickets::key_on_return(order_rules(floor.rules), ticket.key(), keys, turn);
    ticket.due = key.due;
    ticket.tie = key.tie;
    ticket.return_number = key.return_number;
    ++ticket.returns;
    ticket.calls = 0;
    ticket.window.reset();
    return tickets::change(call, ticket, {.kind = "returned", .to = State::waiting});
}

std::string clock_of(Call const& call, Instant at) {
    return written_clock(call.district.zone().wall_time(at));
}

std::vector<StopView> stops_shown(Call& call, HallSetting const& hall,
                                  tickets::Ticket const& ticket) {
    std::vector<StopView> views;
    auto const events = tickets::events_of(call, ticket.id);
    for (auto const& stop : tickets::stops_of(call, ticket.id)) {
        auto const service = find_service(hall, stop.service);
        StopView view{stop.service,
                      service ? name_of(call, service.value()) : stop.service.text,
                      stop.window,
                      stop.served ? State::served : ticket.state,
                      0,
                      0};
        auto const add = [&](State state, std::chrono::microseconds time) {
            auto const seconds = static_cast<int>(duration_cast<Seconds>(time).count());
            if (state == State::waiting) view.waited_seconds += seconds;
            if (state == State::serving) view.served_seconds += seconds;
        };
        for (auto const& event : events)
            if (event.from && event.stop == stop.stop) add(*event.from, event.at - event.since);
        if (ticket.stop == stop.stop && !tickets::is_end(ticket.state))
            add(ticket.state, call.now - ticket.changed_at);
        views.push_back(std::move(view));
    }
    return views;
}

namespace {

void show_wait(TicketView& view, Floor const& floor, ServiceSetting const& service,
               tickets::Ticket const& ticket, Instant now) {
    constexpr std::size_t most_shown = 10;
    auto const key = ticket.key();
    view.ahead = ahead_of(floor, ticket.service, key);
    view.estimate = shown(estimate(floor, service, key, now));
    for (auto const& other : floor.waiting)
        if (other.key() < key && other.queue == ticket.queue)
            view.before.push_back(shown_place(other, floor.today));
    if (view.before.size() > most_shown)
        view.before.erase(view.before.begin(), view.before.end() - most_shown);
    if (now < *ticket.due) view.may_be_passed_until = ticket.due;
}

// Each stop once: what its owner has graded is not offered again.
std::vector<StopToGrade> stops_to_grade(Call& call, Floor const& floor,
                                        tickets::Ticket const& ticket) {
    std::vector<StopToGrade> open;
    if (ticket.state != State::served ||
        call.now > ticket.changed_at + std::chrono::days{floor.rules.evaluation_days})
        return open;
    for (auto const& stop : tickets::stops_of(call, ticket.id)) {
        if (!stop.served || evaluations::is_given(call, ticket.id, stop.stop)) continue;
        auto const service = find_service(floor.hall, stop.service);
        open.push_back({stop.stop, service ? name_of(call, service.value()) : stop.service.text,
                        stop.window.value()});
    }
    return open;
}

}  // namespace

TicketView shown(Call& call, Floor const& floor, tickets::Ticket const& ticket) {
    auto const setting = find_service(floor.hall, ticket.service);
    TicketView view{};
    view.ticket = ticket.id;
    view.hall = floor.hall.id;
    view.hall_name = name_of(call, floor.hall);
    view.number = ticket.number.value_or("");
    view.day = ticket.day;
    view.queue = ticket.queue;
    view.service = ticket.service;
    view.service_name = setting ? name_of(call, setting.value()) : ticket.service.text;
    view.state = ticket.state;
    view.entry = ticket.entry.value_or(Entry::booked);
    view.priority = ticket.priority;
    if (ticket.person) view.name = people::masked(call, *ticket.person).name;
    view.booked_at = ticket.booked_at;
    view.issued_at = ticket.issued_at.value_or(ticket.changed_at);
    view.due = ticket.due.value_or(view.issued_at);
    if (ticket.state == State::waiting && setting)
        show_wait(view, floor, setting.value(), ticket, call.now);
    view.window = ticket.window;
    if (ticket.calls > 0) view.calls = ticket.calls;
    view.returns_left = std::max(0, floor.rules.returns_most - ticket.returns);
    view.windows = open_windows(floor, ticket.service);
    view.windows_behind = windows_behind(floor, ticket.service);
    view.waiting_area =
        call.language == Language::zh ? floor.hall.waiting_area : floor.hall.waiting_area_en;
    view.stops = stops_shown(call, floor.hall, ticket);
    view.record = record_place(call, ticket);
    view.to_grade = stops_to_grade(call, floor, ticket);
    view.now = call.now;
    return view;
}

std::optional<std::int64_t> seq_of(Call& call, std::optional<std::int64_t> trace) {
    if (!trace) return std::nullopt;
    auto const place = record::place_of(call.tx, call.district.name(), record::Trace{*trace});
    return place ? std::optional{static_cast<std::int64_t>(*place)} : std::nullopt;
}

RecordPlace head_shown(Call& call) {
    auto const head = record::newest_head(call.tx, call.district.name());
    if (!head) return {};
    return {std::nullopt, static_cast<std::int64_t>(head->size), record::hex(head->root)};
}

RecordPlace record_place(Call& call, tickets::Ticket const& ticket) {
    auto place = head_shown(call);
    for (auto const& event : tickets::events_of(call, ticket.id))
        if (event.seq) place.seq = seq_of(call, event.seq);
    return place;
}

}  // namespace banshi::hall
