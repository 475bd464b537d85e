#include "engines/matters/reckoning.h"

#include <algorithm>

#include "engines/matters/clock_rows.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"

namespace banshi::matters {

namespace {

// The next moment at which somebody must hear of this clock.
std::optional<Instant> next_of(RunningClock const& clock, std::optional<Rung> const& rung) {
    std::optional<Instant> next = rung ? std::optional{rung->nominal} : std::nullopt;
    auto const sooner = [&](std::optional<Instant> at) {
        if (at && (!next || *at < *next)) next = at;
    };
    if (clock.told == "green") sooner(clock.yellow_at);
    if (clock.told == "green" || clock.told == "yellow") sooner(clock.red_at);
    return next;
}

}  // namespace

Rules const& rules_of(Call& call, std::string const& name, Day day) {
    return book(call.district, name).rules_on(day);
}

Wall wall_of(Call& call, Rules const& rules) {
    return {call.district.calendar(), call.district.zone(), rules.working_hours};
}

Terms terms_of(RunningClock const& clock) {
    return {clock.start_at,  clock.length_unit, clock.length,
            clock.extension, clock.roll,        clock.ordered_day};
}

std::vector<Span> spans_for(RunningClock const& clock, std::vector<Pause> const& pauses,
                            Rules const& rules) {
    std::vector<Span> spans;
    for (auto const& pause : pauses) {
        auto const reason = std::ranges::find(rules.pauses, pause.reason, &PauseReason::id);
        if (reason == rules.pauses.end() ||
            std::ranges::find(reason->clocks, clock.kind) == reason->clocks.end())
            continue;
        if (!pause.to || *pause.to > clock.start_at) spans.push_back({pause.from, pause.to});
    }
    return spans;
}

Raised raised_of(RunningClock const& clock, std::vector<LevelRow> const& levels) {
    Raised raised;
    for (auto const& level : levels)
        if (level.clock == clock.serial && level.level > raised.level)
            raised = {level.level, level.nominal_at, level.new_last_day};
    return raised;
}

RunningClock reckoned(Call& call, RunningClock clock, std::vector<Pause> const& pauses,
                      std::vector<LevelRow> const& levels) {
    auto const& rules = rules_of(call, clock.book, clock.rules_since);
    auto const wall = wall_of(call, rules);
    auto const terms = terms_of(clock);
    auto const spans = spans_for(clock, pauses, rules);
    auto const due = due_of(terms, spans, wall);
    auto const turns =
        turns_of(terms, spans, wall, {rules.yellow_share, rules.yellow_least, rules.red_days});
    auto const raised = raised_of(clock, levels);
    clock.last_day = due.last_day;
    clock.due = due.at;
    auto const climb = next_rung(due, raised, clock.levels_most, rules, spans, wall);
    // A ladder that goes on into next year waits for its calendar too.
    clock.missing_year = due.missing_year ? due.missing_year : climb.missing_year;
    clock.stopped = due.stopped;
    clock.yellow_at = turns.yellow_at;
    clock.red_at = turns.red_at;
    clock.level = raised.level;
    clock.next_at = due.stopped ? std::nullopt : next_of(clock, climb.rung);
    return clock;
}

bool is_laddered(ClockKind kind) { return kind != ClockKind::joint && kind != ClockKind::dispatch; }

std::optional<int> days_left(Call& call, RunningClock const& clock,
                             std::vector<Pause> const& pauses) {
    auto const& rules = rules_of(call, clock.book, clock.rules_since);
    return days_left(terms_of(clock), spans_for(clock, pauses, rules), wall_of(call, rules),
                     call.now);
}

Colour colour_of(bool stopped, std::optional<Instant> yellow_at, std::optional<Instant> red_at,
                 Instant now) {
    if (stopped) return Colour::grey;
    if (red_at && now >= *red_at) return Colour::red;
    if (yellow_at && now >= *yellow_at) return Colour::yellow;
    return Colour::green;
}

void show_deadline(Matter& matter, RunningClock const& clock) {
    if (!clock.due || (matter.due && *matter.due <= *clock.due)) return;
    matter.due = clock.due;
    matter.yellow_at = clock.yellow_at;
    matter.red_at = clock.red_at;
}

std::vector<Moved> recompute(Call& call, Matter& matter) {
    auto const pauses = rows::pauses_of(call, matter.id);
    auto const levels = rows::levels_of(call, matter.id);
    std::vector<Moved> moved;
    matter.due.reset();
    matter.yellow_at.reset();
    matter.red_at.reset();
    matter.stopped = false;
    matter.level = 0;
    bool running = false, standing = false;
    for (auto const& level : levels)
        if (!level.annulled_at && level.round == matter.round)
            matter.level = std::max(matter.level, level.level);
    for (auto const& before : rows::clocks_of(call, matter.id)) {
        if (!before.running()) continue;
        auto const clock = reckoned(call, before, pauses, levels);
        bool const was_known = before.last_day || before.missing_year;
        if (was_known && clock.last_day != before.last_day && !clock.stopped)
            moved.push_back({clock.kind, before.last_day, clock.last_day});
        rows::update(call, clock);
        if (!is_laddered(clock.kind)) continue;
        if (clock.stopped)
            standing = true;
        else
            running = true;
        show_deadline(matter, clock);
    }
    matter.stopped = standing && !running;
    return moved;
}

int recompute_missing(Call& call, int limit) {
    int computed = 0;
    for (auto const& id : rows::matters_without_calendar(call, limit)) {
        auto const clocks = rows::clocks_of(call, id);
        bool const here = std::ranges::any_of(clocks, [&](RunningClock const& clock) {
            return clock.missing_year && call.district.calendar().holds(*clock.missing_year);
        });
        if (!here) continue;
        auto matter = rows::find(call, id).value();
        step(call, matter, Verb::recompute, matter.state);
        ++computed;
    }
    return computed;
}

namespace {

// The same for two calendars that say the same of every day.
std::string print_of(WorkCalendar const& calendar) {
    constexpr std::chrono::year first{2000}, end{2100};
    std::uint64_t sum = 14695981039346656037U;  // FNV-1a
    for (Day day{first / 1 / 1}; day < Day{end / 1 / 1}; day += std::chrono::days{1})
        if (auto const works = calendar.find_works(day)) {
            auto const said = static_cast<std::uint64_t>(day.time_since_epoch().count()) * 2;
            sum = (sum ^ (said + (*works ? 1U : 0U))) * 1099511628211U;
        }
    return std::to_string(sum);
}

bool moves(Call& call, MatterId const& id) {
    auto const pauses = rows::pauses_of(call, id);
    auto const levels = rows::levels_of(call, id);
    return std::ranges::any_of(rows::clocks_of(call, id), [&](RunningClock const& clock) {
        if (!clock.running()) return false;
        auto const right = reckoned(call, clock, pauses, levels);
        return right.due != clock.due || right.next_at != clock.next_at ||
               right.yellow_at != clock.yellow_at || right.red_at != clock.red_at;
    });
}

}  // namespace

int follow_calendar(Call& call, int limit) {
    auto const print = print_of(call.district.calendar());
    auto kept = rows::calendar_kept(call);
    // What stands was computed under the calendar that is first seen.
    if (!kept) return rows::keep(call, {print, {}, true}), 0;
    if (kept->print != print) kept = {print, {}, false};
    if (kept->done) return 0;
    auto const ids = rows::matters_with_open_clocks(call, kept->after, limit);
    for (auto const& id : ids) {
        if (!moves(call, id)) continue;
        auto matter = rows::find(call, id).value();
        step(call, matter, Verb::recompute, matter.state,
             {.facts = {{"cause", "calendar"}}, .by_office = false});
    }
    kept->done = static_cast<int>(ids.size()) < limit;
    if (!ids.empty()) kept->after = ids.back();
    rows::keep(call, *kept);
    return static_cast<int>(ids.size());
}

std::vector<Differs> check_clocks(Call& call, MatterId const& after, int limit) {
    std::vector<Differs> out;
    for (auto const& id : rows::matters_with_open_clocks(call, after, limit)) {
        auto const pauses = rows::pauses_of(call, id);
        auto const levels = rows::levels_of(call, id);
        for (auto const& clock : rows::clocks_of(call, id)) {
            if (!clock.running()) continue;
            auto const right = reckoned(call, clock, pauses, levels);
            if (right.last_day != clock.last_day) out.push_back({id, clock.serial, "last_day"});
            if (right.due != clock.due) out.push_back({id, clock.serial, "due"});
            if (right.level != clock.level) out.push_back({id, clock.serial, "level"});
            if (right.next_at != clock.next_at) out.push_back({id, clock.serial, "next_at"});
        }
    }
    return out;
}

}  // namespace banshi::matters
