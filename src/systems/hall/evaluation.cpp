// Evaluation 好差评: a visit that was served is graded once, by those who were served; a bad
// grade is asked about and answered.

#include <algorithm>
#include <array>

#include "engines/bookings/limits.h"
#include "engines/people/people.h"
#include "engines/record/record.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/evaluator.h"

namespace banshi::hall {

namespace {

// What may be ticked; the sentences stand under evaluation.reason.
constexpr std::array<std::string_view, 8> known_reasons{
    "long_wait",      "attitude",          "unclear",    "not_solved",
    "repeated_trips", "wrong_information", "facilities", "other"};

Result<std::string> read_reasons(std::optional<std::vector<std::string>> const& ticked) {
    std::string joined;
    for (auto const& reason : ticked.value_or(std::vector<std::string>{})) {
        if (std::ranges::find(known_reasons, reason) == known_reasons.end())
            return Refusal{Why::invalid, "evaluation.unknown_reason", reason, "reasons"};
        joined += (joined.empty() ? "" : ",") + reason;
    }
    return joined;
}

Result<std::string> read_words(std::optional<std::string> const& words) {
    constexpr std::size_t most = 500;
    if (!words || words->empty()) return std::string{};
    auto const letters = std::ranges::count_if(*words, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;  // a letter's first byte
    });
    if (static_cast<std::size_t>(letters) > most)
        return Refusal{Why::invalid,
                       "evaluation.words_too_long",
                       "",
                       "words",
                       {{"most", std::to_string(most)}}};
    return *words;
}

Result<tickets::Stop> graded_stop(Call& call, tickets::Ticket const& ticket,
                                  std::optional<int> wanted) {
    auto found = tickets::served_stop(call, ticket.id, wanted);
    if (!found) return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text, "stop"};
    return std::move(*found);
}

Result<void> may_be_graded(Call& call, Rules const& rules, tickets::Ticket const& ticket) {
    if (ticket.state != State::served)
        return Refusal{Why::conflict, "ticket.wrong_state", ticket.id.text};
    if (call.now > ticket.changed_at + std::chrono::days{rules.evaluation_days})
        return Refusal{Why::too_late,
                       "evaluation.closed",
                       ticket.id.text,
                       "",
                       {{"days", std::to_string(rules.evaluation_days)}}};
    return {};
}

// The two lowest grades are asked about.
bool is_bad(Grade grade) {
    return grade == Grade::dissatisfied || grade == Grade::very_dissatisfied;
}

struct Said {
    Grade grade;
    std::string reasons;
    std::string words;
};

Result<Evaluated> keep(Call& call, Floor const& floor, tickets::Ticket const& ticket,
                       tickets::Stop const& stop, Said const& said) {
    record::Salt salt;
    call.random.fill(salt.bytes);
    evaluations::Given const given{ticket.id,    stop.stop,           ticket.hall, ticket.day,
                                   stop.service, stop.window.value(), said.grade,  said.reasons,
                                   said.words,   record::hex(salt),   call.now};
    auto const word = boost::describe::enum_to_string(said.grade, "");
    auto const leaf = record::append(
        call,
        record::EvaluationGiven{
            ticket.hall,
            record::sealed(salt, ticket.id.text + "/" + std::to_string(stop.stop) + "/" + word),
            evaluations::bound(given)});
    if (!evaluations::keep(call, given, leaf))
        return Refusal{Why::conflict, "evaluation.already_evaluated", ticket.id.text};
    Evaluated evaluated{ticket.number.value(), said.grade, false, {}, {}};
    if (!is_bad(said.grade)) return evaluated;
    // Sooner where the calendar of the next year is not known yet: a grade is never turned away.
    auto const within = [&](int working_days) {
        return bookings::last_day(working_days, call.district.calendar(), floor.today);
    };
    evaluated.follow_up = true;
    evaluated.contact_by = within(floor.rules.follow_up_contact_days);
    evaluated.answer_by = within(floor.rules.follow_up_answer_days);
    evaluations::open_follow_up(call, ticket.hall,
                                {call.fresh<TicketId>().text, ticket.id, stop.stop,
                                 *evaluated.contact_by, *evaluated.answer_by});
    return evaluated;
}

}  // namespace

