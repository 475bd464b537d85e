#include "cli/demo/deeds.h"

#include <algorithm>

#include "base/check.h"
#include "engines/record/sequencer.h"

namespace banshi::demo {

Deeds::Deeds(Store& store, District const& district, std::span<System const* const> systems,
             Texts const& texts, std::uint64_t seed)
    : store_(store), district_(district), texts_(texts), random_(seed) {
    for (auto const* system : systems) {
        for (auto const& route : system->routes) deeds_[route.deed.verb] = &route.deed;
        for (auto const& job : system->jobs) jobs_.push_back(&job);
    }
    std::ranges::stable_partition(jobs_, [](auto const* job) { return job->daily.has_value(); });
}

Result<json::value> Deeds::perform(Actor const& actor, Instant now, Deed const& deed,
                                   json::object const& request) {
    settle_days_before(now);
    std::optional<Result<server::Performed>> performed;
    store_.write_now([&](Transaction& tx) {
        Call call{actor, now, district_, tx, random_, texts_};
        performed = server::perform(call, deed, request, shape::Source::json, "");
        return server::keeps(*performed);
    });
    ++done_;
    return TRY(std::move(*performed)).answer.body;
}

// No sequencer works beside the demo: what was done on other days has its place by now.
void Deeds::settle_days_before(Instant now) {
    auto const day = district_.zone().day_of(now);
    if (day == settled_) return;
    settled_ = day;
    record::sequence_waiting(store_, district_.name());
}

Result<json::value> Deeds::perform(Actor const& actor, Instant now, std::string_view verb,
                                   json::object const& request) {
    auto const deed = deeds_.find(verb);
    CHECK(deed != deeds_.end());
    return perform(actor, now, *deed->second, request);
}

json::value Deeds::must(Actor const& actor, Instant now, std::string_view verb,
                        json::object const& request) {
    auto answer = perform(actor, now, verb, request);
    if (!answer)
        throw std::runtime_error(std::string(verb) + " " + answer.refusal().text + " " +
                                 answer.refusal().detail);
    return std::move(answer).value();
}

static Actor machine_for(Right const& right) {
    return {Actor::Kind::machine, {"machine"}, {}, "", {{right, "/"}}};
}

void Deeds::run_jobs(Instant now) {
    for (auto const* job : jobs_) {
        auto const done = perform(machine_for(job->deed.right), now, job->deed, {});
        CHECK(done);
    }
}

Result<json::value> Deeds::run_job(Instant now, std::string_view verb) {
    auto const job =
        std::ranges::find(jobs_, verb, [](auto const* each) { return each->deed.verb; });
    CHECK(job != jobs_.end());
    return perform(machine_for((*job)->deed.right), now, (*job)->deed, {});
}

void Deeds::look(Instant now, std::function<void(Call&)> const& work) {
    Actor const nobody{};
    store_.read_now([&](Transaction& tx) {
        Call call{nobody, now, district_, tx, random_, texts_};
        work(call);
    });
}

void Deeds::write(Instant now, std::function<void(Call&)> const& work) {
    Actor const machine{Actor::Kind::machine, {"machine"}, {}, "", {}};
    store_.write_now([&](Transaction& tx) {
        Call call{machine, now, district_, tx, random_, texts_};
        work(call);
        return true;
    });
}

std::string text_at(json::value const& value, char const* field) {
    return std::string(value.at(field).as_string());
}

}  // namespace banshi::demo
