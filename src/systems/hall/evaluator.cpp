#include "systems/hall/evaluator.h"

#include <algorithm>

#include "engines/people/orgs.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/window.h"

namespace banshi::hall {

std::optional<Finished> finished_at(Call& call, Floor const& floor, WindowId const& window) {
    constexpr Minutes still_there{5};
    auto const last = tickets::last_served_at(call, floor.hall.id, window, floor.today);
    if (!last || call.now - last->at > still_there) return std::nullopt;
    if (std::ranges::find(floor.serving, window, &tickets::Ticket::window) != floor.serving.end())
        return std::nullopt;
    auto ticket = tickets::find(call, floor.hall.id, last->ticket);
    if (!ticket || ticket.value().state != State::served) return std::nullopt;
    return Finished{std::move(ticket).value(), last->stop, last->at + still_there};
}

std::optional<JustServed> just_served(Call& call, Floor const& floor, WindowId const& window) {
    auto const finished = finished_at(call, floor, window);
    if (!finished) return std::nullopt;
    auto const& [ticket, stop, until] = *finished;
    auto const service = find_service(floor.hall, ticket.service);
    return JustServed{ticket.number.value_or(""), service ? name_of(call, service.value()) : "",
                      evaluations::is_requested(call, ticket.id, stop),
                      evaluations::is_given(call, ticket.id, stop), until};
}

Result<EvaluatorView> see_evaluator(Call& call, AtWindow const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    TRY(tickets::find_window(call, form.hall, form.window));
    TRY(people::may(call, take_grades, people::node(call.district, form.hall, form.window)));
    return EvaluatorView{form.hall, name_of(call, floor.hall), form.window,
                         just_served(call, floor, form.window), call.now};
}

Result<WindowView> request_evaluation(Call& call, AtWindow const& form) {
    auto const work = TRY(at_work(call, form.hall, form.window, call_tickets));
    auto const finished = finished_at(call, work.floor, form.window);
    if (!finished) return Refusal{Why::conflict, "evaluation.nobody_served", form.window.text};
    auto const& ticket = finished->ticket;
    if (evaluations::is_given(call, ticket.id, finished->stop))
        return Refusal{Why::conflict, "evaluation.already_evaluated", ticket.id.text};
    evaluations::note_request(call, ticket, finished->stop, form.window);
    return view_of(call, form.hall, form.window);
}

}  // namespace banshi::hall