Result<Evaluated> evaluate(Call& call, Evaluate const& form) {
    // Whoever serves does not grade, even with the citizen's slip in hand.
    if (call.actor.kind == Actor::Kind::staff)
        return Refusal{Why::forbidden, "evaluation.own_service", form.ticket.text};
    auto const floor = TRY(see_all(call, form.hall));
    auto const ticket = TRY(tickets::open(call, form.hall, form.ticket, form.secret));
    TRY(may_be_graded(call, floor.rules, ticket));
    auto const stop = TRY(graded_stop(call, ticket, form.stop));
    auto const reasons = TRY(read_reasons(form.reasons));
    auto const words = TRY(read_words(form.words));
    return keep(call, floor, ticket, stop, {form.grade, reasons, words});
}

Result<Evaluated> evaluate_at_window(Call& call, EvaluateAtWindow const& form) {
    TRY(people::may(call, take_grades, people::node(call.district, form.hall, form.window)));
    if (call.actor.kind == Actor::Kind::staff)
        return Refusal{Why::forbidden, "evaluation.own_service", form.window.text};
    auto const floor = TRY(see_all(call, form.hall));
    auto const finished = finished_at(call, floor, form.window);
    if (!finished) return Refusal{Why::conflict, "evaluation.nobody_served", form.window.text};
    auto const& ticket = finished->ticket;
    TRY(may_be_graded(call, floor.rules, ticket));
    auto const stop = TRY(graded_stop(call, ticket, finished->stop));
    auto const reasons = TRY(read_reasons(form.reasons));
    return keep(call, floor, ticket, stop, {form.grade, reasons, ""});
}

namespace {

std::vector<std::string> split(std::string_view joined) {
    std::vector<std::string> parts;
    while (!joined.empty()) {
        auto const end = std::min(joined.find(','), joined.size());
        parts.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return parts;
}

bool is_late(evaluations::Row const& row, Day today) {
    if (row.answered_at) return false;
    return row.answer_by < today || (!row.contacted_at && row.contact_by < today);
}

FollowUps follow_ups_shown(Call& call, HallId const& hall) {
    constexpr int most = 200;
    auto const today = call.district.zone().day_of(call.now);
    FollowUps shown;
    for (auto const& row : evaluations::follow_ups(call, hall, most))
        shown.follow_ups.push_back(
            {row.id, row.ticket, row.number, row.day, row.grade, split(row.reasons),
             row.words.empty() ? "" : people::unseal(row.words),
             row.person ? people::masked(call, *row.person).name : "", row.contact_by,
             row.answer_by, row.contacted_at, is_late(row, today),
             row.answered_at ? std::optional{row.answer} : std::nullopt});
    return shown;
}

Result<evaluations::Row> find_open(Call& call, HallId const& hall, std::string const& id) {
    TRY(find_hall(call, hall));
    TRY(people::may(call, manage_halls, people::node(call.district, hall)));
    auto row = evaluations::find_follow_up(call, hall, id);
    if (!row) return Refusal{Why::not_found, "follow_up.not_found", id};
    if (row->answered_at) return Refusal{Why::conflict, "follow_up.answered", id};
    return std::move(*row);
}

}  // namespace

Result<FollowUps> list_follow_ups(Call& call, ListFollowUps const& form) {
    TRY(find_hall(call, form.hall));
    TRY(people::may(call, manage_halls, people::node(call.district, form.hall)));
    return follow_ups_shown(call, form.hall);
}

Result<FollowUps> contact_citizen(Call& call, ContactCitizen const& form) {
    auto const row = TRY(find_open(call, form.hall, form.follow_up));
    // The first contact is the one that counts against its limit.
    if (!row.contacted_at) evaluations::note_contact(call, row.id);
    return follow_ups_shown(call, form.hall);
}

Result<FollowUps> answer_evaluation(Call& call, AnswerEvaluation const& form) {
    auto const row = TRY(find_open(call, form.hall, form.follow_up));
    if (form.answer.empty())
        return Refusal{Why::invalid, "follow_up.answer_missing", row.id, "answer"};
    if (!row.contacted_at) evaluations::note_contact(call, row.id);
    evaluations::note_answer(call, row.id, form.answer);
    return follow_ups_shown(call, form.hall);
}

}  // namespace banshi::hall
