// The ladder climbs by itself 自动升级. What is due is taken in the order of its nominal time, each
// event by itself, so that a server that slept for a month raises one level after the other.

#include <queue>

#include "engines/matters/clock_rows.h"
#include "engines/matters/levels.h"
#include "engines/matters/reckoning.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/notices/notices.h"

namespace banshi::matters {

namespace {

struct Waiting {
    Instant at;
    std::string number;
    MatterId matter;
    auto operator<=>(Waiting const& other) const {
        return std::tie(other.at, other.number, other.matter.text) <=>
               std::tie(at, number, matter.text);
    }
    bool operator==(Waiting const&) const = default;
};

void tell_colour(Call& call, Matter const& matter, RunningClock const& clock, Colour colour) {
    auto const& rules = rules_of(call, clock.book, clock.rules_since);
    std::string const word = boost::describe::enum_to_string(colour, "");
    auto const last = clock.last_day ? written(*clock.last_day) : "";
    auto const once = std::to_string(clock.serial);
    if (!matter.handler.empty())
        notices::queue(
            call, {.text = "matter.staff." + word,
                   .account = matter.handler,
                   .facts = {{"number", matter.number}, {"title", matter.title}, {"last", last}},
                   .once = "matter/" + matter.id.text + "/" + word + "/" + once,
                   .about = "matter/" + matter.id.text,
                   .number = matter.number});
    if (colour == Colour::red && !matter.unit.empty())
        tell_staff(call, matter, word, rules.told_1, {{"last", last}}, once);
}

// The earliest thing that is due of this matter. Gives when the next one is.
std::optional<Instant> climb_one(Call& call, MatterId const& id) {
    auto matter = rows::find(call, id).value();
    auto const pauses = rows::pauses_of(call, id);
    std::optional<RunningClock> due;
    for (auto& clock : rows::clocks_of(call, id))
        if (clock.next_at && (!due || *clock.next_at < *due->next_at)) due = std::move(clock);
    if (!due || *due->next_at > call.now) return std::nullopt;

    auto const& rules = rules_of(call, due->book, due->rules_since);
    auto const wall = wall_of(call, rules);
    auto const spans = spans_for(*due, pauses, rules);
    auto const reckoned_due = due_of(terms_of(*due), spans, wall);
    auto const raised = raised_of(*due, rows::levels_of(call, id));
    auto const rung = next_rung(reckoned_due, raised, due->levels_most, rules, spans, wall).rung;
    if (rung && rung->nominal <= *due->next_at) {
        put_level(call, matter, {due->serial, rung->level, Cause::overdue, rung->nominal});
        step(call, matter, Verb::raise, matter.state,
             {"", {{"level", rung->level}, {"clock", due->serial}}, false});
    } else {
        // After a long sleep yellow is old news: red alone is told.
        auto const colour = colour_of(false, due->yellow_at, due->red_at, call.now);
        due->told = boost::describe::enum_to_string(colour, "");
        rows::update(call, *due);
        tell_colour(call, matter, *due, colour);
        auto const before = matter.due;
        recompute(call, matter);
        // A calendar that came in the meantime moves the deadline, and that is a deed.
        if (matter.due == before)
            rows::update(call, matter);
        else
            step(call, matter, Verb::recompute, matter.state, {.by_office = false});
    }
    std::optional<Instant> next;
    for (auto const& clock : rows::clocks_of(call, id))
        if (clock.next_at && (!next || *clock.next_at < *next)) next = clock.next_at;
    return next;
}

// Waiting that lasts long 久等: the unit's head is told, once.
void warn_long_pauses(Call& call, int limit) {
    auto const district_day = call.district.zone().day_of(call.now);
    for (auto const& book : call.district.policy<Books>().all) {
        auto const& rules = book.rules_on(district_day);
        auto const days = rules.long_pause_days;
        auto const before = call.now - std::chrono::days{days};
        for (auto const& pause : rows::pauses_open_since(call, before, limit)) {
            auto const matter = rows::find(call, pause.matter).value();
            if (matter.book != book.name) continue;
            auto const opened = rows::pauses_of(call, pause.matter);
            auto const from = call.district.zone().day_of(
                opened.at(static_cast<std::size_t>(pause.serial) - 1).from);
            auto const until = call.district.calendar().find_after(from, days);
            if (!until || district_day <= *until) continue;
            rows::mark_warned(call, pause);
            tell_staff(call, matter, "paused", rules.told_1, {{"days", std::to_string(days)}},
                       std::to_string(pause.serial));
        }
    }
}

}  // namespace

int climb(Call& call, int limit) {
    std::priority_queue<Waiting> waiting;
    for (auto const& id : rows::due_matters(call, limit)) {
        auto const matter = rows::find(call, id).value();
        for (auto const& clock : rows::clocks_of(call, id))
            if (clock.next_at && *clock.next_at <= call.now)
                waiting.push({*clock.next_at, matter.number, id});
    }
    int events = 0;
    for (; !waiting.empty(); ++events) {
        auto const one = waiting.top();
        waiting.pop();
        auto const next = climb_one(call, one.matter);
        if (next && *next <= call.now) waiting.push({*next, one.number, one.matter});
    }
    warn_long_pauses(call, limit);
    return events;
}

}  // namespace banshi::matters
