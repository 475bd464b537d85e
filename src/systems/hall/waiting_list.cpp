#include "systems/hall/waiting_list.h"

#include "engines/bookings/waiting_list.h"
#include "systems/hall/applicant.h"
#include "systems/hall/booking_notices.h"

namespace banshi::hall {

using tickets::Ticket;

constexpr Minutes offer_lasts{10};

Result<Joined> join_waiting_list(Call& call, JoinWaitingList const& form) {
    auto const visit = TRY(wanted(call, form.hall, {form.service}, std::nullopt));
    if (!visit.rules.waiting_list)
        return Refusal{Why::conflict, "booking.no_waiting_list", form.hall.text};
    auto const& zone = call.district.zone();
    auto const asked = zone.midnight(form.day);
    auto const day =
        booking_day(call, visit, offers_between(call, visit, form.day, form.day), form.day);
    if (day.state == DayState::closed)
        return with_next(call, visit, asked, {Why::conflict, "booking.closed"});
    if (day.state == DayState::open)
        return with_next(call, visit, asked, {Why::conflict, "booking.waiting_not_needed"});
    auto const [person, visits, asker] =
        TRY(applicant(call, visit, form.name, form.id_number, form.phone));
    TRY(check_conduct(call, visit, visits, asker));
    TRY(check_visits(call, visit, visits, {}, asked, asker));
    auto const& queue = visit.services.front().queue;
    return Joined{bookings::join(call, {form.hall, queue}, form.service, form.day, person)};
}

bool offer_to_first(Call& call, Wanted const& visit, Ticket const& given_up) {
    if (!visit.rules.waiting_list || visit.services.size() > 1) return false;
    auto const start = given_up.booked_at.value();
    auto const first = bookings::first_in_line(call, {given_up.hall, given_up.queue}, given_up.day);
    if (!first || first->service != visit.services.front().id) return false;
    auto ticket = fresh_ticket(call, visit, start, std::min(call.now + offer_lasts, start));
    ticket.person = first->person;
    bookings::release(call, given_up.id, call.now);
    if (!bookings::hold(call, ticket.id, visit.places(start), visit.quota, ticket.until.value()))
        return true;  // the roster was cut: the place is given back, but it is nobody's
    create_held(call, visit, ticket);
    bookings::mark_offered(call, *first, ticket.id);
    tell_offered(call, visit, ticket);
    return true;
}

}  // namespace banshi::hall
