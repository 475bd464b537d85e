#include "scenario/world.h"

#include <algorithm>
#include <fstream>

#include "cli/logs.h"
#include "engines/people/orgs.h"
#include "engines/people/policy.h"
#include "engines/record/record.h"
#include "engines/record/sequencer.h"
#include "engines/record/verify.h"
#include "systems/hall/settings.h"

namespace banshi::scenario {

namespace {

constexpr char const* home = "test";

template <class Result>
std::string said(Result const& result) {
    return result ? "ok" : result.refusal().text;
}

}  // namespace

World::World(cli::City& city, std::string const& database, simulation::Faults faults)
    : city_(city),
      home_(const_cast<cli::CityDistrict&>(*city.find(home))),
      faults_(faults),
      store_(open_emptied_store({.url = database, .connections = 2, .durable = false}), faults) {
    home_.district.set(notices::ShortMessages::demo_outbox);
    tell_time("2026-03-02T09:00:00+08:00");
    patiently([&] {
        store_.write_now([&](Transaction& tx) {
            Actor const machine{Actor::Kind::machine, {"machine"}, {}, "", {}};
            Call call{machine, now_, home_.district, tx, random_, city_.texts};
            for (auto const* system : home_.systems)
                if (system->establish && !system->establish(call))
                    throw std::runtime_error("the test city cannot be established");
            return true;
        });
    });
}

World::~World() = default;

Deed const* World::find(std::string const& verb) const {
    for (auto const* system : home_.systems) {
        for (auto const& route : system->routes)
            if (route.deed.verb == verb) return &route.deed;
        for (auto const& job : system->jobs)
            if (job.deed.verb == verb) return &job.deed;
    }
    return nullptr;
}

std::vector<std::string> World::jobs() const {
    std::vector<std::string> verbs;
    for (auto const* system : home_.systems)
        for (auto const& job : system->jobs) verbs.push_back(job.deed.verb);
    return verbs;
}

void World::tell_time(std::string const& text) {
    auto const& zone = home_.district.zone();
    if (auto const whole = read_instant(text)) {
        now_ = *whole;
        return;
    }
    // 10:00, 10:00:01 or 23:59:59.9 of the day it is.
    auto const clock = text.size() == 5 ? text + ":00" : text;
    auto const at = read_instant(written(zone.day_of(now_)) + "T" + clock + "+08:00");
    if (!at) throw std::runtime_error("no time: " + text);
    now_ = *at;
}

// "clerk_wang" has the rights of the role "clerk"; a machine has all. A citizen has logged in, a
// visitor has not; the evaluator is a device.
void World::become(std::string const& who, std::string const& unit) {
    actor_ = {Actor::Kind::staff, {who}, {}, who, {}};
    if (who.starts_with("visitor")) actor_ = {};
    if (who.starts_with("citizen")) actor_.kind = Actor::Kind::citizen;
    if (who.starts_with("evaluator")) actor_.kind = Actor::Kind::device;
    auto const grant = [&](Right const& right) {
        actor_.grants.push_back(
            {right, people::node(home_.district) + (unit.empty() ? "" : "/" + unit)});
    };
    if (who == "machine")
        for (auto const* system : home_.systems) {
            for (auto const& route : system->routes) grant(route.deed.right);
            for (auto const& job : system->jobs) grant(job.deed.right);
        }
    people::Role const* role = nullptr;
    for (auto const& each : home_.district.policy<people::Policy>().roles)
        if (who.starts_with(each.id + "_") && (!role || each.id.size() > role->id.size()))
            role = &each;
    if (!role && actor_.kind == Actor::Kind::staff && who != "machine")
        throw std::runtime_error("no role for " + who);
    if (role)
        for (auto const& right : role->rights) grant(right);
}

void World::set_rule(Line const& line) {
    auto settings = home_.district.policy<hall::Settings>();
    auto values = json::parse(hall::rules_text(settings.rules)).as_object();
    for (auto const& [name, value] : line.fields) values[name] = json::parse(value.as_string());
    auto rules = hall::read_rules(json::serialize(values));
    if (!rules) throw std::runtime_error("no such rule: " + rules.refusal().detail);
    settings.rules = rules.value();
    home_.district.set(settings);
}

std::string World::play(Line const& line, Kept& kept) {
    if (line.verb == "on") {
        tell_time(line.words.at(0) + "T09:00:00+08:00");
    } else if (line.verb == "at") {
        tell_time(line.words.at(0));
    } else if (line.verb == "as") {
        become(line.words.at(0), line.words.size() > 1 ? line.words[1] : "");
    } else if (line.verb == "rule") {
        set_rule(line);
    } else if (line.verb == "record") {
        return compare_record(line.words);
    } else {
        return play_deed(line, kept);
    }
    return "";
}

// After a fault again and again, until it is answered: what was half done must have left no trace.
void World::patiently(std::function<void()> const& what) const {
    for (;;) try {
            return what();
        } catch (StoreFault const&) {
            if (!faults_.any()) throw;
        }
}

Result<server::Performed> World::attempt(Deed const& deed, json::object const& fields,
                                         std::string const& key) {
    std::optional<Result<server::Performed>> done;
    auto const work = [&](Transaction& real) {
        Watched watched(real, plans_);
        Call call{actor_, now_, home_.district, watched, random_, city_.texts};
        done = server::perform(call, deed, fields, shape::Source::words, key);
        // A wrong guess is counted, and counted again when it is made again.
        store_.answers_get_lost(*done && !deed.secret);
        return server::keeps(*done);
    };
    if (deed.writes)
        store_.write_now(work);
    else
        store_.read_now([&](Transaction& tx) { work(tx); });
    return *std::move(done);
}

std::string World::play_deed(Line const& line, Kept& kept) {
    auto const* deed = find(line.verb);
    if (!deed) return "no such verb";
    auto const key = faults_.any() && deed->writes && line.key.empty()
                         ? "asked-" + std::to_string(++asked_)
                         : line.key;
    std::optional<Result<server::Performed>> done;
    patiently([&] { done = attempt(*deed, line.fields, key); });
    if (!*done) {
        auto const& refusal = done->refusal();
        auto const what = refusal.text + (refusal.field.empty() ? "" : " " + refusal.field);
        return refusal.text == line.expected || what == line.expected ? "" : what;
    }
    auto const& answer = done->value().answer;
    bool const none = answer.body.is_null() && !answer.file;
    if ((none ? "none" : "ok") != line.expected)
        return none ? "none" : json::serialize(answer.body);
    for (auto const& [path, wanted] : line.wanted) {
        auto const got = value_at(answer.body, path);
        if (wanted.starts_with("$"))
            kept[wanted.substr(1)] = got;
        else if (got != wanted)
            return path + "=" + got;
    }
    return "";
}

void World::sequence() {
    patiently([&] {
        store_.write_now([&](Transaction& tx) {
            while (tx.backend() == Backend::postgres &&
                   record::sequence_outbox(tx, home_.district.name(), 1000) > 0) {}
            return true;
        });
    });
}

std::string World::compare_record(std::vector<std::string> const& kinds) {
    std::vector<std::string> got;
    sequence();
    patiently([&] {
        store_.read_now([&](Transaction& tx) {
            got = record::kinds_since(tx, home_.district.name(), recorded_);
        });
    });
    recorded_ += got.size();
    if (got == kinds) return "";
    std::string text;
    for (auto const& kind : got) text += " " + kind;
    return "record" + text;
}

std::vector<std::string> World::found(Transaction& tx) {
    auto const& name = home_.district.name();
    Call call{actor_, now_, home_.district, tx, random_, city_.texts};
    auto const verdict = record::verify(call, {name, {}}, cli::audits_of(city_, name), {});
    std::vector<std::string> lines;
    // The clock of a scenario goes where it is told.
    for (auto const& breach : verdict.first_breaches)
        if (breach.text != "breach.time_backwards")
            lines.push_back(city_.texts.say(Language::en, breach.text, breach.facts));
    return lines;
}

std::vector<std::string> World::breaches() {
    std::vector<std::string> lines;
    sequence();
    patiently([&] { store_.read_now([&](Transaction& tx) { lines = found(tx); }); });
    return lines;
}

Noticed World::verified_after(Store::Work const& forge) {
    auto noticed = Noticed::refused;
    bool forged = false;
    try {
        store_.write_now([&](Transaction& tx) {
            forged = forge(tx);
            if (forged) noticed = found(tx).empty() ? Noticed::nothing : Noticed::breach;
            return false;
        });
    } catch (record::DamagedLog const&) {
        return Noticed::breach;
    } catch (std::exception const& wrong) {
        if (forged) throw std::runtime_error(std::string("the verification ends: ") + wrong.what());
    }
    return noticed;
}

}  // namespace banshi::scenario
