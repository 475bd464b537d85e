// The slip 号条: paper that says the number. The ticket is stored first; printing may fail and be
// repeated, the number stays.

#include "documents/ticket_slip.h"
#include "engines/notices/notices.h"
#include "engines/people/orgs.h"
#include "engines/record/encoding.h"
#include "systems/hall/link.h"
#include "systems/hall/queue.h"
#include "systems/hall/visit.h"

namespace banshi::hall {

namespace {

std::string estimate_sentence(Call const& call, TicketView const& view) {
    auto const& [p50, p90] = view.estimate;
    if (!p50 || !p90) return call.texts.say(call.language, "hall.slip.no_window");
    if (*p90 == 0) return call.texts.say(call.language, "hall.slip.no_wait");
    return call.texts.say(call.language, "hall.slip.estimate",
                          {{"p50", std::to_string(*p50)}, {"p90", std::to_string(*p90)}});
}

// The newest signed head: whoever keeps the paper can show that the past was changed; and whether
// the number has its own place in the record yet.
std::string proof_line(Call const& call, RecordPlace const& place) {
    std::string head;
    if (place.size > 0) head = std::to_string(place.size) + " " + place.root.substr(0, 8);
    if (place.seq && place.size > 0) return head;
    auto const follows = call.texts.say(call.language, "hall.slip.position_follows");
    return head.empty() ? follows : head + "　" + follows;
}

documents::TicketSlip slip_of(Call const& call, TicketView const& view) {
    auto const say = [&](std::string_view key, Facts const& facts = {}) {
        return call.texts.say(call.language, key, facts);
    };
    documents::TicketSlip slip{};
    slip.hall = view.hall_name;
    slip.service = view.service_name;
    slip.number = view.number;
    if (view.priority) slip.priority_mark = say("priority_mark." + *view.priority);
    slip.ahead = view.ahead ? say("hall.slip.ahead", {{"ahead", std::to_string(*view.ahead)}}) : "";
    slip.estimate = view.state == State::waiting ? estimate_sentence(call, view) : "";
    slip.due_rule = say("hall.slip.due_rule", {{"due", clock_of(call, view.due)}});
    slip.name = view.name;
    slip.issued = written(view.day) + " " + clock_of(call, view.issued_at);
    slip.proof = proof_line(call, view.record);
    slip.link = call.district.address() + "/ticket?hall=" + view.hall.text +
                "&ticket=" + view.ticket.text + "#" + link_secret(view.ticket);
    return slip;
}

}  // namespace

Result<File> ticket_slip(Call& call, Slip const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const ticket = TRY(tickets::open(call, form.hall, form.ticket, form.secret));
    if (!ticket.number) return Refusal{Why::conflict, "ticket.not_issued", ticket.id.text};
    auto const slip = slip_of(call, shown(call, floor, ticket));
    if (form.format.value_or("pdf") == "escpos") {
        auto const commands = TRY(documents::ticket_commands(slip));
        return File{"application/octet-stream", slip.number + ".bin", commands};
    }
    auto const pdf = TRY(documents::ticket_pdf(slip, ticket.issued_at.value_or(call.now)));
    return File{"application/pdf", slip.number + ".pdf", pdf};
}

void print_slip(Call& call, Floor const& floor, TicketView const& view) {
    using namespace std::chrono_literals;
    if (floor.hall.printer.empty()) return;
    auto const commands = documents::ticket_commands(slip_of(call, view));
    if (!commands) return;  // a slip that cannot be printed is still on the screen
    notices::queue(call, {.text = "printer.slip",
                          .phone = floor.hall.printer,
                          .facts = {{"slip", record::base64(commands.value())}},
                          .channel = notices::Channel::printer,
                          .about = view.ticket.text,
                          .until = call.now + 10min,
                          .urgent = true});
}

Result<TicketView> reprint_ticket(Call& call, TicketAtTicket const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const ticket = TRY(tickets::open(call, form.hall, form.ticket, form.secret));
    if (!ticket.number) return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    if (floor.hall.printer.empty())
        return Refusal{Why::not_found, "printer.none", floor.hall.id.text};
    auto const view = shown(call, floor, ticket);
    print_slip(call, floor, view);
    return view;
}

Result<TicketView> reprint_number(Call& call, FindTicket const& form) {
    TRY(people::may(call, issue_tickets, people::node(call.district, form.hall)));
    auto const floor = TRY(see_all(call, form.hall));
    auto const ticket = tickets::by_number(call, form.hall, form.number, floor.today);
    if (!ticket) return Refusal{Why::not_found, "ticket.no_such_number", form.number, "number"};
    auto view = shown(call, floor, *ticket);
    view.secret = link_secret(ticket->id);
    print_slip(call, floor, view);
    return view;
}

}  // namespace banshi::hall
