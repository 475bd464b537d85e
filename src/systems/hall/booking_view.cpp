#include "systems/hall/booking_view.h"

#include <algorithm>

#include "documents/calendar_file.h"
#include "documents/qr.h"
#include "engines/people/people.h"
#include "systems/hall/applicant.h"
#include "systems/hall/link.h"

namespace banshi::hall {

using namespace std::chrono_literals;
using tickets::Ticket;

Ticket fresh_ticket(Call& call, Wanted const& visit, Instant start, Instant until) {
    Ticket ticket{};
    ticket.id = call.fresh<TicketId>();
    ticket.hall = visit.hall.id;
    ticket.queue = visit.services.front().queue;
    ticket.service = visit.services.front().id;
    ticket.day = call.district.zone().day_of(start);
    ticket.booked_at = start;
    ticket.ends_at = start + visit.length();
    ticket.slots = visit.slots();
    ticket.until = until;
    ticket.stop = 1;
    return ticket;
}

void create_held(Call& call, Wanted const& visit, Ticket& ticket) {
    std::vector<tickets::Stop> stops;
    for (auto const& service : visit.services)
        stops.push_back(
            {static_cast<int>(stops.size()) + 1, service.id, service.queue, {}, {}, false});
    tickets::create(call, ticket, link_secret(ticket.id), stops, {"held", State::held});
}

Result<Ticket> opened(Call& call, HallId const& hall, TicketId const& id,
                      std::string const& secret) {
    auto ticket = TRY(tickets::open(call, hall, id, secret));
    if (!ticket.booked_at) return Refusal{Why::conflict, "booking.walk_in", id.text};
    return ticket;
}

Result<Wanted> wanted_by(Call& call, Ticket const& ticket) {
    Wanted out{TRY(find_hall(call, ticket.hall)), {}, rules_now(call, ticket.hall), Quota::open};
    for (auto const& stop : tickets::stops_of(call, ticket.id))
        out.services.push_back(TRY(find_service(out.hall, stop.service)));
    return out;
}

State state_now(Call const& call, Ticket const& ticket) {
    if (ticket.state == State::held && ticket.until <= call.now) return State::expired;
    if (ticket.state == State::booked && ticket.day < call.district.zone().day_of(call.now))
        return State::no_show;
    return ticket.state;
}

std::optional<Instant> rebook_until(Ticket const& ticket) {
    if (ticket.state != State::office_cancelled) return std::nullopt;
    return ticket.changed_at + 24h;
}

std::string names_of(Call const& call, Wanted const& visit) {
    std::string names;
    for (auto const& service : visit.services)
        names += (names.empty() ? "" : " + ") + name_of(call, service);
    return names;
}

static std::vector<std::string> documents_of(Call const& call, Wanted const& visit) {
    std::vector<std::string> all;
    for (auto const& service : visit.services)
        for (auto const& each : documents_of(call, service))
            if (std::ranges::find(all, each) == all.end()) all.push_back(each);
    return all;
}

static void add_person(Call& call, Wanted const& visit, PersonId const& person, Booking& out) {
    auto const masked = people::masked(call, person);
    out.id_number = masked.id_number;
    bool const at_desk(people::may(call, check_people_in, people::node(call.district, out.hall)));
    if (!at_desk && unproven::is_one(call, out.ticket)) return;
    out.name = masked.name;
    out.phone = masked.phone;
    auto const& rules = visit.rules;
    auto const conduct = conduct_of(call.district.zone(), visits_of(call, person, rules), call.now);
    out.cancellations = counted(conduct.cancellations, rules, call.now);
    if (is_last_warning(conduct, rules, call.now))
        out.warning = call.texts.say(call.language, "booking.warning_no_show",
                                     {{"days", std::to_string(rules.block_days)}});
}

Booking shown(Call& call, Wanted const& visit, Ticket const& ticket) {
    Booking out{};
    out.ticket = ticket.id;
    out.hall = ticket.hall;
    out.hall_name = name_of(call, visit.hall);
    out.address = call.language == Language::zh ? visit.hall.address : visit.hall.address_en;
    out.reference = reference_of(ticket.id);
    for (auto const& service : visit.services) out.services.push_back(service.id);
    out.service_name = names_of(call, visit);
    out.documents = documents_of(call, visit);
    out.state = state_now(call, ticket);
    out.start = ticket.booked_at.value();
    out.end = ticket.ends_at.value();
    out.check_in_from = out.start - Minutes{visit.rules.early_minutes};
    out.check_in_until = out.start + Minutes{visit.rules.grace_minutes};
    out.code = check_in_code(ticket.id);
    out.sequence = ticket.moves;
    out.cancellations_most = visit.rules.block_cancellations;
    out.rebook_until = rebook_until(ticket);
    out.rebook_first = out.rebook_until > call.now;
    if (ticket.person) add_person(call, visit, *ticket.person, out);
    return out;
}

static documents::CalendarEvent calendar_event(Call& call, Wanted const& visit,
                                               Ticket const& ticket) {
    auto const say = [&](char const* key, Facts const& facts) {
        return call.texts.say(call.language, key, facts);
    };
    std::string papers;
    for (auto const& each : documents_of(call, visit))
        papers += (papers.empty() ? "" : "; ") + each;
    auto const& rules = visit.rules;
    documents::CalendarEvent event;
    event.uid = ticket.id.text + "@" + call.district.name();
    event.sequence = ticket.moves;
    event.written = call.now;
    event.from = ticket.booked_at.value();
    event.until = ticket.ends_at.value();
    event.title = names_of(call, visit) + ", " + name_of(call, visit.hall);
    event.place = call.language == Language::zh ? visit.hall.address : visit.hall.address_en;
    event.description = say("booking.calendar_note",
                            {{"from", spoken(call, event.from - Minutes{rules.early_minutes})},
                             {"until", spoken(call, event.from + Minutes{rules.grace_minutes})},
                             {"documents", papers},
                             {"reference", reference_of(ticket.id)}});
    event.organizer = name_of(call, visit.hall);
    event.organizer_address = "tel:" + visit.hall.phone;
    return event;
}

Result<File> booking_calendar(Call& call, SeeBooking const& asked) {
    auto const ticket = TRY(opened(call, asked.hall, asked.ticket, asked.secret));
    auto const visit = TRY(wanted_by(call, ticket));
    bool const off = ticket.state == State::cancelled || ticket.state == State::office_cancelled;
    if (!off && !ticket.person) return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    auto event = calendar_event(call, visit, ticket);
    // What takes an entry out must be newer than what put it in.
    if (off) ++event.sequence;
    auto const method =
        off ? documents::CalendarMethod::cancel : documents::CalendarMethod::publish;
    return File{"text/calendar; charset=utf-8", "booking.ics",
                documents::calendar_file(event, method, call.district.zone())};
}

Result<File> booking_code(Call& call, SeeBooking const& asked) {
    auto const ticket = TRY(opened(call, asked.hall, asked.ticket, asked.secret));
    auto const qr = TRY(documents::qr_matrix(check_in_code(ticket.id)));
    auto const quiet = std::to_string(documents::quiet_zone);
    auto const width = std::to_string(qr.size + 2 * documents::quiet_zone);
    return File{"image/svg+xml", "booking.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-" + quiet + " -" + quiet +
                    " " + width + " " + width + "\"><path fill=\"#fff\" d=\"M-" + quiet + "-" +
                    quiet + "h" + width + "v" + width + "h-" + width + "z\"/><path d=\"" +
                    documents::svg_path(qr) + "\"/></svg>"};
}

}  // namespace banshi::hall
