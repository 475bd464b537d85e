// Levels as rows: raised by the clock or by a person, answered, annulled.

#include "engines/matters/levels.h"

#include <algorithm>

#include "engines/matters/clock_rows.h"
#include "engines/matters/leaf.h"
#include "engines/matters/reckoning.h"
#include "engines/matters/rows.h"
#include "engines/matters/telling.h"
#include "engines/notices/notices.h"
#include "engines/people/orgs.h"

namespace banshi::matters {

namespace {

std::vector<Told> const& told_at(Rules const& rules, int level) {
    return level == 1 ? rules.told_1 : level == 2 ? rules.told_2 : rules.told_3;
}

std::string unit_node(Call& call, OrgId const& unit) {
    return people::node(call.district) + (unit.empty() ? "" : "/" + unit.text);
}

json::array audiences(Call& call, Matter const& matter, std::vector<Told> const& told) {
    json::array out;
    for (auto const& each : told)
        out.push_back(json::object{
            {"right", each.right},
            {"node", each.at_unit ? unit_node(call, matter.unit) : people::node(call.district)}});
    return out;
}

// The clock that an order hangs on: the unit's own time before that of the whole.
std::optional<RunningClock> weightiest(Call& call, Matter const& matter) {
    std::optional<RunningClock> best;
    auto const rank = [](ClockKind kind) {
        return kind == ClockKind::step ? 0 : kind == ClockKind::total ? 1 : 2;
    };
    for (auto& clock : rows::clocks_of(call, matter.id))
        if (clock.running() && (!best || rank(clock.kind) < rank(best->kind)))
            best = std::move(clock);
    return best;
}

Result<LevelRow> find_level(Call& call, Matter const& matter, int clock, int level) {
    for (auto& row : rows::levels_of(call, matter.id))
        if (row.clock == clock && row.level == level) return std::move(row);
    return Refusal{Why::not_found, "level.not_found", matter.id.text, "level"};
}

}  // namespace

void tell_staff(Call& call, Matter const& matter, std::string const& what,
                std::vector<Told> const& told, Facts facts, std::string const& once) {
    facts.emplace("number", matter.number);
    facts.emplace("title", matter.title);
    for (auto const& each : told)
        notices::queue(
            call, {.text = "matter.staff." + what,
                   .unit = notices::Unit{each.right, each.at_unit ? unit_node(call, matter.unit)
                                                                  : people::node(call.district)},
                   .facts = facts,
                   .once = "matter/" + matter.id.text + "/" + what + "/" + once + "/" + each.right,
                   .about = "matter/" + matter.id.text,
                   .number = matter.number});
}

// Sheets are numbered through the year, like the numbers of matters.
static std::string order_counter(std::string const& book) { return "order/" + book; }

LevelRow drawn_level(Call& call, Matter const& matter, NewLevel const& form) {
    LevelRow row{};
    row.matter = matter.id;
    row.clock = form.clock;
    row.level = form.level;
    row.round = matter.round;
    row.unit = matter.unit;
    row.cause = form.cause;
    row.nominal_at = form.nominal;
    row.raised_at = call.now;
    row.ordered_by = form.cause == Cause::ordered ? call.actor.id() : "";
    row.why = form.why;
    row.order_year = year_of(call.district.zone().day_of(form.nominal));
    row.new_last_day = form.new_last_day;
    return row;
}

LevelRow put_level(Call& call, Matter const& matter, NewLevel const& form) {
    auto row = drawn_level(call, matter, form);
    row.order_number = rows::next_number(call, order_counter(matter.book), row.order_year);
    auto const& rules =
        rules_of(call, matter.book, call.district.zone().day_of(matter.registered_at));
    auto const& told = told_at(rules, form.level);
    row.told = json::serialize(audiences(call, matter, told));
    tell_staff(
        call, matter, "level_" + std::to_string(form.level), told,
        {{"year", std::to_string(row.order_year)}, {"order", std::to_string(row.order_number)}},
        std::to_string(form.clock) + "/" + std::to_string(matter.round));
    row.seq = append_leaf(call, matter, row);
    rows::insert(call, row, matter.book);
    return row;
}

Result<LevelRow> raise_level(Call& call, Matter& matter, int level, Cause cause,
                             std::string const& why, std::optional<Day> new_last_day) {
    if (level < 1 || level > 3 || level <= matter.level)
        return Refusal{Why::invalid,
                       "level.not_higher",
                       matter.id.text,
                       "level",
                       {{"level", call.texts.say(call.language,
                                                 "matter.level." + std::to_string(matter.level))}}};
    if (new_last_day && *new_last_day < call.district.zone().day_of(call.now))
        return Refusal{Why::invalid, "level.day_past", matter.id.text, "new_last_day"};
    auto clock = weightiest(call, matter);
    if (clock && new_last_day) {
        clock->ordered_day = new_last_day;
        rows::update(call, *clock);
    }
    return put_level(call, matter,
                     {clock ? clock->serial : 0, level, cause, call.now, why, new_last_day});
}

Result<void> answer_level(Call& call, Matter& matter, int clock, int level,
                          std::string const& answer) {
    auto row = TRY(find_level(call, matter, clock, level));
    if (row.answered_at) return Refusal{Why::conflict, "level.answered", matter.id.text};
    row.answered_at = call.now;
    row.answered_by = call.actor.id();
    row.answer = answer;
    rows::update(call, row);
    return {};
}

Result<void> annul_level(Call& call, Matter& matter, int clock, int level, std::string const& why) {
    auto row = TRY(find_level(call, matter, clock, level));
    if (row.annulled_at) return Refusal{Why::conflict, "level.annulled", matter.id.text};
    row.annulled_at = call.now;
    row.annulled_by = call.actor.id();
    row.annulled_why = why;
    rows::update(call, row);
    return {};
}

}  // namespace banshi::matters
