// What everybody may see: the board, the queue as phones watch it, the order and its reasons.

#include <algorithm>

#include "documents/voice.h"
#include "engines/record/record.h"
#include "engines/tickets/passed.h"
#include "systems/hall/visit.h"

namespace banshi::hall {

namespace {

constexpr std::size_t last_calls = 5;
constexpr int estimates_shown = 60;

Called called_shown(tickets::CallRow const& row, Day today) {
    return {row.ticket.text + ":" + std::to_string(row.sequence),
            row.number,
            day_beside(row.day, today),
            row.window,
            row.priority,
            row.calls,
            row.at};
}

// The newest first, each number once.
std::vector<Called> calls_shown(Call& call, Floor const& floor) {
    std::vector<Called> calls;
    for (auto const& row : tickets::latest_calls(call, floor.hall.id, floor.today, 24)) {
        auto called = called_shown(row, floor.today);
        bool const shown = std::ranges::any_of(calls, [&](auto const& other) {
            return other.number == called.number && other.day == called.day;
        });
        if (!shown && calls.size() <= last_calls) calls.push_back(std::move(called));
    }
    return calls;
}

// The clips that the sentence names, one after the other.
Result<std::string> spoken(Call const& call, std::string const& sentence, Facts const& facts) {
    auto const language = call.language == Language::zh ? "zh" : "en";
    auto const& voice = call.district.policy<documents::Voice>().by_language;
    auto const clips = voice.find(language);
    if (clips == voice.end()) return Refusal{Why::not_found, "voice.clip_missing", language};
    return documents::announcement(clips->second, call.texts.say(call.language, sentence, facts));
}

}  // namespace

Result<QueueView> see_queue(Call& call, AtQueue const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const service = std::ranges::find(floor.hall.services, form.queue, &ServiceSetting::queue);
    if (service == floor.hall.services.end())
        return Refusal{Why::not_found, "queue.not_found", form.queue.text};
    QueueView view{};
    view.queue = form.queue;
    view.ahead = ahead_in(floor, form.queue);
    for (auto const& ticket : floor.waiting) {
        if (ticket.queue != form.queue) continue;
        view.waiting.push_back(shown_place(ticket, floor.today));
        if (static_cast<int>(view.estimates.size()) < estimates_shown)
            view.estimates.push_back(shown(estimate(floor, *service, ticket.key(), call.now)));
    }
    view.estimates.push_back(
        shown(estimate(floor, *service, place_of_newcomer(floor, call.now), call.now)));
    for (auto const& row : tickets::latest_calls(call, form.hall, floor.today, 50))
        if (row.queue == form.queue) view.called.push_back(called_shown(row, floor.today));
    view.windows_open = static_cast<int>(open_windows(floor, service->id).size());
    view.windows_behind = windows_behind(floor, service->id);
    view.mean_seconds = static_cast<int>(60 * service_minutes(floor, *service));
    view.now = call.now;
    return view;
}

Result<DisplayView> see_display(Call& call, AtHall const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    DisplayView view{};
    view.hall = form.hall;
    view.hall_name = name_of(call, floor.hall);
    auto calls = calls_shown(call, floor);
    if (!calls.empty()) {
        view.newest = calls.front();
        view.last.assign(calls.begin() + 1, calls.end());
    }
    for (auto const& ticket : tickets::in_state(call, form.hall, State::missed))
        if (ticket.day == floor.today) view.missed.push_back(ticket.number.value());
    for (auto const& service : floor.hall.services)
        view.services.push_back(load_of(call, floor, service));
    auto const counts = tickets::counts_of_day(call, form.hall, floor.today);
    view.issued_today = static_cast<int>(counts.issued);
    view.cleared_today = static_cast<int>(counts.served);
    view.volume = floor.hall.volume.value_or(std::vector<Loudness>{});
    view.record = head_shown(call);
    view.now = call.now;
    return view;
}

Result<File> call_voice(Call& call, Announcement const& form) {
    auto const colon = form.call.find(':');
    TicketId const id{form.call.substr(0, colon)};
    auto const ticket = TRY(tickets::find(call, form.hall, id));
    if (!ticket.number || !ticket.window)
        return Refusal{Why::not_found, "ticket.not_called", id.text};
    auto const sound = TRY(spoken(call, "voice.call",
                                  {{"number", documents::spelled(*ticket.number)},
                                   {"window", documents::spelled(ticket.window->text)}}));
    return File{"audio/wav", *ticket.number + ".wav", sound};
}

Result<File> kiosk_voice(Call& call, AtHall const& form) {
    TRY(find_hall(call, form.hall));
    auto const sound = TRY(spoken(call, "voice.kiosk", {}));
    return File{"audio/wav", "kiosk.wav", sound};
}

Result<Calls> list_calls(Call& call, ListCalls const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    Calls calls{form.day.value_or(floor.today), {}};
    for (auto const& row : tickets::calls_of_day(call, form.hall, calls.day)) {
        CallShown shown{row.number, day_beside(row.day, calls.day),
                        row.entry,  row.issued_at,
                        row.due,    row.at,
                        row.window, row.reason,
                        {},         seq_of(call, row.seq)};
        for (auto const& [number, due, because] : tickets::read_passed(row.passed))
            shown.passed_over.push_back(
                {number, due, boost::describe::enum_to_string(because, "")});
        calls.calls.push_back(std::move(shown));
    }
    return calls;
}

Result<Explanation> explain_order(Call& call, ExplainOrder const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const day = form.day.value_or(floor.today);
    auto const ticket = tickets::by_number(call, form.hall, form.number, day);
    if (!ticket || !ticket->due)
        return Refusal{Why::not_found, "ticket.no_such_number", form.number, "number"};
    Explanation explanation{form.number, ticket->entry.value(), *ticket->due, {}};
    // In the order of calling, up to its own call: the last one, where it came back after missing.
    auto rows = tickets::calls_of_day(call, form.hall, day);
    if (day < floor.today)  // it may have waited over midnight
        for (auto& later : tickets::calls_of_day(call, form.hall, day + std::chrono::days{1}))
            rows.push_back(std::move(later));
    auto const own =
        std::ranges::find(rows.rbegin(), rows.rend(), ticket->id, &tickets::CallRow::ticket);
    bool const waits = ticket->state == State::waiting;
    auto const end = waits || own == rows.rend() ? rows.end() : own.base() - 1;
    for (auto const& row : std::ranges::subrange(rows.begin(), end)) {
        if (row.ticket == ticket->id) continue;
        if (row.queue != ticket->queue || row.at < ticket->issued_at.value()) continue;
        if (tickets::is_end(ticket->state) && row.at > ticket->changed_at) continue;
        auto const why = !row.reason.empty()      ? "override"
                         : row.due < *ticket->due ? "smaller_due"
                                                  : "before_in_line";
        explanation.before.push_back(
            {row.number, day_beside(row.day, day), row.entry, row.due, row.at, why});
    }
    return explanation;
}

}  // namespace banshi::hall
