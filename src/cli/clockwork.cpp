#include "cli/clockwork.h"

#include <spdlog/spdlog.h>

#include "cli/by_machine.h"
#include "server/perform.h"
#include "store/idempotency.h"

namespace banshi::cli {

using namespace std::chrono_literals;

struct Clockwork::Turn {
    std::function<bool()> work;            // true: more waits, come again at once
    std::function<Instant(Instant)> next;  // after a run that began at this moment
    Instant due;
};

namespace {

std::function<Instant(Instant)> every(std::chrono::microseconds pause) {
    return [pause](Instant began) { return began + pause; };
}

// The next time that this clock shows on a wall of the district.
std::function<Instant(Instant)> daily(Zone const& zone, Clock at) {
    return [&zone, at](Instant began) {
        for (auto day = zone.day_of(began);; day += std::chrono::days{1})
            for (auto const moment : zone.moments(day, at.since_midnight))
                if (moment > began) return moment;
    };
}

bool says_more(json::value const& answer) {
    auto const* const fields = answer.if_object();
    auto const* const more = fields ? fields->if_contains("more") : nullptr;
    return more && more->is_bool() && more->get_bool();
}

}  // namespace

Clockwork::Clockwork(Environment const& here, City const& city, Store& store,
                     AdaptersOf const& adapters_of)
    : here_(here), city_(city), store_(store) {
    auto const now = here.now();
    for (auto const& each : city.districts) {
        add_jobs(each);
        // By itself, so that each begins at its own moment.
        for (auto const& [channel, adapter] : adapters_of(each.district))
            post_.push_back({[this, &each, channel = channel, adapter = adapter] {
                                 deliver(each, channel, adapter);
                                 return false;
                             },
                             every(2s), now});
        turns_.push_back({[this, &each] { return forget_answers(each), false; }, every(60s), now});
    }
    thread_ = std::jthread([this](std::stop_token const& stop) { run(stop, turns_); });
    postman_ = std::jthread([this](std::stop_token const& stop) { run(stop, post_); });
}

Clockwork::~Clockwork() = default;

void Clockwork::add_jobs(CityDistrict const& each) {
    for (auto const* system : each.systems)
        for (auto const& job : system->jobs) {
            // Once at the start as well: a machine that slept may have missed the hour.
            auto next = job.daily ? daily(each.district.zone(), *job.daily)
                                  : every(job.every.value_or(Seconds{3600}));
            turns_.push_back(
                {[this, &each, &job] { return run_job(each, job); }, std::move(next), here_.now()});
        }
}

void Clockwork::run(std::stop_token const& stop, std::vector<Turn>& turns) {
    while (!stop.stop_requested()) {
        bool busy = false;
        for (auto& turn : turns) {
            auto const began = here_.now();
            if (turn.due > began || stop.stop_requested()) continue;
            bool more = false;
            try {
                more = turn.work();
            } catch (std::exception const& broken) {
                spdlog::error("clockwork: {}", broken.what());
            }
            turn.due = more ? began : turn.next(began);
            busy |= more;
        }
        if (!busy) std::this_thread::sleep_for(50ms);
    }
}

bool Clockwork::run_job(CityDistrict const& each, Job const& job) {
    bool more = false;
    store_.write_now([&](Transaction& tx) {
        auto actor = machine();
        actor.grants.push_back({job.deed.right, "/"});
        Call call{actor, here_.now(), each.district, tx, system_random(), city_.texts};
        auto const done = server::perform(call, job.deed, {}, shape::Source::words, "");
        if (!done)
            spdlog::warn("clockwork: {} of {}: {}", job.deed.verb, each.district.name(),
                         done.refusal().text);
        more = done && says_more(done.value().answer.body);
        return server::keeps(done);
    });
    return more;
}

// A busy day leaves more than one turn takes; the next minute goes on.
void Clockwork::forget_answers(CityDistrict const& each) {
    store_.write_now([&](Transaction& tx) {
        Call call{machine(), here_.now(), each.district, tx, system_random(), city_.texts};
        idempotency::forget_old(call, 2000);
        return true;
    });
}

void Clockwork::deliver(CityDistrict const& each, notices::Channel channel,
                        notices::Adapter const& adapter) {
    notices::deliver(store_, each.district, city_.texts, {{channel, adapter}}, system_random(),
                     here_.now());
}

}  // namespace banshi::cli
