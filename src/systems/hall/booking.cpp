#include "systems/hall/booking.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/bookings/limits.h"
#include "engines/bookings/waiting_list.h"
#include "engines/people/accounts.h"
#include "engines/people/people.h"
#include "systems/hall/applicant.h"
#include "systems/hall/booking_notices.h"
#include "systems/hall/booking_view.h"
#include "systems/hall/days.h"
#include "systems/hall/holders.h"
#include "systems/hall/link.h"
#include "systems/hall/made.h"
#include "systems/hall/roster.h"
#include "systems/hall/waiting_list.h"

namespace banshi::hall {

using tickets::Ticket;

namespace {

Refusal ended(Ticket const& ticket) { return {Why::too_late, "booking.ended", ticket.id.text}; }
Refusal wrong_state(Ticket const& ticket) {
    return {Why::conflict, "ticket.wrong_state", ticket.id.text};
}

bool is_shut(Call& call, Wanted const& visit, Instant start) {
    auto const& zone = call.district.zone();
    auto const day = zone.day_of(start);
    Clock const wall{zone.wall_time(start)};
    auto const closed = days::closed(call, visit.hall.id, day);
    return !why_closed(call, visit.hall, day).empty() ||
           std::ranges::any_of(closed, [&](auto const& stretch) {
               return stretch.from <= wall && wall < stretch.to;
           });
}

// Where the day has no such slot, it may only not have been made yet; and where the hall is shut
// then, that is the answer.
Result<void> take(Call& call, Wanted const& visit, Instant start,
                  std::function<Result<void>()> const& try_it) {
    // A visit to several queues may have taken some places before it finds one missing.
    if (visit.services.size() > 1) plan_day(call, visit.hall, call.district.zone().day_of(start));
    auto taken = try_it();
    if (!taken && taken.refusal().text == "booking.no_such_time") {
        auto const day = call.district.zone().day_of(start);
        if (plan_day(call, visit.hall, day) > 0) taken = try_it();
        if (!taken && is_shut(call, visit, start)) taken = Refusal{Why::conflict, "booking.closed"};
    }
    if (!taken) return with_next(call, visit, start, taken.refusal());
    return {};
}

Instant places_return(Call& call, Rules const& rules, Ticket const& ticket) {
    bookings::Cooling const cooling{Minutes{rules.cool_least_minutes},
                                    Minutes{rules.cool_most_minutes}};
    return bookings::free_again(cooling, ticket.booked_at.value(), call.now, call.random);
}

}  // namespace

Result<Held> hold_slot(Call& call, HoldSlot const& form) {
    auto const visit = TRY(wanted(call, form.hall, form.services, form.quota));
    TRY(check_timely(call, visit, form.start));
    auto ticket =
        fresh_ticket(call, visit, form.start, call.now + Minutes{visit.rules.hold_minutes});
    auto const until = ticket.until.value();
    TRY(take(call, visit, form.start, [&] {
        return bookings::hold(call, ticket.id, visit.places(form.start), visit.quota, until);
    }));
    // Only who would have had the place hears of the limit: a full time is full for everybody.
    TRY(note_holder(call, ticket));
    create_held(call, visit, ticket);
    return Held{ticket.id, link_secret(ticket.id), form.start, ticket.ends_at.value(), until};
}

Result<Held> extend_hold(Call& call, ExtendHold const& form) {
    auto ticket = TRY(opened(call, form.hall, form.ticket, form.secret));
    if (state_now(call, ticket) == State::expired)
        return Refusal{Why::too_late, "booking.hold_expired", ticket.id.text};
    if (ticket.state != State::held) return wrong_state(ticket);
    if (ticket.events > 1)
        return Refusal{Why::conflict,
                       "booking.extended_already",
                       ticket.id.text,
                       "",
                       {{"until", spoken(call, ticket.until.value())}}};
    auto const until = call.now + Minutes{rules_now(call, form.hall).hold_minutes};
    TRY(bookings::extend_hold(call, ticket.id, until));
    holders::extend(call, ticket.id, until);
    ticket.until = until;
    TRY(tickets::change(call, ticket, {"hold_extended", State::held}));
    return Held{ticket.id, form.secret, ticket.booked_at.value(), ticket.ends_at.value(), until};
}

Result<Booking> confirm_booking(Call& call, ConfirmBooking const& form) {
    auto ticket = TRY(opened(call, form.hall, form.ticket, form.secret));
    if (state_now(call, ticket) == State::expired)
        return Refusal{Why::too_late, "booking.hold_expired", ticket.id.text};
    if (ticket.state != State::held)
        return tickets::is_end(ticket.state) ? ended(ticket) : wrong_state(ticket);
    if (!form.consent) return Refusal{Why::invalid, "booking.consent_missing", "", "consent"};
    if (form.phone.empty()) return Refusal{Why::invalid, "person.bad_phone", "", "phone"};
    auto const visit = TRY(wanted_by(call, ticket));
    auto const [person, visits, asker] =
        TRY(applicant(call, visit, form.name, form.id_number, form.phone));
    // A place that was offered to one in line is for nobody else.
    if (ticket.person && ticket.person != person)
        return Refusal{Why::forbidden, "booking.name_fixed", ticket.id.text};
    TRY(check_conduct(call, visit, visits, asker));
    TRY(check_visits(call, visit, visits, ticket, ticket.booked_at.value(), asker));

    if (auto const booked = bookings::book(call, ticket.id); !booked)
        return with_next(call, visit, ticket.booked_at.value(), booked.refusal());
    holders::forget(call, ticket.id);
    ticket.person = person;
    ticket.until = std::nullopt;
    TRY(tickets::change(call, ticket, {"booked", State::booked}));
    for (auto const& service : visit.services)
        bookings::leave(call, ticket.hall, service.id, ticket.day, person);
    // Whoever books under a stranger's number does not become that stranger.
    if (asker == Asker::owner)
        people::bind_person(call, person);
    else
        unproven::note(call, ticket.id);
    if (call.actor.kind == Actor::Kind::citizen) made::note(call, ticket.id);
    tell_booked(call, visit, ticket);
    return shown(call, visit, ticket);
}

Result<Booking> see_booking(Call& call, SeeBooking const& asked) {
    auto const ticket = TRY(opened(call, asked.hall, asked.ticket, asked.secret));
    auto const state = state_now(call, ticket);
    if (state == State::expired)
        return Refusal{Why::too_late, "booking.hold_expired", ticket.id.text};
    if (tickets::is_end(state) && !(rebook_until(ticket) > call.now)) return ended(ticket);
    return shown(call, TRY(wanted_by(call, ticket)), ticket);
}

Result<Booking> cancel_booking(Call& call, CancelBooking const& form) {
    auto ticket = TRY(opened(call, form.hall, form.ticket, form.secret));
    auto const visit = TRY(wanted_by(call, ticket));
    if (ticket.state == State::cancelled) return shown(call, visit, ticket);
    auto const state = state_now(call, ticket);
    if (tickets::is_end(state)) return ended(ticket);
    if (state != State::held && state != State::booked) return wrong_state(ticket);
    bool const booked = state == State::booked;
    auto const limit = ticket.booked_at.value() - Minutes{visit.rules.cancel_before_minutes};
    if (booked && call.now >= limit)
        return Refusal{Why::conflict,
                       "booking.cancel_too_late",
                       ticket.id.text,
                       "",
                       {{"phone", visit.hall.phone}}};
    // A hold that is given up was nobody's yet: there is nothing to hand on, so no cooling.
    if (!booked || !offer_to_first(call, visit, ticket))
        bookings::release(call, ticket.id,
                          booked ? places_return(call, visit.rules, ticket) : call.now);
    holders::forget(call, ticket.id);
    ticket.until = std::nullopt;
    // Nor does it count against anybody, and the record never heard of it.
    if (!booked) ticket.person = std::nullopt;
    TRY(tickets::change(call, ticket, {booked ? "cancelled" : "given_up", State::cancelled}));
    if (booked) tell_cancelled(call, visit, ticket);
    return shown(call, visit, ticket);
}

Result<Booking> reschedule_booking(Call& call, RescheduleBooking const& form) {
    auto ticket = TRY(opened(call, form.hall, form.ticket, form.secret));
    auto visit = TRY(wanted_by(call, ticket));
    bool const rebooks = rebook_until(ticket) > call.now;
    auto const state = state_now(call, ticket);
    if (tickets::is_end(state) && !rebooks) return ended(ticket);
    if (state != State::booked && !rebooks) return wrong_state(ticket);
    auto const limit = ticket.booked_at.value() - Minutes{visit.rules.cancel_before_minutes};
    if (!rebooks && call.now >= limit)
        return Refusal{Why::conflict,
                       "booking.moved_too_late",
                       ticket.id.text,
                       "",
                       {{"phone", visit.hall.phone}}};
    if (!rebooks && form.start == ticket.booked_at) return shown(call, visit, ticket);
    TRY(check_timely(call, visit, form.start));
    // Whom the office sent away has first choice: also of the places it keeps for itself.
    if (rebooks) visit.quota = Quota::internal;

    auto const person = ticket.person.value();
    people::lock(call, person);
    TRY(check_visits(call, visit, visits_of(call, person, visit.rules), ticket, form.start,
                     Asker::owner));
    auto const free_again = rebooks ? call.now : places_return(call, visit.rules, ticket);
    TRY(take(call, visit, form.start, [&] {
        return bookings::move(call, ticket.id, visit.places(form.start), visit.quota, free_again);
    }));
    ticket.day = call.district.zone().day_of(form.start);
    ticket.booked_at = form.start;
    ticket.ends_at = form.start + visit.length();
    ++ticket.moves;
    TRY(tickets::change(call, ticket, {"moved", State::booked}));
    tell_moved(call, visit, ticket);
    return shown(call, visit, ticket);
}

Result<Booking> correct_person(Call& call, CorrectPerson const& form) {
    if (!people::may(call, correct_persons, people::node(call.district, form.hall))) {
        TRY(opened(call, form.hall, form.ticket, form.secret.value_or("")));
        return Refusal{Why::forbidden, "booking.name_fixed", form.ticket.text};
    }
    auto ticket = TRY(tickets::find(call, form.hall, form.ticket));
    if (!form.reason || is_blank(*form.reason))
        return Refusal{Why::invalid, "booking.reason_missing", ticket.id.text, "reason"};
    if (ticket.state != State::booked || !ticket.person) return wrong_state(ticket);
    auto const visit = TRY(wanted_by(call, ticket));
    auto const phone = form.phone.value_or(people::phone_of(call, *ticket.person));
    auto const person = TRY(people::identify(call, {form.name, form.id_number, phone}));
    people::lock(call, person);
    if (person == ticket.person)
        TRY(people::rename(call, person, form.name));
    else
        TRY(check_visits(call, visit, visits_of(call, person, visit.rules), ticket,
                         ticket.booked_at.value(), Asker::owner));
    ticket.person = person;
    TRY(tickets::change(call, ticket, {"person_corrected", State::booked, *form.reason}));
    return shown(call, visit, ticket);
}

Result<Bookings> find_bookings(Call& call, FindBookings const& asked) {
    TRY(people::may(call, check_people_in, people::node(call.district, asked.hall)));
    Bookings out;
    auto const person = people::find(call, asked.id_number);
    if (!person) return out;
    auto const today = call.district.zone().day_of(call.now);
    for (auto const& ticket : tickets::of_person(call, *person, today))
        if (ticket.hall == asked.hall && ticket.state == State::booked)
            out.bookings.push_back(shown(call, TRY(wanted_by(call, ticket)), ticket));
    return out;
}

Result<Limits> see_limits(Call& call, SeeLimits const& asked) {
    auto const rules = rules_now(call, TRY(find_hall(call, asked.hall)).id);
    Limits out{0, rules.block_no_shows, 0, rules.block_cancellations, std::nullopt};
    auto const phone = TRY(people::normalise_phone(asked.phone));
    auto const person = people::find(call, asked.id_number);
    // An ID number alone opens nothing: its owner knows the phone too, others learn nothing.
    if (!person || people::phone_of(call, *person) != phone) return out;
    auto const& zone = call.district.zone();
    auto const conduct = conduct_of(zone, visits_of(call, *person, rules), call.now);
    out.no_shows = counted(conduct.no_shows, rules, call.now);
    out.cancellations = counted(conduct.cancellations, rules, call.now);
    if (auto const end = blocked_until(conduct, rules, call.now))
        out.blocked_until = zone.day_of(*end);
    return out;
}

}  // namespace banshi::hall
