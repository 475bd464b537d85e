#include "cli/demo/duties.h"

#include <algorithm>

#include "documents/sheet.h"

namespace banshi::demo {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::weeks;

namespace {

constexpr weeks between_steps{3};
constexpr hours morning{10};

std::chrono::year year_of(Day day) { return std::chrono::year_month_day{day}.year(); }

}  // namespace

Duties::Duties(Setting const& setting, Deeds& deeds, Staff const& staff, ProblemReplay::Note note,
               Instant now)
    : setting_(setting), deeds_(deeds), staff_(staff), note_(std::move(note)), now_(now) {
    auto const today = deeds.district().zone().day_of(now);
    first_ = duties_from(setting.problems, today);
    for (auto const& each : setting.problems.duties)
        programmes_.push_back({each, staff.by_login.at(head_login(each.organisation))});
}

void Duties::begin() {
    auto const start = deeds_.district().zone().midnight(first_) + morning;
    for (auto& each : programmes_) then(each, start + weeks{each.setting.week}, &Duties::plan);
}

void Duties::then(Programme& one, Instant at, Next next) {
    if (at < now_) note_(at, [this, &one, next](Instant now) { (this->*next)(one, now); });
}

json::object Duties::of(Programme const& one) const {
    return {{"year", static_cast<int>(year_of(first_))},
            {"organisation", one.setting.organisation.text}};
}

void Duties::deed(Programme& one, Actor const& actor, Instant now, std::string_view verb,
                  json::object form) {
    for (auto& [key, value] : of(one)) form[key] = value;
    auto const done = deeds_.must(actor, now, verb, form);
    one.version = done.at("version").to_number<std::int64_t>();
    one.steps_done = done.at("steps_done").to_number<std::int64_t>();
}

// Of the organisation, or in its street.
std::vector<std::string> Duties::numbers(Programme const& one, Instant now, json::object filter) {
    std::vector<std::string> found;
    for (auto const* where : {"unit", "street"}) {
        auto asked = filter;
        asked[where] = one.setting.organisation.text;
        auto const list = deeds_.must(staff_.of_role.at("inspector"), now, "list_cases", asked);
        for (auto const& each : list.at("cases").as_array())
            found.emplace_back(each.at("number").as_string());
    }
    return found;
}

// What would fall into the next year is due on the last day of this one.
Day Duties::day_of_step(std::size_t step, Day planned) const {
    using std::chrono::December;
    return std::min(planned + between_steps * static_cast<int>(step + 1),
                    Day{year_of(first_) / December / 31});
}

void Duties::plan(Programme& one, Instant now) {
    auto const& hard = one.setting.problem;
    one.problem = numbers(one, now, {{"kind", hard.kind}, {"words", hard.title}}).at(0);
    auto const today = deeds_.district().zone().day_of(now);
    json::array methods, steps;
    for (auto const& method : one.setting.methods) methods.emplace_back(method);
    for (std::size_t at = 0; at < one.setting.steps.size(); ++at) {
        auto const& step = one.setting.steps[at];
        steps.push_back(json::object{{"part", step.part},
                                     {"title", step.title},
                                     {"day", banshi::written(day_of_step(at, today))},
                                     {"person", step.person}});
    }
    deed(one, one.head, now, "plan_duty",
         {{"plan", json::object{{"problems", json::array{json::value(one.problem)}},
                                {"kinds", json::array{json::value(one.setting.kind)}},
                                {"cause", one.setting.cause},
                                {"mechanism", one.setting.mechanism},
                                {"methods", std::move(methods)},
                                {"steps", std::move(steps)}}}});
    then(one, now + days{1}, &Duties::submit);
}

// A kind that has not come back often enough is handed in once it has.
void Duties::submit(Programme& one, Instant now) {
    auto form = of(one);
    form["if_match"] = one.version;
    auto const done = deeds_.perform(one.head, now, "submit_duty", form);
    if (!done && done.refusal().text == "duty.not_recurring")
        return then(one, now + weeks{1}, &Duties::submit);
    one.version =
        deeds_.must(one.head, now, "see_duty", of(one)).at("version").to_number<std::int64_t>();
    if (!one.setting.paper.empty()) then(one, now + until_approved, &Duties::approve);
    then(one, now + weeks{1}, &Duties::go_on);
}

void Duties::approve(Programme& one, Instant now) {
    auto form = of(one);
    form["file"] =
        upload_value(one.setting.mechanism + ".pdf", "application/pdf", paper(one.setting, now));
    auto const kept = deeds_.must(one.head, now, "attach_duty_file", form);
    deed(one, staff_.of_role.at("leader"), now, "approve_mechanism",
         {{"if_match", one.version}, {"document", text_at(kept, "file")}});
}

// A week's work: a step where one is due, and a method on what has been cleared.
void Duties::go_on(Programme& one, Instant now) {
    finish_step(one, now);
    use_method(one, now);
    then(one, now + weeks{1}, &Duties::go_on);
}

void Duties::finish_step(Programme& one, Instant now) {
    auto const next = static_cast<std::size_t>(one.steps_done);
    if (next >= one.setting.steps.size()) return;
    auto const& evidence = one.setting.steps[next].evidence;
    auto const view = deeds_.must(one.head, now, "see_duty", of(one));
    auto const day = read_day(text_at(view.at("steps").at(next), "day"));
    if (evidence.empty() || deeds_.district().zone().day_of(now) + weeks{1} <= *day) return;
    deed(one, one.head, now, "finish_step",
         {{"serial", one.steps_done + 1}, {"evidence", evidence}});
}

void Duties::use_method(Programme& one, Instant now) {
    auto const cleared = numbers(one, now, {{"category", one.setting.kind}, {"state", "cleared"}});
    auto const fresh = std::ranges::find_if(cleared, [&](auto const& number) {
        return std::ranges::find(one.used_on, number) == one.used_on.end();
    });
    if (fresh == cleared.end() || one.used_on.size() >= 2 * one.setting.methods.size()) return;
    auto const method = static_cast<int>(one.used_on.size() % one.setting.methods.size()) + 1;
    deed(one, one.head, now, "use_method", {{"method", method}, {"number", *fresh}});
    one.used_on.push_back(*fresh);
}

std::string Duties::paper(DutySetting const& duty, Instant now) const {
    documents::Sheet sheet{duty.mechanism, {}};
    sheet.blocks.emplace_back(documents::Title{duty.mechanism});
    sheet.blocks.emplace_back(documents::Paragraph{duty.paper});
    auto bytes = documents::sheet_pdf(sheet, now);
    return std::move(bytes).value();
}

}  // namespace banshi::demo
