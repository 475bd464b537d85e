#include <algorithm>
#include <set>

#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/telling.h"
#include "engines/matters/texts.h"

namespace banshi::matters {

namespace {

std::vector<Task> open_tasks(Call& call, Matter const& matter) {
    auto tasks = rows::tasks_of(call, matter.id);
    std::erase_if(tasks, [](Task const& task) { return !task.open(); });
    return tasks;
}

void end_task(Call& call, Task task, std::string const& grounds = "") {
    task.ended_at = call.now;
    task.grounds = grounds;
    rows::update(call, task);
}

int returns_of(Call& call, Matter const& matter) {
    return static_cast<int>(
        std::ranges::count_if(rows::tasks_of(call, matter.id), [&](Task const& task) {
            return task.lead && task.round == matter.round && !task.grounds.empty();
        }));
}

Result<void> check_units(Dispatch const& form) {
    std::set<OrgId> seen{form.lead};
    for (auto const& unit : form.joint)
        if (!seen.insert(unit).second)
            return Refusal{Why::invalid, "dispatch.unit_twice", unit.text, "joint"};
    return {};
}

Task add_task(Call& call, Matter& matter, int serial, OrgId const& unit, bool lead, bool forced) {
    Task const task{
        matter.id,       matter.round, serial, unit,         lead, forced,       call.now,
        call.actor.id(), std::nullopt, {},     std::nullopt, "",   std::nullopt, ""};
    rows::insert(call, task);
    if (lead) start_clock(call, matter, ClockKind::sign, call.now, &task);
    start_clock(call, matter, lead ? ClockKind::step : ClockKind::joint, call.now, &task);
    return task;
}

Result<void> assign(Call& call, Matter& matter, Dispatch const& form, Verb verb) {
    auto const to = TRY(way(call, matter, verb));
    TRY(check_units(form));
    auto serial = static_cast<int>(rows::tasks_of(call, matter.id).size());
    matter.unit = form.lead;
    matter.handler = {};
    end_clock(call, matter, ClockKind::dispatch, std::nullopt, call.now, "dispatched");
    add_task(call, matter, ++serial, form.lead, true, verb == Verb::force_assign);
    json::array joint;
    for (auto const& unit : form.joint) {
        add_task(call, matter, ++serial, unit, false, false);
        joint.emplace_back(unit.text);
    }
    step(call, matter, verb, to, {form.why, {{"lead", form.lead.text}, {"joint", joint}}});
    return {};
}

}  // namespace

Result<void> accept(Call& call, Matter& matter) {
    auto const to = TRY(way(call, matter, Verb::accept));
    if (!matter.numbered()) TRY(issue_number(call, matter));
    matter.accepted_at = call.now;
    end_clock(call, matter, ClockKind::accept, std::nullopt, call.now, "accepted");
    start_clock(call, matter, ClockKind::total, call.now);
    start_clock(call, matter, ClockKind::dispatch, call.now);
    step(call, matter, Verb::accept, to);
    tell_reporters(call, matter, "accepted");
    return {};
}

Result<void> decline(Call& call, Matter& matter, std::string const& reason,
                     std::string const& where_instead) {
    auto const to = TRY(way(call, matter, Verb::decline));
    TRY(need(reason, "matter.reason_missing", "reason"));
    auto const* const known = book(call.district, matter.book).decline(reason);
    if (!known) return Refusal{Why::invalid, "decline.reason", reason, "reason"};
    TRY(need(where_instead, "decline.where_missing", "where_instead"));
    if (known->not_ours) matter.outcome = Outcome::not_ours;
    end_clocks(call, matter, call.now, "declined");
    step(call, matter, Verb::decline, to, {where_instead, {{"reason", reason}}});
    auto const where = PublicWords(call, matter).of(where_instead);
    for (auto const& reporter : rows::reporters_of(call, matter.id))
        tell_reporter(call, matter, reporter, "declined",
                      {{"reason", reporter.language == "en" ? known->name_en : known->name},
                       {"where", where}});
    return {};
}

Result<void> ask_changes(Call& call, Matter& matter, std::string const& points) {
    auto const to = TRY(way(call, matter, Verb::ask_changes));
    TRY(need(points, "matter.reason_missing", "points"));
    end_clocks(call, matter, call.now, "asked_changes");
    step(call, matter, Verb::ask_changes, to, {.why = points});
    tell_reporters(call, matter, "changes_asked", {{"points", points}});
    return {};
}

Result<void> dispatch(Call& call, Matter& matter, Dispatch const& form) {
    auto const& rules = rules_of(call, matter);
    if (matter.state == State::returned && returns_of(call, matter) >= rules.returns_most)
        return Refusal{Why::conflict,
                       "return.used_up",
                       matter.id.text,
                       "",
                       {{"most", std::to_string(rules.returns_most)}}};
    return assign(call, matter, form, Verb::dispatch);
}

Result<void> force_assign(Call& call, Matter& matter, Dispatch const& form) {
    TRY(need(form.why, "matter.reason_missing", "why"));
    return assign(call, matter, form, Verb::force_assign);
}

Result<void> sign(Call& call, Matter& matter) {
    auto const to = TRY(way(call, matter, Verb::sign));
    auto task = lead_task(call, matter).value();
    task.signed_at = call.now;
    task.handler = call.actor.account;
    rows::update(call, task);
    matter.handler = call.actor.account;
    end_clock(call, matter, ClockKind::sign, task.serial, call.now, "signed");
    step(call, matter, Verb::sign, to);
    return {};
}

Result<void> give_back(Call& call, Matter& matter, std::string const& grounds) {
    auto const to = TRY(way(call, matter, Verb::give_back));
    TRY(need(grounds, "return.grounds_missing", "grounds"));
    auto const task = lead_task(call, matter).value();
    if (task.forced) return Refusal{Why::invalid, "return.forced", matter.id.text};
    auto const& rules = rules_of(call, matter);
    auto const& zone = call.district.zone();
    auto const last =
        call.district.calendar().find_after(zone.day_of(task.dispatched_at), rules.return_days);
    if (last && zone.day_of(call.now) > *last)
        return Refusal{Why::invalid,
                       "return.too_late",
                       matter.id.text,
                       "",
                       {{"days", std::to_string(rules.return_days)},
                        {"last", written(*last)},
                        {"basis", rules.basis}}};
    for (auto const& open : open_tasks(call, matter)) {
        for (auto const kind : {ClockKind::sign, ClockKind::step, ClockKind::joint})
            end_clock(call, matter, kind, open.serial, call.now, "returned");
        end_task(call, open, open.lead ? grounds : "");
    }
    start_clock(call, matter, ClockKind::dispatch, call.now);
    step(call, matter, Verb::give_back, to, {.why = grounds});
    return {};
}

Result<void> wait(Call& call, Matter& matter, std::string const& reason, bool leader) {
    auto const to = TRY(way(call, matter, Verb::wait));
    auto const& pauses = rules_of(call, matter).pauses;
    auto const known = std::ranges::find(pauses, reason, &PauseReason::id);
    if (known == pauses.end()) return Refusal{Why::invalid, "pause.reason", reason, "reason"};
    if ((known->leader || matter.level > 0) && !leader)
        return Refusal{Why::forbidden, "pause.leader", reason, "reason"};
    TRY(open_pause(call, matter, reason));
    step(call, matter, Verb::wait, to, {"", {{"reason", reason}}});
    return {};
}

Result<void> resume(Call& call, Matter& matter, std::string const& why, bool leader) {
    auto const to = TRY(way(call, matter, Verb::resume));
    if (matter.level > 0 && !leader)
        return Refusal{Why::forbidden, "pause.leader", matter.id.text, ""};
    close_pause(call, matter);
    step(call, matter, Verb::resume, to, {.why = why});
    return {};
}

Result<void> backdate_pause(Call& call, Matter& matter, std::string const& reason, Instant from,
                            Instant to, std::string const& why) {
    TRY(way(call, matter, Verb::backdate));
    TRY(need(why, "matter.reason_missing", "why"));
    if (std::ranges::find(rules_of(call, matter).pauses, reason, &PauseReason::id) ==
        rules_of(call, matter).pauses.end())
        return Refusal{Why::invalid, "pause.reason", reason, "reason"};
    if (from < matter.registered_at || from >= to || to > call.now)
        return Refusal{Why::invalid, "pause.times", matter.id.text, "from"};
    note_pause(call, matter, reason, from, to);
    auto const& zone = call.district.zone();
    step(call, matter, Verb::backdate, matter.state,
         {why, {{"reason", reason}, {"from", written(from, zone)}, {"to", written(to, zone)}}});
    return {};
}

Result<void> extend(Call& call, Matter& matter, ClockKind clock, int days, std::string const& why) {
    TRY(way(call, matter, Verb::extend));
    TRY(need(why, "matter.reason_missing", "why"));
    TRY(extend_clock(call, matter, clock, days));
    step(call, matter, Verb::extend, matter.state,
         {why, {{"clock", boost::describe::enum_to_string(clock, "")}, {"days", days}}});
    tell_reporters(call, matter, "extended", {{"why", why}});
    return {};
}

}  // namespace banshi::matters
