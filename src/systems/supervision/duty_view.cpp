#include "systems/supervision/duty_view.h"

#include <algorithm>

#include "engines/matters/clock.h"
#include "engines/matters/counts.h"
#include "engines/matters/privacy.h"
#include "engines/matters/texts.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(PlannedStep, (), (part, title, day, person))
BOOST_DESCRIBE_STRUCT(DutyPlan, (), (problems, kinds, cause, mechanism, methods, steps))

namespace {

constexpr int months_shown = 12;  // on each side of the mechanism

// Registered in [from, to), without what was declined or merged.
std::int64_t registered(Call& call, std::string const& category, Day from, Day to) {
    std::int64_t count = 0;
    for (auto const& tally :
         matters::tallies(call, book_name, matters::Split::category, {from, to}, category))
        if (tally.what == matters::What::matter && !tally.detail.starts_with("declined") &&
            !tally.detail.starts_with("merged"))
            count += tally.n;
    return count;
}

Day first_of_month(Day day) {
    std::chrono::year_month_day const date{day};
    return Day{date.year() / date.month() / 1};
}

// The months before and after the mechanism stood, up to the present one. Empty months before the
// first say nothing: the kind may not have been kept then.
std::vector<MonthCount> recurrence_of(Call& call, std::string const& category, Instant approved) {
    auto const& zone = call.district.zone();
    auto const turn = first_of_month(zone.day_of(approved)),
               present = first_of_month(zone.day_of(call.now));
    std::vector<MonthCount> out;
    for (int at = -months_shown; at <= months_shown; ++at) {
        auto const month = matters::months_after(turn, at);
        if (month > present) break;
        auto const count = registered(call, category, month, matters::months_after(month, 1));
        if (!out.empty() || count > 0 || at >= 0) out.push_back({month, count, at >= 0});
    }
    return out;
}

MatterBrief brief(Call& call, std::string const& number) {
    auto const matter = find_matter(call, number);
    if (!matter) return {number, "", matters::State::draft, std::nullopt, false};
    auto const& m = matter.value();
    bool const everybody =
        m.visibility == matters::Visibility::open || m.visibility == matters::Visibility::anonymous;
    return {m.number, everybody ? matters::title_outside(call, m, call.language) : "", m.state,
            m.outcome, false};
}

bool is_solved(MatterBrief const& matter) {
    return matter.state == matters::State::cleared && (matter.outcome == matters::Outcome::solved ||
                                                       matter.outcome == matters::Outcome::partly);
}

void add_parts(Call& call, rows::Duty const& duty, DutyPlan const& plan, DutyView& view) {
    for (auto const& number : plan.problems) {
        view.problems.push_back(brief(call, number));
        view.problems.back().done = is_solved(view.problems.back());
    }
    auto const today = call.district.zone().day_of(call.now);
    for (auto const& kind : plan.kinds)
        view.kinds.push_back(
            {kind, category_name(call, kind), recurring_matters(call, kind, today)});
    auto const uses = rows::uses_of(call, duty);
    for (std::size_t at = 0; at < plan.methods.size(); ++at) {
        MethodView method{static_cast<int>(at) + 1, plan.methods[at], {}, false};
        for (auto const& use : uses) {
            if (use.method != method.serial) continue;
            method.used_on.push_back(brief(call, use.matter.text));
            auto& last = method.used_on.back();
            last.done = last.state == matters::State::cleared;
            method.done |= last.done;
        }
        view.methods.push_back(std::move(method));
    }
}

void add_steps(Call& call, rows::Duty const& duty, DutyPlan const& plan, DutyView& view) {
    auto const& zone = call.district.zone();
    auto const done = rows::steps_done_of(call, duty);
    for (std::size_t at = 0; at < plan.steps.size(); ++at) {
        auto const& planned = plan.steps[at];
        DutyStep step{static_cast<int>(at) + 1,
                      planned.part,
                      planned.title,
                      planned.day,
                      planned.person,
                      std::nullopt,
                      false,
                      "",
                      std::nullopt};
        auto const found = std::ranges::find(done, step.serial, &rows::StepDone::serial);
        if (found != done.end()) {
            step.done_at = found->at;
            step.evidence = found->evidence;
            if (!found->file.empty()) step.file = files::FileId{found->file};
            ++view.steps_done;
        }
        step.late = zone.day_of(step.done_at.value_or(call.now)) > step.day;
        view.steps.push_back(std::move(step));
    }
}

}  // namespace

std::string written_plan(DutyPlan const& plan) {
    return json::serialize(shape::write(plan, Zone{"UTC"}));
}

DutyPlan plan_of(rows::Duty const& duty) {
    return shape::read<DutyPlan>(json::parse(duty.plan).as_object(), shape::Source::json).value();
}

std::string duty_about(rows::Duty const& duty) {
    return "duty/" + std::to_string(duty.year) + "/" + duty.organisation.text;
}

std::int64_t recurring_matters(Call& call, std::string const& category, Day until) {
    auto const& settings = call.district.policy<Settings>().duties;
    auto const months = settings ? settings->recurring_months : months_shown;
    return registered(call, category, matters::months_after(until, -months),
                      until + std::chrono::days{1});
}

DutyView shown(Call& call, rows::Duty const& duty) {
    auto const plan = plan_of(duty);
    DutyView view{};
    view.year = duty.year;
    view.organisation = duty.organisation;
    view.name = unit_name(call, duty.organisation);
    view.version = duty.version;
    view.submitted = duty.submitted_at.has_value();
    view.cause = plan.cause;
    view.mechanism = plan.mechanism;
    view.approved_at = duty.approved_at;
    add_parts(call, duty, plan, view);
    add_steps(call, duty, plan, view);
    view.problem_done = view.problems.size() == 1 && view.problems.front().done;
    view.kind_done = view.kinds.size() == 1 && !plan.cause.empty() && duty.approved_at.has_value();
    view.methods_done =
        !view.methods.empty() && std::ranges::all_of(view.methods, &MethodView::done);
    view.done = view.submitted && view.problem_done && view.kind_done && view.methods_done;
    if (duty.approved_at && view.kinds.size() == 1)
        view.recurrence = recurrence_of(call, view.kinds.front().category, *duty.approved_at);
    for (auto const& deed : rows::deeds_of(call, duty))
        view.history.push_back({deed.at, deed.deed, matters::masked_text(deed.why, {}).text});
    view.now = call.now;
    return view;
}

DutyLine line_of(DutyView const& view) {
    return {view.organisation,
            view.name,
            view.submitted,
            view.problems.empty() ? "" : view.problems.front().title,
            view.kinds.empty() ? "" : view.kinds.front().name,
            static_cast<int>(view.methods.size()),
            static_cast<int>(view.steps.size()),
            view.steps_done,
            view.done};
}

}  // namespace banshi::supervision
