#include "simulation/simulator.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "simulation/invariants.h"

namespace banshi::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t crowd = 24;
constexpr int patience = 4;         // tries of a deed before one gives up
constexpr std::size_t memory = 40;  // promises that are asked again

}  // namespace

Simulator::Simulator(cli::City& city, std::string database, Plan plan)
    : database_(std::move(database)),
      plan_(plan),
      chance_(plan.seed),
      stage_{chance_, zone_, *read_instant("2026-03-02T09:00:00+08:00")},
      world_(city, database_, {plan.seed, plan.faults_in_thousand}),
      jobs_(world_.jobs()) {}

Simulator::Person Simulator::arrive() {
    constexpr char const* windows[]{"1", "2", "3"};
    auto const what = chance_.below(100);
    return {what < 30   ? book(stage_)
            : what < 45 ? walk_in(stage_)
            : what < 75 ? keep_window(stage_, stage_.pick(windows))
            : what < 95 ? report(stage_)
                        : look_around(stage_),
            fmt::format("key-{}", ++keys_)};
}

// Seconds as a rule; sometimes the machine sleeps, or its clock is set back.
void Simulator::let_time_pass() {
    auto& now = stage_.now;
    now += std::chrono::milliseconds{chance_.below(20'000)};
    auto const jump = chance_.below(500);
    if (jump == 0) now += 1min * (1 + chance_.below(90));
    if (jump == 1) now -= 1min * (1 + chance_.below(5));
    if (zone_.wall_time(now) >= 17h) go_to_bed();
    world_.set_time(now);
}

// The hall ends its day, and everybody comes back the next one; or after a long weekend.
void Simulator::go_to_bed() {
    auto& now = stage_.now;
    now = zone_.moments(zone_.day_of(now), 17h + 5min).front();
    world_.set_time(now);
    insist(as("hall_manager_one", "end_day hall=hall"), "");
    auto const day = zone_.day_of(now) + std::chrono::days{stage_.happens(20) ? 4 : 1};
    now = zone_.moments(day, 9h).front();
}

// Again and again, until it is answered.
Told Simulator::insist(Asked const& asked, std::string const& key) {
    for (;;) try {
            return perform(asked, key);
        } catch (StoreFault const&) {}
}

Told Simulator::perform(Asked const& asked, std::string const& key) {
    auto const* deed = world_.find(asked.verb);
    CHECK(deed);
    world_.become(asked.who, "");
    auto const done = world_.attempt(*deed, asked.fields, deed->writes ? key : "");
    if (!done) return {{}, done.refusal().text};
    return {done.value().answer.body, ""};
}

void Simulator::step(Person& person) {
    auto const asked = person.story.asked();
    Told told;
    try {
        told = perform(asked, person.key);
    } catch (StoreFault const&) {
        if (++person.tries < patience) return;
        told.gave_up = true;
    }
    ++tale_.deeds;
    tale_.refused += !told.refusal.empty();
    auto answer = json::serialize(told.answer);
    tale_.told += fmt::format("{} {} {} {} {}\n", written(stage_.now, zone_), asked.who, asked.verb,
                              told.gave_up ? "?" : told.refusal, answer);
    auto const* const deed = world_.find(asked.verb);
    if (told.ok() && deed->writes && !deed->secret)
        promises_.push_back({asked, person.key, std::move(answer), stage_.now});
    if (promises_.size() > memory)
        promises_.erase(promises_.begin() + std::ptrdiff_t(chance_.below(memory)));
    person.tries = 0;
    person.key = fmt::format("key-{}", ++keys_);
    person.story.hear(std::move(told));
}

void Simulator::run_a_job() {
    try {
        auto const& verb = stage_.pick(jobs_);
        auto const told = perform({"machine", verb, {}}, "");
        tale_.told += fmt::format("{} {}\n", verb, told.refusal);
    } catch (StoreFault const&) {
        tale_.told += "a job failed\n";  // it comes again by itself
    }
}

// What was acknowledged is answered again in the same words for a day, and not done again.
void Simulator::keep_promises() {
    for (auto const& promise : promises_) {
        if (stage_.now - promise.at > 23h || stage_.now < promise.at) continue;
        auto const told = insist(promise.asked, promise.key);
        if (json::serialize(told.answer) != promise.answer)
            tale_.wrongs.push_back(fmt::format("{} with the key {} was answered anew: {}",
                                               promise.asked.verb, promise.key, told.refusal));
    }
}

void Simulator::look_for_wrongs(std::string const& when) {
    world_.sequence();
    for (auto const& wrong : broken_invariants(database_))
        tale_.wrongs.push_back(when + ": " + wrong);
}

Tale Simulator::run() {
    while (people_.size() < crowd) people_.push_back(arrive());
    for (int at = 1; at <= plan_.steps && tale_.wrongs.empty(); ++at) {
        let_time_pass();
        auto& person = people_[chance_.below(people_.size())];
        step(person);
        if (person.story.ended()) person = arrive();
        if (stage_.happens(5)) run_a_job();
        if (at % 250 == 0) {
            keep_promises();
            look_for_wrongs(fmt::format("after {} steps", at));
        }
    }
    for (auto const& breach : world_.breaches()) tale_.wrongs.push_back(breach);
    tale_.faults = world_.faults();
    return tale_;
}

}  // namespace banshi::simulation
