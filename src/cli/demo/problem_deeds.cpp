// The deeds of the replay on one problem, each of which notes the next.

#include <stdexcept>

#include "cli/demo/problem_replay.h"

namespace banshi::demo {

using namespace std::chrono_literals;

void ProblemReplay::then(Case& one, Instant at, Next next) {
    if (at < now_) note_(at, [this, &one, next](Instant now) { (this->*next)(one, now); });
}

json::value ProblemReplay::perform(Actor const& actor, Instant now, std::string_view verb,
                                   json::object const& form) {
    auto answer = deeds_.perform(actor, now, verb, form);
    if (answer) return std::move(answer).value();
    throw std::runtime_error(std::string(verb) + ": " + answer.refusal().text + " " +
                             answer.refusal().detail);
}

// By the office, which works on the version that it saw last.
void ProblemReplay::deed(Case& one, Actor const& actor, Instant now, std::string_view verb,
                         json::object form) {
    form["number"] = one.number;
    form["if_match"] = one.version;
    one.version = perform(actor, now, verb, form).at("version").to_number<std::int64_t>();
}

void ProblemReplay::file(Case& one, Instant now) {
    auto const& problem = one.problem;
    json::object form{{"category", problem.category},
                      {"title", problem.title},
                      {"text", problem.text},
                      {"place", problem.place},
                      {"street", problem.street.text}};
    if (problem.households) form["households"] = *problem.households;
    if (problem.since) form["since"] = written(*problem.since);
    if (!problem.reporter.empty()) form["name"] = problem.reporter;
    bool const by_people = problem.channel == "web";
    if (!by_people) {
        form["kind"] = problem.kind;
        form["channel"] = problem.channel;
    }
    auto const filed = perform(by_people ? visitor : by("intake"), now,
                               by_people ? "report_problem" : "register_matter", form);
    one.number = filed.at("number").as_string();
    one.code = filed.at("code").as_string();
    then(one, problem.accepted_at, &ProblemReplay::accept);
}

void ProblemReplay::accept(Case& one, Instant now) {
    deed(one, by("intake"), now, "accept_matter");
    then(one, one.problem.dispatched_at, &ProblemReplay::dispatch);
}

void ProblemReplay::dispatch(Case& one, Instant now) {
    deed(one, by("intake"), now, "dispatch_matter", {{"lead", one.problem.unit.text}});
    then(one, one.again ? now + 40min : one.problem.signed_at, &ProblemReplay::sign);
}

void ProblemReplay::sign(Case& one, Instant now) {
    deed(one, head_of(one), now, "sign_matter");
    if (!one.again) then(one, one.problem.ends_at, &ProblemReplay::end);
}

// What the unit comes to, if it has come to anything before now.
void ProblemReplay::end(Case& one, Instant now) {
    auto const& zone = deeds_.district().zone();
    switch (one.problem.fate) {
        case Fate::open:
            return deed(one, head_of(one), now, "note_progress", {{"why", words().progress}});
        case Fate::waiting:
            return deed(one, head_of(one), now, "pause_matter", {{"reason", "citizen"}});
        case Fate::withdrawn:
            perform(visitor, now, "withdraw_matter",
                    {{"number", one.number}, {"code", one.code}, {"why", words().withdrawn}});
            return;
        case Fate::listed: {
            auto const review = zone.day_of(now) + std::chrono::days{28};
            return deed(one, by("leader"), now, "list_matter",
                        {{"why", words().listed}, {"review_on", written(review)}});
        }
        default:
            return answer(one, now);
    }
}

void ProblemReplay::answer(Case& one, Instant now) {
    json::object form{{"outcome", "solved"}, {"text", one.problem.answer}};
    json::array quantities;
    for (auto const& [type, amount] : one.problem.quantities)
        quantities.push_back(json::object{{"type", type}, {"amount", amount}});
    if (!quantities.empty()) form["quantities"] = quantities;
    deed(one, head_of(one), now, "answer_matter", form);
    perform(head_of(one), now, "attach_file",
            {{"number", one.number},
             {"file", upload_value(words().photo, "image/jpeg", photo_)},
             {"published", true}});
    if (one.problem.fate != Fate::answered) then(one, now + 50min, &ProblemReplay::clear);
}

void ProblemReplay::clear(Case& one, Instant now) {
    deed(one, by("approver"), now, "clear_matter");
    if (one.problem.rating) then(one, one.problem.rated_at, &ProblemReplay::rate);
}

void ProblemReplay::rate(Case& one, Instant now) {
    bool const solved = one.problem.fate != Fate::opened_again;
    perform(visitor, now, "judge_matter",
            {{"number", one.number},
             {"code", one.code},
             {"solved", solved},
             {"rating", rating_words.at(*one.problem.rating)},
             {"reason", solved ? "" : words().not_solved}});
    if (solved) return;
    one.again = true;  // it is open again, and is given out once more
    one.version = perform(by("intake"), now, "see_case", {{"number", one.number}})
                      .at("version")
                      .to_number<std::int64_t>();
    then(one, now + 20h, &ProblemReplay::dispatch);
}

}  // namespace banshi::demo
