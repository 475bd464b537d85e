#include "systems/supervision/duties.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/people/people.h"
#include "engines/record/record.h"
#include "systems/supervision/case.h"
#include "systems/supervision/duty_view.h"
#include "systems/supervision/filing.h"

namespace banshi::supervision {

namespace {

Refusal no_programme(OrgId const& organisation) {
    return {Why::not_found, "duty.not_found", organisation.text, "organisation"};
}

Result<rows::Duty> find(Call& call, int year, OrgId const& organisation) {
    if (auto duty = rows::find_duty(call, year, organisation)) return std::move(*duty);
    return no_programme(organisation);
}

bool works_here(Call& call, OrgId const& organisation) {
    return call.actor.holds(run_duties, unit_node(call, organisation)) ||
           call.actor.holds(approve_duties, people::node(call.district));
}

Result<void> expect(rows::Duty const& duty, std::optional<int> seen) {
    if (!seen) return Refusal{Why::unguarded, "matter.version_missing", "", "if_match"};
    if (*seen == duty.version) return {};
    return Refusal{
        Why::stale, "duty.stale", "", "if_match", {{"version", std::to_string(duty.version)}}};
}

char const* state_of(rows::Duty const& duty) {
    return duty.approved_at ? "approved" : duty.submitted_at ? "submitted" : "draft";
}

void step(Call& call, rows::Duty& duty, char const* deed, std::string const& why = "") {
    ++duty.version;
    rows::put(call, duty);
    auto const sequence = static_cast<int>(rows::deeds_of(call, duty).size()) + 1;
    rows::insert(call, duty, rows::DutyDeedRow{sequence, call.now, deed, call.actor.id(), why});
    record::append(call, record::DutyMoved{duty_about(duty), deed, state_of(duty)});
}

Result<void> check_steps(PlanDuty const& form) {
    for (auto const& each : form.plan.steps)
        if (is_blank(each.title) || is_blank(each.person) ||
            std::chrono::year_month_day{each.day}.year() != std::chrono::year{form.year})
            return Refusal{Why::invalid,
                           "duty.step",
                           each.title,
                           "steps",
                           {{"year", std::to_string(form.year)}}};
    for (auto const& each : form.plan.methods)
        if (is_blank(each)) return Refusal{Why::invalid, "duty.method", "", "methods"};
    return {};
}

// What everybody may read may be taken up by any organisation, whoever handles it.
Result<matters::Matter> taken_up(Call& call, std::string const& number) {
    if (auto open = find_public(call, number)) return open;
    auto matter = TRY(find_matter(call, number));
    TRY(may_see(call, matter));
    return matter;
}

Result<void> check_named(Call& call, DutyPlan const& plan) {
    for (auto const& number : plan.problems) TRY(taken_up(call, number));
    auto const& book = call.district.policy<Settings>().book;
    for (auto const& kind : plan.kinds)
        if (!book.category(kind)) return Refusal{Why::invalid, "matter.category", kind, "kinds"};
    return {};
}

// The kind comes back: so many matters within so many months.
Result<void> check_recurring(Call& call, std::string const& kind) {
    auto const& settings = call.district.policy<Settings>().duties;
    auto const count = recurring_matters(call, kind, call.district.zone().day_of(call.now));
    if (!settings || count >= settings->recurring_matters) return {};
    return Refusal{Why::invalid,
                   "duty.not_recurring",
                   kind,
                   "kinds",
                   {{"count", std::to_string(count)},
                    {"least", std::to_string(settings->recurring_matters)},
                    {"months", std::to_string(settings->recurring_months)},
                    {"basis", settings->basis}}};
}

Result<void> check_whole(Call& call, DutyPlan const& plan) {
    auto const lacks = [](char const* code, char const* field, std::size_t count = 0) {
        return Refusal{Why::invalid, code, "", field, {{"count", std::to_string(count)}}};
    };
    if (plan.problems.size() != 1)
        return lacks("duty.one_problem", "problems", plan.problems.size());
    if (plan.kinds.size() != 1) return lacks("duty.one_kind", "kinds", plan.kinds.size());
    TRY(check_recurring(call, plan.kinds.front()));
    if (is_blank(plan.cause)) return lacks("duty.cause", "cause");
    if (is_blank(plan.mechanism)) return lacks("duty.mechanism", "mechanism");
    if (plan.methods.empty()) return lacks("duty.method", "methods");
    for (auto const part : {DutyPart::problem, DutyPart::kind, DutyPart::method})
        if (std::ranges::find(plan.steps, part, &PlannedStep::part) == plan.steps.end())
            return lacks("duty.steps", "steps");
    return {};
}

Result<rows::Duty> at_work(Call& call, int year, OrgId const& organisation) {
    auto duty = TRY(find(call, year, organisation));
    TRY(people::may(call, run_duties, unit_node(call, organisation)));
    if (!duty.submitted_at) return Refusal{Why::conflict, "duty.draft", organisation.text};
    return duty;
}

DutyView for_office(Call& call, rows::Duty const& duty) {
    auto view = shown(call, duty);
    view.files = files::shown(files::list_about(call, duty_about(duty)));
    return view;
}

}  // namespace

Result<Duties> see_duties(Call& call, OfDutyYear const& form) {
    Duties out{form.year, {}};
    for (auto const& duty : rows::duties_of(call, form.year))
        if (duty.submitted_at || works_here(call, duty.organisation))
            out.lines.push_back(line_of(shown(call, duty)));
    return out;
}

Result<DutyView> see_duty(Call& call, OfDuty const& form) {
    auto const duty = TRY(find(call, form.year, form.organisation));
    if (works_here(call, duty.organisation)) return for_office(call, duty);
    if (!duty.submitted_at) return no_programme(form.organisation);
    return shown(call, duty);
}

Result<DutyView> plan_duty(Call& call, PlanDuty const& form) {
    TRY(check_unit(call, form.organisation, "organisation"));
    TRY(people::may(call, run_duties, unit_node(call, form.organisation)));
    auto known = rows::find_duty(call, form.year, form.organisation);
    if (known) TRY(expect(*known, form.if_match));
    if (known && known->submitted_at)
        return Refusal{Why::conflict, "duty.submitted", form.organisation.text};
    TRY(check_steps(form));
    TRY(check_named(call, form.plan));
    rows::Duty duty = known.value_or(
        rows::Duty{form.year, form.organisation, "", 0, std::nullopt, "", "", std::nullopt, ""});
    duty.plan = written_plan(form.plan);
    step(call, duty, "plan");
    return for_office(call, duty);
}

Result<DutyView> submit_duty(Call& call, OnDuty const& form) {
    auto duty = TRY(find(call, form.year, form.organisation));
    TRY(people::may(call, run_duties, unit_node(call, form.organisation)));
    TRY(expect(duty, form.if_match));
    if (duty.submitted_at) return Refusal{Why::conflict, "duty.submitted", form.organisation.text};
    TRY(check_whole(call, plan_of(duty)));
    duty.submitted_at = call.now;
    duty.submitted_by = call.actor.id();
    step(call, duty, "submit");
    return for_office(call, duty);
}

Result<DutyFile> attach_duty_file(Call& call, AttachDutyFile const& form) {
    auto const duty = TRY(find(call, form.year, form.organisation));
    TRY(people::may(call, run_duties, unit_node(call, form.organisation)));
    auto const kept = TRY(files::keep(call, form.file, {duty_about(duty)}));
    return DutyFile{kept.id};
}

Result<File> read_duty_file(Call& call, ReadDutyFile const& form) {
    auto const duty = TRY(find(call, form.year, form.organisation));
    if (!works_here(call, form.organisation)) return no_programme(form.organisation);
    auto const file = TRY(files::find(call, form.file, duty_about(duty)));
    return files::file_of(call, file, files::Size::whole);
}

Result<DutyView> approve_mechanism(Call& call, ApproveMechanism const& form) {
    auto duty = TRY(find(call, form.year, form.organisation));
    TRY(people::may(call, approve_duties, people::node(call.district)));
    TRY(expect(duty, form.if_match));
    if (!duty.submitted_at) return Refusal{Why::conflict, "duty.draft", form.organisation.text};
    if (duty.approved_at) return Refusal{Why::conflict, "duty.approved", form.organisation.text};
    if (duty.submitted_by == call.actor.id()) return Refusal{Why::invalid, "duty.same_person", ""};
    TRY(files::find(call, form.document, duty_about(duty)));
    duty.document = form.document.text;
    duty.approved_at = call.now;
    duty.approved_by = call.actor.id();
    step(call, duty, "approve");
    return for_office(call, duty);
}

Result<DutyView> use_method(Call& call, UseMethod const& form) {
    auto duty = TRY(at_work(call, form.year, form.organisation));
    auto const plan = plan_of(duty);
    if (form.method < 1 || static_cast<std::size_t>(form.method) > plan.methods.size())
        return Refusal{Why::invalid, "duty.no_method", "", "method"};
    auto const matter = TRY(taken_up(call, form.number));
    rows::insert(call, duty, rows::DutyUse{form.method, matter.id});
    step(call, duty, "use", matter.number);
    return for_office(call, duty);
}

Result<DutyView> finish_step(Call& call, FinishStep const& form) {
    auto duty = TRY(at_work(call, form.year, form.organisation));
    auto const plan = plan_of(duty);
    if (form.serial < 1 || static_cast<std::size_t>(form.serial) > plan.steps.size())
        return Refusal{Why::invalid, "duty.no_step", "", "serial"};
    if (is_blank(form.evidence)) return Refusal{Why::invalid, "duty.evidence", "", "evidence"};
    auto const done = rows::steps_done_of(call, duty);
    if (std::ranges::find(done, form.serial, &rows::StepDone::serial) != done.end())
        return Refusal{Why::conflict, "duty.step_done", "", "serial"};
    if (form.file) TRY(files::find(call, *form.file, duty_about(duty)));
    rows::insert(call, duty,
                 rows::StepDone{form.serial, call.now, call.actor.id(), form.evidence,
                                form.file ? form.file->text : ""});
    step(call, duty, "finish", plan.steps[static_cast<std::size_t>(form.serial) - 1].title);
    return for_office(call, duty);
}

}  // namespace banshi::supervision
