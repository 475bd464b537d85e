#include "cli/demo/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

#include "cli/demo/chance.h"
#include "cli/demo/play_parts.h"

namespace banshi::demo {

using namespace std::chrono_literals;

Play::Play(PlaySetting play)
    : play_(std::move(play)),
      hall_(play_.district.policy<hall::Settings>().halls.front()),
      random_(static_cast<std::uint64_t>(play_.now().time_since_epoch().count())),
      // Numbers of phones that the replay has not given out.
      people_(play_.setting, random_.word(), between(random_, 9'900'000, 9'950'000)),
      kiosk_(play_.base),
      visitor_(play_.base) {
    kiosk_.carry(play_.kiosk_token);
    auto window = hall_.windows.begin();
    for (auto const& account : play_.setting.accounts) {
        if (account.role != "clerk" || window == hall_.windows.end()) continue;
        auto const& at = *window++;
        if (at.id.text != play_.setting.free_window)
            clerks_.push_back(std::make_unique<Clerk>(play_.base, account.login, at.id.text));
    }
}

Play::~Play() = default;

void Play::run(std::atomic<bool> const& stop) {
    auto const now = play_.now();
    for (auto const& clerk : clerks_) arm(*clerk, now + seconds_between(random_, 0, 3));
    for (auto const& someone : play_.expected) expect(someone);
    agenda_.note(later(now, 20s), [this](Instant then) { walk_in(then); });
    agenda_.note(later(now, 40s), [this](Instant then) { book(then); });
    while (!stop) {
        agenda_.run_until(play_.now());
        std::this_thread::sleep_for(100ms);
    }
}

Instant Play::later(Instant now, Seconds time) const {
    return now + std::chrono::duration_cast<std::chrono::microseconds>(time) / play_.speed;
}

// Between two arrivals of this part of all that the windows can serve.
Seconds Play::until_next(int percent) {
    auto const all = capacities(hall_);
    auto const thousandths = std::accumulate(all.begin(), all.end(), 0);
    auto const a_minute = thousandths / 1000.0 * play_.setting.load_percent * percent / 10'000.0;
    return Seconds{std::llround(-std::log(1 - random_.fraction()) * 60 / a_minute)};
}

hall::ServiceSetting const& Play::drawn_service() {
    return hall_.services[weighted(random_, capacities(hall_))];
}

// ---- people

void Play::walk_in(Instant now) {
    auto const& habits = play_.setting.habits;
    auto const today = play_.district.zone().day_of(now);
    auto const person = people_.next(today);
    json::object form{{"service", drawn_service().id.text},
                      {"id_number", person.id_number},
                      {"name", person.name},
                      {"phone", person.phone}};
    auto const& groups = play_.district.policy<hall::Settings>().rules.priority_groups;
    if (happens(random_, habits.priority_percent)) form["priority"] = one_of(random_, groups);
    auto const heard = kiosk_.post(hall_path() + "/tickets", form);
    if (heard.good()) meet(heard.body, now);
    if (heard.code() == "ticket.hall_closed") open_hall(now);
    // Who has booked comes at the pace of life; a faster hall is filled by those who have not.
    auto const share = play_.speed > 1 ? 100 : 100 - habits.booked_percent;
    agenda_.note(later(now, until_next(share)), [this](Instant then) { walk_in(then); });
}

void Play::open_hall(Instant now) {
    // Refused where the hall has its hours today; then it opens by itself.
    if (now < next_opening_) return;
    next_opening_ = now + 1h;
    auto const& zone = play_.district.zone();
    auto const from = zone.wall_time(now) / 30min * 30min;
    json::array shifts;
    for (auto const& window : hall_.windows) {
        json::array services;
        for (auto const& service : window.services) services.emplace_back(service.text);
        shifts.push_back({{"window", window.id.text},
                          {"from", written_clock(from)},
                          {"to", written_clock(24h)},
                          {"services", services},
                          {"clerk", ""}});
    }
    auto const manager =
        std::ranges::find(play_.setting.accounts, "hall_manager", &AccountSetting::role);
    if (manager == play_.setting.accounts.end()) return;
    Client client(play_.base);
    if (!client.log_in(manager->login, play_.setting.password).good()) return;
    client.post(hall_path() + "/days/" + banshi::written(zone.day_of(now)) + "/opening",
                {{"shifts", shifts}, {"reason", play_.special_day}});
}

void Play::meet(json::value const& ticket, Instant now) {
    std::string const id(ticket.at("ticket").as_string());
    guests_[id] = {std::string(ticket.at("secret").as_string())};
    if (!happens(random_, play_.setting.habits.leave_percent)) return;
    agenda_.note(later(now, seconds_between(random_, 480, 1500)), [this, id](Instant) {
        visitor_.post(hall_path() + "/tickets/" + id + "/departure", guests_[id].link());
    });
}

void Play::expect(Expected const& someone) {
    agenda_.note(someone.at, [this, someone](Instant now) { check_in(someone, now); });
}

void Play::check_in(Expected const& someone, Instant now) {
    // Who should have come while nobody played stays away.
    if (play_.now() - someone.at > 15min) return;
    auto const heard = kiosk_.post(hall_path() + "/check-ins", {{"id_number", someone.id_number}});
    if (heard.status == 0)
        return agenda_.note(now + 5s, [this, someone](Instant then) { check_in(someone, then); });
    auto const* found = heard.good() ? heard.body.as_object().if_contains("ticket") : nullptr;
    if (found && found->is_object()) meet(*found, now);
}

namespace {

// Some open time among the days that may be booked.
std::optional<Instant> drawn_time(Random& random, json::value const& slots) {
    std::vector<Instant> open;
    for (auto const& day : slots.at("days").as_array())
        for (auto const& time : day.at("times").as_array())
            if (time.at("open").as_bool())
                open.push_back(*read_instant(time.at("start").as_string().c_str()));
    if (open.empty()) return std::nullopt;
    return one_of(random, open);
}

}  // namespace

void Play::book(Instant now) {
    // At the pace of life: the days that can be booked do not come sooner.
    agenda_.note(now + until_next(play_.setting.habits.booked_percent),
                 [this](Instant then) { book(then); });
    auto const& service = drawn_service();
    auto const& zone = play_.district.zone();
    auto const slots = visitor_.get(hall_path() + "/slots?service=" + service.id.text);
    auto const start = slots.good() ? drawn_time(random_, slots.body) : std::nullopt;
    if (!start) return;
    auto const held = visitor_.post(
        hall_path() + "/holds",
        {{"services", json::array{service.id.text}}, {"start", banshi::written(*start, zone)}});
    if (!held.good()) return;
    auto const person = people_.next(zone.day_of(now));
    json::object const form{{"ticket", held.body.at("ticket")},
                            {"secret", held.body.at("secret")},
                            {"name", person.name},
                            {"id_number", person.id_number},
                            {"phone", person.phone},
                            {"consent", true}};
    if (!visitor_.post(hall_path() + "/bookings", form).good()) return;
    if (happens(random_, play_.setting.habits.show_percent))
        expect(
            {*start - Minutes{between(random_, 1, 24)}, person.name, person.id_number, service.id});
}

void Play::come_back(std::string const& ticket, Instant now) {
    auto const guest = guests_.find(ticket);
    if (guest == guests_.end() || !happens(random_, play_.setting.habits.back_percent)) return;
    agenda_.note(later(now, seconds_between(random_, 60, 900)),
                 [this, ticket, link = guest->second.link()](Instant) {
                     visitor_.post(hall_path() + "/tickets/" + ticket + "/return", link);
                 });
}

void Play::grade(std::string const& ticket, Instant now) {
    auto const guest = guests_.find(ticket);
    auto const& habits = play_.setting.habits;
    if (guest == guests_.end() || !happens(random_, habits.graded_percent)) return;
    auto form = guest->second.link();
    form["grade"] = grade_words.at(weighted(random_, habits.grades));
    guests_.erase(guest);
    agenda_.note(later(now, seconds_between(random_, 20, 600)), [this, ticket, form](Instant) {
        visitor_.post(hall_path() + "/tickets/" + ticket + "/evaluation", form);
    });
}

}  // namespace banshi::demo
