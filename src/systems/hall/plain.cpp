#include "systems/hall/plain.h"

#include "engines/tickets/tickets.h"
#include "systems/hall/hall.h"
#include "systems/hall/visit.h"

namespace banshi::hall {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

// The sentence that answers the question first: how many are ahead, or where to go.
std::string sentence(Call const& call, TicketView const& view) {
    auto const say = [&](std::string_view key, Facts const& facts = {}) {
        return call.texts.say(call.language, key, facts);
    };
    auto const window = view.window ? view.window->text : std::string();
    switch (view.state) {
        case State::waiting:
            return view.ahead.value_or(0) == 0
                       ? say("hall.plain.next")
                       : say("hall.plain.ahead", {{"ahead", std::to_string(*view.ahead)}});
        case State::called:
            return say("hall.plain.called", {{"window", window}});
        case State::serving:
            return say("hall.plain.serving", {{"window", window}});
        case State::parked:
            return say("hall.plain.parked");
        case State::missed:
            return say("hall.plain.missed");
        case State::served:
            return say("hall.plain.served");
        default:
            return say("hall.plain.ended");
    }
}

std::string wait(Call const& call, TicketView const& view) {
    auto const& [p50, p90] = view.estimate;
    if (view.state != State::waiting) return {};
    if (!p50 || !p90)
        return call.texts.say(
            call.language, view.windows_behind > 0 ? "hall.plain.behind" : "hall.slip.no_window");
    if (*p90 == 0) return call.texts.say(call.language, "hall.slip.no_wait");
    return call.texts.say(call.language, "hall.slip.estimate",
                          {{"p50", std::to_string(*p50)}, {"p90", std::to_string(*p90)}});
}

}  // namespace

Result<File> plain_ticket(Call& call, PlainTicket const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const ticket = TRY(tickets::find(call, form.hall, form.ticket));
    if (!ticket.number) return Refusal{Why::not_found, "ticket.no_such_number", ticket.id.text};
    auto const view = shown(call, floor, ticket);
    auto const told = escaped(sentence(call, view));
    auto const clock = written_clock(call.district.zone().wall_time(call.now));
    auto const as_of = call.texts.say(call.language, "hall.plain.as_of", {{"time", clock}});

    std::string html = "<!doctype html>\n<html lang=\"";
    html += call.language == Language::en ? "en" : "zh-CN";
    html +=
        "\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"refresh\" content=\"30\">\n";
    html += "<title>" + view.number + " " + told + "</title>\n";
    html += "<h1>" + escaped(view.number) + "</h1>\n";
    html += "<h2>" + told + "</h2>\n";
    html += "<p>" + escaped(wait(call, view)) + "</p>\n";
    html += "<p>" + escaped(view.service_name) + ", " + escaped(view.hall_name) + "</p>\n";
    html += "<p>" + escaped(as_of) + "</p>\n</html>\n";
    return File{"text/html; charset=utf-8", "", html};
}

}  // namespace banshi::hall
