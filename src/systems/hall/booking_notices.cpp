#include "systems/hall/booking_notices.h"

#include "engines/notices/notices.h"
#include "systems/hall/link.h"

namespace banshi::hall {

using namespace std::chrono_literals;
using tickets::Ticket;

namespace {

notices::Notice notice(Call& call, Wanted const& visit, Ticket const& ticket, std::string key) {
    auto const start = ticket.booked_at.value();
    auto const& rules = visit.rules;
    notices::Notice out;
    // A booking that is moved or restored is told again, so its last event belongs to the key.
    out.once = key + "/" + ticket.id.text + "/" + std::to_string(ticket.events);
    out.text = std::move(key);
    out.person = ticket.person.value();
    out.facts = {{"service", names_of(call, visit)},
                 {"hall", name_of(call, visit.hall)},
                 {"start", spoken(call, start)},
                 {"from", spoken(call, start - Minutes{rules.early_minutes})},
                 {"until", spoken(call, start + Minutes{rules.grace_minutes})},
                 {"reference", reference_of(ticket.id)},
                 {"phone", visit.hall.phone}};
    out.about = ticket.id.text;
    out.until = start;
    out.urgent = true;  // an answer to what the citizen just did
    return out;
}

void remind(Call& call, Wanted const& visit, Ticket const& ticket, char const* key,
            Instant::duration before) {
    auto const at = ticket.booked_at.value() - before;
    if (at <= call.now) return;
    auto reminder = notice(call, visit, ticket, key);
    reminder.not_before = at;
    reminder.urgent = false;
    notices::queue(call, reminder);
}

void remind(Call& call, Wanted const& visit, Ticket const& ticket) {
    remind(call, visit, ticket, "booking.reminder_day", 24h);
    remind(call, visit, ticket, "booking.reminder_soon", Minutes{visit.rules.reminder_minutes});
}

}  // namespace

void tell_booked(Call& call, Wanted const& visit, Ticket const& ticket) {
    notices::queue(call, notice(call, visit, ticket, "booking.confirmed"));
    remind(call, visit, ticket);
}

void tell_moved(Call& call, Wanted const& visit, Ticket const& ticket) {
    notices::withdraw(call, ticket.id.text);
    notices::queue(call, notice(call, visit, ticket, "booking.moved"));
    remind(call, visit, ticket);
}

void tell_cancelled(Call& call, Wanted const& visit, Ticket const& ticket) {
    notices::withdraw(call, ticket.id.text);
    notices::queue(call, notice(call, visit, ticket, "booking.cancelled"));
}

void tell_no_show(Call& call, Wanted const& visit, Ticket const& ticket) {
    auto warning = notice(call, visit, ticket, "booking.no_show");
    warning.facts["days"] = std::to_string(visit.rules.block_days);
    warning.until = std::nullopt;
    warning.urgent = false;
    notices::queue(call, warning);
}

void tell_office_cancelled(Call& call, Wanted const& visit, Ticket const& ticket,
                           std::string const& about_closure, std::string const& reason) {
    notices::withdraw(call, ticket.id.text);
    auto told = notice(call, visit, ticket, "booking.office_cancelled");
    told.facts["reason"] = reason;
    told.about = about_closure;
    notices::queue(call, told);
}

void remind_anew(Call& call, Wanted const& visit, Ticket const& ticket) {
    remind(call, visit, ticket);
}

void tell_offered(Call& call, Wanted const& visit, Ticket const& ticket) {
    auto offer = notice(call, visit, ticket, "booking.offered");
    offer.facts["until"] = spoken(call, ticket.until.value());
    offer.facts["code"] = check_in_code(ticket.id);
    offer.until = ticket.until;
    notices::queue(call, offer);
}

}  // namespace banshi::hall
