// The clerks of the play: each looks at its window and does what comes next.

#include <algorithm>

#include "cli/demo/chance.h"
#include "cli/demo/play_parts.h"

namespace banshi::demo {

using namespace std::chrono_literals;

namespace {

std::string text(json::object const& fields, std::string_view name) {
    auto const* value = fields.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : "";
}

std::optional<Instant> moment(json::object const& fields, std::string_view name) {
    return read_instant(text(fields, name));
}

// Each service of a visit has its own fate.
std::string key_of(json::object const& current) {
    return text(current, "ticket") + "/" + text(current, "service");
}

}  // namespace

void Play::arm(Clerk& clerk, Instant at) {
    agenda_.note(at, [this, &clerk](Instant now) { step(clerk, now); });
}

void Play::post(Clerk& clerk, std::string const& path, json::object const& form) {
    auto const heard = clerk.client.post(hall_path() + "/windows/" + clerk.window + path, form);
    if (heard.status == 401) clerk.logged_in = false;
}

void Play::step(Clerk& clerk, Instant now) {
    auto const pause = std::max<Seconds>(1s, 3s / play_.speed);
    if (!clerk.logged_in) {
        auto const heard = clerk.client.log_in(clerk.login, play_.setting.password);
        clerk.logged_in = heard.good();
        // The server is away, or has seen too many log-ins of late.
        return arm(clerk, clerk.logged_in ? now : play_.now() + 5s);
    }
    auto const heard = clerk.client.get(hall_path() + "/windows/" + clerk.window);
    if (!heard.good()) {
        clerk.logged_in = heard.status != 401;
        return arm(clerk, play_.now() + 3s);
    }
    auto const& window = heard.body.as_object();
    auto const state = text(window, "staff_state");
    if (play_.now() - clerk.heard_at > 20s) {
        post(clerk, "/heartbeat");
        clerk.heard_at = play_.now();
    }
    if (state != "ready" && state != "serving")
        post(clerk, "/opening");
    else if (auto const* current = window.if_contains("current"))
        attend(clerk, current->as_object(), moment(window, "now").value_or(now));
    else
        call(clerk, window);
    arm(clerk, play_.now() + pause);
}

void Play::call(Clerk& clerk, json::object const& window) {
    auto const now = play_.now();
    for (auto const& each : window.at("parked").as_array()) {
        auto const ticket = text(each.as_object(), "ticket");
        // Parked by somebody else, or before the play began.
        auto const [back, fresh] = parked_.try_emplace(ticket, later(now, 1200s));
        if (fresh || now < back->second) continue;
        parked_.erase(back);
        return post(clerk, "/tickets/" + ticket + "/unparking");
    }
    if (!window.at("queue").as_array().empty()) post(clerk, "/calls");
}

Play::Fate& Play::fate_of(json::object const& current) {
    auto const key = key_of(current);
    auto const found = fates_.find(key);
    if (found != fates_.end()) return found->second;
    auto const& habits = play_.setting.habits;
    auto const service = std::ranges::find(hall_.services, ServiceId{text(current, "service")},
                                           &hall::ServiceSetting::id);
    auto const mean = service == hall_.services.end() ? 10min : Minutes{service->minutes};
    // Whoever tries the demo out is there when called.
    bool const ours = guests_.contains(text(current, "ticket"));
    Fate fate{seconds_between(random_, 12, 50),
              !ours || !happens(random_, habits.deaf_percent),
              working_time(random_, mean),
              happens(random_, habits.park_percent),
              {}};
    auto const& other = one_of(random_, hall_.services).id;
    if (ours && !fate.parks && happens(random_, habits.transfer_percent) &&
        other.text != text(current, "service"))
        fate.moves_on = other;
    return fates_[key] = fate;
}

void Play::attend(Clerk& clerk, json::object const& current, Instant now) {
    auto& fate = fate_of(current);
    auto const ticket = text(current, "ticket");
    auto const at = "/tickets/" + ticket;
    if (text(current, "state") == "called") {
        auto const called = moment(current, "called_at").value_or(now);
        if (fate.hears) {
            if (now >= later(called, fate.walk)) post(clerk, at + "/service");
            return;
        }
        if (!current.at("recall_allowed").as_bool()) return;
        if (current.at("calls").as_int64() < 3) return post(clerk, at + "/recall");
        fate.hears = true;  // the next time
        post(clerk, at + "/absence");
        return come_back(ticket, play_.now());
    }
    auto const begun = moment(current, "begun_at").value_or(now);
    auto const part = fate.parks ? fate.service_time / 3 : fate.service_time;
    if (now < later(begun, part)) return;
    if (!fate.parks) {
        auto const moves_on = fate.moves_on;
        fates_.erase(key_of(current));
        return end_service(clerk, ticket, moves_on);
    }
    fate.parks = false;
    post(clerk, at + "/parking");
    parked_[ticket] = later(play_.now(), seconds_between(random_, 300, 1500));
}

void Play::end_service(Clerk& clerk, std::string const& ticket,
                       std::optional<ServiceId> const& moves_on) {
    auto const at = "/tickets/" + ticket;
    if (moves_on) return post(clerk, at + "/transfer", {{"service", moves_on->text}});
    post(clerk, at + "/clearance");
    grade(ticket, play_.now());
}

}  // namespace banshi::demo
