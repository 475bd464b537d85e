// Closures 停办: shown first, then confirmed; those who were booked are told and may book again
// before others. As long as nobody was told, all of it can be taken back.

#include <algorithm>

#include "base/letters.h"
#include "engines/bookings/use.h"
#include "engines/notices/notices.h"
#include "engines/people/people.h"
#include "engines/record/record.h"
#include "systems/hall/booking_notices.h"
#include "systems/hall/closures.h"
#include "systems/hall/office_cancel.h"
#include "systems/hall/roster.h"

namespace banshi::hall {

namespace {

constexpr Clock day_begins{Minutes{0}}, day_ends{Minutes{24 * 60}};

struct Stretch {
    Day day;
    Clock from;
    Clock to;
    Instant begins;
    Instant ends;

    bool meets(tickets::Ticket const& ticket) const {
        return ticket.booked_at < ends && begins < ticket.ends_at;
    }
};

Instant moment(Zone const& zone, Day day, Clock clock) {
    if (clock >= day_ends) return zone.midnight(day + std::chrono::days{1});
    auto const moments = zone.moments(day, clock.since_midnight);
    return moments.empty() ? zone.midnight(day) + clock.since_midnight : moments.front();
}

Stretch stretch_of(Call const& call, Day day, Clock from, Clock to) {
    auto const& zone = call.district.zone();
    return {day, from, to, moment(zone, day, from), moment(zone, day, to)};
}

Result<Stretch> read_stretch(Call& call, CloseDayPreview const& form) {
    TRY(find_hall(call, form.hall));
    TRY(people::may(call, manage_halls, people::node(call.district, form.hall)));
    auto const stretch =
        stretch_of(call, form.day, form.from.value_or(day_begins), form.to.value_or(day_ends));
    if (stretch.from >= stretch.to) return Refusal{Why::invalid, "closure.bad_times", "", "to"};
    if (stretch.ends <= call.now) return Refusal{Why::invalid, "closure.past", "", "day"};
    return stretch;
}

std::vector<tickets::Ticket> booked_in(Call& call, HallId const& hall, Stretch const& stretch) {
    auto booked = tickets::booked_on(call, hall, stretch.day);
    std::erase_if(booked, [&](auto const& ticket) { return !stretch.meets(ticket); });
    return booked;
}

std::string about(std::string const& closure) { return "closure/" + closure; }

Closure closure_shown(Call& call, closures::Row const& row) {
    bool const undone = row.undone_at.has_value();
    return {row.id,     row.day,
            row.from,   row.to,
            row.reason, static_cast<int>(row.cancelled),
            undone,     !undone && !notices::any_sent(call, about(row.id))};
}

}  // namespace

Result<ClosurePreview> close_day_preview(Call& call, CloseDayPreview const& form) {
    auto const stretch = TRY(read_stretch(call, form));
    auto const holds =
        count_holds(call, form.hall, [&](auto const& ticket) { return stretch.meets(ticket); });
    auto bookings = TRY(affected(call, booked_in(call, form.hall, stretch)));
    return ClosurePreview{form.day, holds, std::move(bookings)};
}

Result<Closure> close_day(Call& call, CloseDay const& form) {
    auto const stretch = TRY(read_stretch(call, {form.hall, form.day, form.from, form.to}));
    if (is_blank(form.reason)) return Refusal{Why::invalid, "closure.reason_missing", "", "reason"};
    auto const hall = TRY(find_hall(call, form.hall));
    closures::Row row{
        call.fresh<TicketId>().text, form.day, stretch.from, stretch.to, form.reason, {}, 0};
    closures::add(call, form.hall, row);
    keep_to_hours(call, hall, form.day);
    for (auto& ticket : booked_in(call, form.hall, stretch)) {
        TRY(cancel_by_office(call, ticket, {row.id, about(row.id), row.reason}));
        ++row.cancelled;
    }
    record::append(
        call, record::ClosureConfirmed{row.id, form.hall, stretch.begins, stretch.ends,
                                       static_cast<int>(row.cancelled),
                                       closures::bound(form.hall, row, call.actor.id(), call.now,
                                                       closures::cancelled_by(call, row.id))});
    return closure_shown(call, row);
}

namespace {

// Who has booked again meanwhile keeps the new time; nobody is booked for what has passed.
Result<void> restore(Call& call, HallId const& hall, closures::Cancelled const& cancelled) {
    auto ticket = TRY(tickets::find(call, hall, cancelled.ticket));
    bool const passed = ticket.booked_at <= call.now;
    if (ticket.state != State::office_cancelled || passed) return {};
    auto const visit = TRY(wanted_by(call, ticket));
    bookings::restore(call, ticket.id, visit.places(ticket.booked_at.value()), cancelled.quota);
    TRY(tickets::change(call, ticket, {.kind = "restored", .to = State::booked}));
    remind_anew(call, visit, ticket);
    return {};
}

}  // namespace

Result<Closure> undo_closure(Call& call, UndoClosure const& form) {
    auto const hall = TRY(find_hall(call, form.hall));
    TRY(people::may(call, manage_halls, people::node(call.district, form.hall)));
    auto row = closures::find(call, form.hall, form.closure);
    if (!row) return Refusal{Why::not_found, "closure.not_found", form.closure};
    if (row->undone_at) return closure_shown(call, *row);
    if (notices::any_sent(call, about(row->id)))
        return Refusal{Why::conflict, "closure.notices_sent", row->id};
    notices::withdraw(call, about(row->id));
    closures::mark_undone(call, form.hall, row->id);
    keep_to_hours(call, hall, row->day);
    for (auto const& cancelled : closures::cancelled_by(call, row->id))
        TRY(restore(call, form.hall, cancelled));
    record::append(
        call, record::ClosureUndone{row->id, form.hall, closures::bound_undone(row->id, call.now)});
    row->undone_at = call.now;
    return closure_shown(call, *row);
}

Result<Closures> list_closures(Call& call, ListClosures const& form) {
    constexpr int most = 100;
    TRY(find_hall(call, form.hall));
    TRY(people::may(call, manage_halls, people::node(call.district, form.hall)));
    Closures closures;
    for (auto const& row : closures::list(call, form.hall, most))
        closures.closures.push_back(closure_shown(call, row));
    return closures;
}

}  // namespace banshi::hall
