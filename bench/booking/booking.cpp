// The booking bar: places taken durably in a big hall, in process and over HTTP.
//
//     booking ceiling FOLDER SECONDS   64 deeds in flight, without HTTP: what group commit gives
//     booking serve FOLDER PORT        the same hall behind HTTP, until its input ends
//     booking starts                   the times that can be booked, one a line
//
// BANSHI_DATABASE names another database than a fresh SQLite in the folder; it is emptied.

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <latch>

#include "cli/city.h"
#include "cli/systems.h"
#include "engines/people/keys.h"
#include "server/api.h"
#include "server/listener.h"
#include "server/perform.h"
#include "server/sessions.h"
#include "store/store.h"
#include "systems/hall/settings.h"

using namespace banshi;

namespace {

constexpr int in_flight = 64;
Instant const opening = read_instant("2026-03-02T09:00:00+08:00").value();

class Hall {
public:
    explicit Hall(std::string const& folder)
        : city(cli::read_city({.districts = "test/districts"}, cli::systems()).value()) {
        people::use_keys(people::fresh_keys(system_random()));
        widen();
        auto const* url = std::getenv("BANSHI_DATABASE");
        store = open_emptied_store({url ? url : "sqlite:" + folder + "/bench.db", 16, true});
        store->write_now([&](Transaction& tx) {
            auto call = this->call(tx);
            for (auto const* system : home().systems)
                if (system->establish && !system->establish(call)) std::abort();
            return true;
        });
        auto const answer = see("list_slots", {{"hall", "hall"}, {"service", "a"}});
        for (auto const& day : answer.at("days").as_array())
            for (auto const& time : day.at("times").as_array())
                starts.emplace_back(time.at("start").as_string());
    }

    cli::CityDistrict& home() { return city.districts.front(); }
    Call call(Transaction& tx) {
        return {visitor, opening, home().district, tx, system_random(), city.texts};
    }
    Deed const& deed(std::string const& verb) {
        for (auto const* system : home().systems)
            for (auto const& route : system->routes)
                if (route.deed.verb == verb) return route.deed;
        std::abort();
    }
    json::object request(std::int64_t number) const {
        auto const& start = starts[static_cast<std::size_t>(number) % starts.size()];
        return {{"hall", "hall"}, {"services", json::array{"a"}}, {"start", start}};
    }

    cli::City city;
    std::unique_ptr<Store> store;
    Actor visitor;
    std::vector<std::string> starts;

private:
    // Windows and days enough that no slot fills up while it is measured.
    void widen() {
        auto settings = home().district.policy<hall::Settings>();
        settings.rules.book_ahead_working_days = 40;
        settings.holds = hall::HoldLimits{.an_account = 0, .an_address = 0};
        auto& windows = settings.halls.front().windows;
        windows.clear();
        for (int number = 1; number <= 400; ++number)
            windows.push_back({{std::to_string(number)}, {{"a"}, {"b"}}});
        home().district.set(settings);
    }
    json::object see(std::string const& verb, json::object const& in) {
        json::value out;
        store->write_now([&](Transaction& tx) {
            auto call = this->call(tx);
            out = deed(verb).serve(call, in, shape::Source::words).value().body;
            return true;
        });
        return out.as_object();
    }
};

// Deeds that start the next one when they are done; counts those that were kept.
class Load {
public:
    Load(Hall& hall, Seconds time)
        : hall_(hall),
          deed_(hall.deed("hold_slot")),
          end_(std::chrono::steady_clock::now() + time) {}

    std::int64_t run() {
        for (int at = 0; at < in_flight; ++at) next();
        ended_.wait();
        return kept_;
    }

private:
    void next() {
        if (std::chrono::steady_clock::now() >= end_) return ended_.count_down();
        auto const number = asked_++;
        hall_.store->write(
            [this, number](Transaction& tx) {
                auto call = hall_.call(tx);
                auto const done =
                    server::perform(call, deed_, hall_.request(number), shape::Source::json,
                                    fmt::format("key-{:012}", number));
                if (done) ++kept_;
                return server::keeps(done);
            },
            [this](std::exception_ptr error) {
                if (error) std::abort();
                next();
            });
    }

    Hall& hall_;
    Deed const& deed_;
    std::chrono::steady_clock::time_point end_;
    std::atomic<std::int64_t> asked_ = 0, kept_ = 0;
    std::latch ended_{in_flight};
};

int ceiling(std::string const& folder, Seconds time) {
    Hall hall(folder);
    auto const kept = Load(hall, time).run();
    fmt::print("{:.0f}\n", static_cast<double>(kept) / static_cast<double>(time.count()));
    return 0;
}

int serve(std::string const& folder, unsigned short port) {
    Hall hall(folder);
    server::Hub hub;
    server::Metrics metrics;
    server::Api api({.sites = {{&hall.home().district, hall.home().systems}},
                     .store = *hall.store,
                     .hub = hub,
                     .texts = hall.city.texts,
                     .random = system_random(),
                     .metrics = metrics,
                     .now = [] { return opening; },
                     .identify = server::identify_by_session(*hall.store, server::Cookies::plain)});
    hall.store->on_announce([&](auto const& topics) { api.announced(topics); });
    server::Server server({.port = port, .now = [] { return opening; }}, api.handler(), hub);
    server.start();
    std::cout << "ready" << std::endl;
    std::cin.get();
    server.stop();
    hall.store.reset();
    return 0;
}

}  // namespace

int main(int count, char** words) {
    std::string const what = count > 1 ? words[1] : "";
    if (what == "ceiling" && count == 4) return ceiling(words[2], Seconds{std::atoi(words[3])});
    if (what == "serve" && count == 4)
        return serve(words[2], static_cast<unsigned short>(std::atoi(words[3])));
    if (what == "starts" && count == 3) {
        for (auto const& start : Hall(words[2]).starts) fmt::print("{}\n", start);
        return 0;
    }
    fmt::print(stderr, "booking ceiling FOLDER SECONDS | serve FOLDER PORT | starts FOLDER\n");
    return 2;
}
