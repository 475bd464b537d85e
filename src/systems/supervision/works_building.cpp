// Deciding, building and judging: the congress, the milestones, the report, the people's grades.

#include <algorithm>

#include "systems/supervision/works_steps.h"

namespace banshi::supervision {

namespace {

constexpr int ratings_least = 30;
constexpr int satisfied_least = 80;  // percent

// Found, allowed, in the state that the deed takes.
Result<rows::Item> taken(Call& call, std::string const& id, WorkState state) {
    TRY(people::may(call, run_works, people::node(call.district)));
    auto item = TRY(find_item(call, id));
    TRY(need_state(call, item, state));
    return item;
}

Result<WorkView> shown_item(Call& call, rows::Item const& item) {
    auto const programme = TRY(find_programme(call, item.year));
    return shown(call, programme, item);
}

Result<void> check_milestones(Call& call, std::vector<PlannedMilestone> const& milestones) {
    if (milestones.empty()) return Refusal{Why::invalid, "milestone.missing", "", "milestones"};
    auto const today = call.district.zone().day_of(call.now);
    for (auto const& each : milestones)
        if (each.title.empty() || each.planned < today)
            return Refusal{Why::invalid, "milestone.day", each.title, "milestones"};
    return {};
}

// The matter that the clocks of the milestones hang on, registered in the ledger of public works.
Result<matters::Matter> matter_of(Call& call, rows::Item& item) {
    if (item.matter) return matters::find(call, *item.matter);
    auto const& book = call.district.policy<Settings>().book;
    matters::Filing filing{book_name, "public_work", book.categories.back().id, item.title,
                           item.text.empty() ? item.title : item.text};
    filing.place = item.place;
    filing.street = item.street;
    filing.channel = "works";
    auto filed = TRY(matters::file(call, filing, matters::Reporter{}));
    TRY(matters::accept(call, filed.matter));
    TRY(matters::dispatch(call, filed.matter, {item.unit}));
    TRY(matters::sign(call, filed.matter));
    // Its own milestones say how long it may take.
    matters::end_clocks(call, filed.matter, call.now, "milestones");
    item.matter = filed.matter.id;
    return filed.matter;
}

Result<void> plan_milestones(Call& call, rows::Item& item,
                             std::vector<PlannedMilestone> const& milestones) {
    auto matter = TRY(matter_of(call, item));
    auto serial = static_cast<int>(rows::milestones_of(call, item.id).size());
    for (auto const& [title, planned] : milestones) {
        matters::start_clock_until(call, matter, matters::ClockKind::milestone, call.now, planned,
                                   item.unit);
        auto const clock = matters::clocks_of(call, matter.id).back().serial;
        rows::insert(call, {item.id, ++serial, title, planned, clock, std::nullopt, ""});
        TRY(matters::note_progress(call, matter, title + " " + written(planned)));
    }
    return {};
}

}  // namespace

Result<WorkView> confirm_work(Call& call, ConfirmWork const& form) {
    auto item = TRY(taken(call, form.item, WorkState::ranked));
    auto const programme = TRY(find_programme(call, item.year));
    if (form.yes < 0 || form.no < 0 || form.abstained < 0 ||
        form.yes + form.no + form.abstained > programme.deputies || form.budget < 0)
        return Refusal{Why::invalid,
                       "works.count",
                       "",
                       "yes",
                       {{"deputies", std::to_string(programme.deputies)}}};
    TRY(check_unit(call, form.unit, "unit"));
    item.yes = form.yes;
    item.no = form.no;
    item.abstained = form.abstained;
    item.budget = form.budget;
    item.unit = form.unit;
    item.leader = form.leader;
    // More than half of all deputies, not of those who came.
    bool const passed = 2 * form.yes > programme.deputies;
    step(call, item, "confirm_work", passed ? WorkState::confirmed : WorkState::not_confirmed, "");
    return shown(call, programme, item);
}

Result<WorkView> start_work(Call& call, StartWork const& form) {
    auto item = TRY(taken(call, form.item, WorkState::announced));
    TRY(check_milestones(call, form.milestones));
    TRY(plan_milestones(call, item, form.milestones));
    step(call, item, "start_work", WorkState::under_way, "");
    return shown_item(call, item);
}

Result<WorkView> reach_milestone(Call& call, ReachMilestone const& form) {
    auto item = TRY(taken(call, form.item, WorkState::under_way));
    if (form.spent > item.budget || form.spent < item.spent)
        return Refusal{Why::invalid, "works.over_budget", item.id, "spent"};
    for (auto milestone : rows::milestones_of(call, item.id)) {
        if (milestone.serial != form.serial) continue;
        if (milestone.done_at) return Refusal{Why::conflict, "milestone.done", item.id};
        if (form.words.empty()) return Refusal{Why::invalid, "comment.missing", "", "words"};
        milestone.done_at = call.now;
        milestone.words = form.words;
        rows::update(call, milestone);
        auto matter = TRY(matters::find(call, item.matter.value()));
        matters::end_clock_by_serial(call, matter, milestone.clock.value_or(0), call.now, "done");
        TRY(matters::note_progress(call, matter, milestone.title + "：" + form.words));
        item.spent = form.spent;
        step(call, item, "reach_milestone", WorkState::under_way, milestone.title);
        return shown_item(call, item);
    }
    return Refusal{Why::not_found, "milestone.not_found", item.id, "serial"};
}

Result<WorkView> amend_work(Call& call, AmendWork const& form) {
    auto item = TRY(taken(call, form.item, WorkState::under_way));
    if (form.why.empty()) return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    if (form.budget < item.spent) return Refusal{Why::invalid, "works.over_budget", "", "budget"};
    item.budget = form.budget;
    step(call, item, "amend_work", WorkState::under_way, form.why);
    return shown_item(call, item);
}

Result<WorkView> finish_work(Call& call, FinishWork const& form) {
    auto item = TRY(taken(call, form.item, WorkState::under_way));
    auto const milestones = rows::milestones_of(call, item.id);
    if (!std::ranges::all_of(milestones, [](auto const& each) { return each.done_at.has_value(); }))
        return Refusal{Why::conflict, "milestone.open", item.id};
    step(call, item, "finish_work", WorkState::finished, "");
    return shown_item(call, item);
}

Result<WorkView> report_work(Call& call, ReportWork const& form) {
    auto item = TRY(taken(call, form.item, WorkState::finished));
    if (form.report.empty()) return Refusal{Why::invalid, "works.report_missing", "", "report"};
    item.report = form.report;
    step(call, item, "report_work", WorkState::reported, "");
    return shown_item(call, item);
}

Result<WorkRated> rate_work(Call& call, RateWork const& form) {
    auto const item = TRY(find_item(call, form.item));
    TRY(need_state(call, item, WorkState::reported));
    auto const voter = TRY(voter_of(call, form.id_number, form.name, "rating/" + item.id));
    return WorkRated{rows::put_rating(call, item.id, attempt_of(call, item), voter, form.grade)};
}

Result<WorkView> judge_work(Call& call, JudgeWork const& form) {
    auto item = TRY(taken(call, form.item, WorkState::reported));
    auto const ratings = rows::ratings_of(call, item.id, attempt_of(call, item));
    if (ratings.rated < ratings_least)
        return Refusal{
            Why::conflict,
            "works.too_few_ratings",
            item.id,
            "",
            {{"least", std::to_string(ratings_least)}, {"rated", std::to_string(ratings.rated)}}};
    bool const passed =
        form.congress_passed && 100 * ratings.satisfied >= satisfied_least * ratings.rated;
    if (passed) {
        step(call, item, "judge_work", WorkState::passed, form.why);
        return shown_item(call, item);
    }
    auto const milestones = form.milestones.value_or(std::vector<PlannedMilestone>{});
    TRY(check_milestones(call, milestones));
    TRY(plan_milestones(call, item, milestones));
    step(call, item, "judge_work", WorkState::under_way, form.why);
    return shown_item(call, item);
}

}  // namespace banshi::supervision
