#include "engines/matters/past.h"

#include <algorithm>

#include "engines/matters/clock_rows.h"
#include "engines/matters/counts.h"
#include "engines/matters/leaf.h"
#include "engines/matters/levels.h"
#include "engines/matters/privacy.h"
#include "engines/matters/reckoning.h"
#include "engines/matters/registering.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/words.h"
#include "engines/people/keys.h"

namespace banshi::matters {

namespace {

struct PastDeed {
    Verb verb;
    State to;
    Instant at;  // as the ledger has it; the leaf has the moment of the import
    json::object facts;
};

// What happened before, in order; the state of the matter is that of the last.
std::vector<PastDeed> deeds_of_past(Past const& past, json::object facts) {
    auto const at = *past.filing.at;
    std::vector<PastDeed> deeds{{Verb::file, State::registered, at, std::move(facts)}};
    if (past.accepted_at) deeds.push_back({Verb::accept, State::accepted, *past.accepted_at, {}});
    json::array joint;
    for (auto const& unit : past.joint) joint.emplace_back(unit.text);
    if (!past.lead.empty())
        deeds.push_back({Verb::dispatch,
                         State::dispatched,
                         past.dispatched_at.value_or(at),
                         {{"lead", past.lead.text}, {"joint", std::move(joint)}}});
    if (!past.finish) return deeds;
    deeds.push_back({Verb::clear,
                     State::cleared,
                     past.finish->at,
                     {{"outcome", boost::describe::enum_to_string(past.finish->outcome, "")},
                      {"answer", 1},
                      {"evidence", 0}}});
    for (auto const rating : past.finish->ratings)
        deeds.push_back({Verb::evaluate,
                         State::cleared,
                         past.finish->at,
                         {{"solved", is_content(rating)},
                          {"rating", boost::describe::enum_to_string(rating, "")},
                          {"channel", "import"}}});
    return deeds;
}

// In order, so that each leaf says the state after its own deed.
void write_deeds(Arrivals& among, Matter matter, std::vector<PastDeed> const& deeds) {
    auto& call = among.call;
    std::optional<State> from;
    matter.deeds = 0;
    for (auto const& [verb, to, at, facts] : deeds) {
        matter.state = to;
        Deed deed{matter.id,    ++matter.deeds,  at, verb, from,        to,
                  matter.round, call.actor.id(), "", "",   std::nullopt};
        deed.facts = json::serialize(facts);
        deed.seq = append_leaf(call, among.leaves, matter, verb);
        rows::insert(call, deed, matter.book);
        from = to;
    }
}

// The lead's first.
std::vector<Task> tasks_from(Call& call, Matter const& matter, Past const& past) {
    std::vector<Task> tasks;
    auto const add = [&](OrgId const& unit, bool lead) {
        Task task{};
        task.matter = matter.id;
        task.round = 1;
        task.serial = static_cast<int>(tasks.size()) + 1;
        task.unit = unit;
        task.lead = lead;
        task.dispatched_at = past.dispatched_at.value_or(matter.registered_at);
        task.dispatched_by = call.actor.id();
        if (past.finish) task.answered_at = task.ended_at = past.finish->at;
        tasks.push_back(std::move(task));
    };
    if (past.lead.empty()) return tasks;
    add(past.lead, true);
    for (auto const& unit : past.joint) add(unit, false);
    return tasks;
}

// When it was accepted is known where it went on; a signature is asked for anew. When a joint unit
// gave its part is told nowhere: of what is finished it has no clock.
std::vector<RunningClock> clocks_from(Call& call, Matter const& matter,
                                      std::vector<Task> const& tasks, bool finished) {
    std::vector<RunningClock> clocks;
    auto const start = [&](ClockKind kind, Instant at, Task const* of) {
        auto clock = drawn_clock(call, matter, kind, at, of);
        if (!clock) return;
        clock->serial = static_cast<int>(clocks.size()) + 1;
        clocks.push_back(std::move(*clock));
    };
    if (!matter.accepted_at && !finished)
        start(ClockKind::accept, matter.registered_at, nullptr);
    else
        start(ClockKind::total, matter.accepted_at.value_or(matter.registered_at), nullptr);
    for (auto const& task : tasks) {
        if (task.lead) start(ClockKind::step, task.dispatched_at, &task);
        if (!finished && task.lead) start(ClockKind::sign, call.now, &task);
        if (!finished && !task.lead) start(ClockKind::joint, task.dispatched_at, &task);
    }
    return clocks;
}

// Old news, that nobody is told. It has no sheet, so that it takes no number of one.
LevelRow write_level(Arrivals& among, Matter const& matter, NewLevel const& form) {
    auto row = drawn_level(among.call, matter, form);
    row.seq = append_leaf(among.leaves, matter, row);
    rows::insert(among.call, row, matter.book);
    return row;
}

// The rungs that were passed, with the moments at which they were.
std::vector<LevelRow> levels_passed(Arrivals& among, Matter const& matter,
                                    RunningClock const& clock) {
    auto& call = among.call;
    auto const& rules = rules_of(call, matter.book, clock.rules_since);
    auto const wall = wall_of(call, rules);
    auto const due = due_of(terms_of(clock), {}, wall);
    std::vector<LevelRow> levels;
    Raised raised;
    for (;;) {
        auto const rung = next_rung(due, raised, clock.levels_most, rules, {}, wall).rung;
        if (!rung || rung->nominal > call.now) return levels;
        levels.push_back(write_level(
            among, matter, {clock.serial, rung->level, Cause::imported, rung->nominal, "", {}}));
        raised = {rung->level, rung->nominal, std::nullopt};
    }
}

void run_clock(Arrivals& among, Matter& matter, RunningClock clock) {
    auto& call = among.call;
    auto const levels = levels_passed(among, matter, clock);
    clock = reckoned(call, std::move(clock), {}, levels);
    auto const colour = colour_of(false, clock.yellow_at, clock.red_at, call.now);
    clock.told = boost::describe::enum_to_string(colour, "");  // old news
    clock = reckoned(call, std::move(clock), {}, levels);
    rows::insert(call, matter, clock);
    if (!is_laddered(clock.kind)) return;
    matter.level = std::max(matter.level, clock.level);
}

// Whether it was in time; where the calendar of its year is not here, nobody can say.
void close_clock(Call& call, Matter const& matter, RunningClock clock, Instant at) {
    clock = reckoned(call, std::move(clock), {}, {});
    if (!clock.due) return;
    clock.ended_at = at;
    clock.end_cause = "cleared";
    clock.next_at.reset();
    rows::insert(call, matter, clock);
    count(call, std::nullopt, counted(matter, clock));
}

void write_reporters(Call& call, Matter const& matter, Past const& past) {
    int serial = 0;
    auto const write = [&](Reporter reporter) {
        reporter.matter = matter.id;
        reporter.serial = ++serial;
        rows::insert(call, reporter, people::fresh_token(call.random, 9));
    };
    write(past.reporter);
    for (auto const& other : past.others) write(other);
}

void write_answer(Call& call, Matter const& matter, Finish const& finish, Reporter const& by) {
    Answer answer{};
    answer.matter = matter.id;
    answer.round = answer.serial = 1;
    answer.outcome = finish.outcome;
    answer.text = masked_text(finish.answer, {by.name}).text;
    answer.drafted_at = finish.at;
    answer.approved_at = answer.published_at = finish.at;
    rows::insert(call, answer);
}

}  // namespace

void Arrivals::finish() {
    numbers.finish();
    leaves.finish();
}

Result<Matter> bring_in(Arrivals& among, Past const& past, json::object facts) {
    auto& call = among.call;
    auto const& book = matters::book(call.district, past.filing.book);
    TRY(check_filing(book, past.filing));
    auto matter = drawn_up(call, book, past.filing);
    std::vector<std::string> names{past.reporter.name};
    for (auto const& other : past.others) names.push_back(other.name);
    keep_words(call, matter, title_of(past.filing), past.filing.text, names);
    give_number(call, matter, among.numbers);
    auto const deeds = deeds_of_past(past, std::move(facts));
    matter.state = deeds.back().to;
    matter.deeds = matter.version = static_cast<int>(deeds.size());
    matter.unit = past.lead;
    matter.leader = past.leader;
    auto const tasks = tasks_from(call, matter, past);
    matter.accepted_at = past.accepted_at;
    if (!tasks.empty() && !past.accepted_at) matter.accepted_at = tasks.front().dispatched_at;
    if (past.finish) {
        matter.outcome = past.finish->outcome;
        matter.cleared_at = past.finish->at;
    }
    bool const finished = past.finish.has_value();
    auto clocks = clocks_from(call, matter, tasks, finished);
    // The leaves bind the deadline with which the row will stand.
    for (auto const& clock : clocks)
        if (!finished && is_laddered(clock.kind))
            show_deadline(matter, reckoned(call, clock, {}, {}));
    write_deeds(among, matter, deeds);
    write_reporters(call, matter, past);
    for (auto& clock : clocks) {
        if (finished)
            close_clock(call, matter, std::move(clock), past.finish->at);
        else
            run_clock(among, matter, std::move(clock));
    }
    rows::insert(call, matter);
    for (auto const& task : tasks) rows::insert(call, task);
    if (finished) {
        write_answer(call, matter, *past.finish, past.reporter);
        take_over_ratings(call, matter, past.finish->ratings, past.finish->at);
    }
    rows::insert_words(call, matter, words_of(matter));
    return matter;
}

void unfile(Call& call, Matter& matter, std::string const& why, json::object facts) {
    for (auto const& level : rows::levels_of(call, matter.id))
        if (!level.annulled_at) annul_level(call, matter, level.clock, level.level, why).value();
    for (auto const& clock : rows::clocks_of(call, matter.id)) rows::remove(call, matter, clock);
    for (auto task : rows::tasks_of(call, matter.id)) {
        if (task.open()) task.ended_at = call.now;
        rows::update(call, task);
    }
    give_back_ratings(call, matter);
    matter.outcome.reset();
    matter.cleared_at.reset();
    step(call, matter, Verb::withdraw, State::draft, {why, std::move(facts)});
}

}  // namespace banshi::matters
