#include "engines/tickets/simulate.h"

#include <algorithm>
#include <cmath>
#include <ext/pb_ds/assoc_container.hpp>
#include <ext/pb_ds/tree_policy.hpp>
#include <functional>
#include <queue>

#include "base/random.h"
#include "engines/tickets/estimate.h"
#include "engines/tickets/waits.h"

namespace banshi::tickets {

namespace {

struct Simulated {
    Entry entry;
    Instant issued;
    std::optional<Estimate> told;  // to those who found all windows busy
};

// A map by key that also knows how many keys are smaller: the number of those ahead.
using Waitlist = __gnu_pbds::tree<Key, Simulated, std::less<Key>, __gnu_pbds::rb_tree_tag,
                                  __gnu_pbds::tree_order_statistics_node_update>;

// Beyond these no hall goes, and below them no number overflows.
constexpr std::int64_t most_tickets = 10'000'000;
constexpr double most_an_hour = 100'000;
constexpr double fewest_a_day = 1;
constexpr Minutes longest_head_start{7 * 24 * 60};
constexpr double longest_minutes = 1e9;

double minutes_between(Instant from, Instant to) {
    return std::chrono::duration<double, std::ratio<60>>(to - from).count();
}

class Hall {
public:
    explicit Hall(SimulationIn const& in) : in_(in), random_(in.seed), now_(in.start) {
        open_hour(0);
    }

    void run() {
        while (issued_ < in_.tickets || !line_.empty()) {
            auto const free_at = serving_.empty() ? Instant::max() : serving_.top();
            now_ = std::min({free_at, next_arrival_, hour_ends_});
            if (now_ == free_at) {
                serving_.pop();
            } else if (now_ == next_arrival_) {
                issue();
            } else {
                open_hour(hour_ + 1);
            }
            while (free_windows() > 0 && !line_.empty()) call();
            // The day is over when the last hour is, and everybody has gone.
            if (hour_ == in_.hours.size() && serving_.empty() && line_.empty()) open_hour(0);
        }
    }

    SimulationOut summed_up() const;

private:
    bool without_end() const { return in_.hours.size() == 1; }
    // A hall without end starts empty, which no long-run mean does: its first hundredth is left
    // out. A day is played from its own beginning.
    std::int64_t warm_up() const { return without_end() ? in_.tickets / 100 : 0; }
    // After the last hour nobody comes, and its windows serve those who are here.
    SimulatedHour const& hour() const { return in_.hours[std::min(hour_, in_.hours.size() - 1)]; }
    int free_windows() const { return hour().windows - static_cast<int>(serving_.size()); }

    void open_hour(std::size_t number);
    void await_arrival();
    void issue();
    void call();
    void count(Simulated const&);
    std::optional<Estimate> tell(Entry, std::size_t ahead);
    std::chrono::microseconds drawn(double mean_minutes);

    SimulationIn const& in_;
    SeededRandom random_;
    Instant now_;
    std::size_t hour_ = 0;
    Instant hour_ends_{};
    Instant next_arrival_{};
    std::int64_t issued_ = 0;
    Waitlist line_;
    std::priority_queue<Instant, std::vector<Instant>, std::greater<>> serving_;  // until when
    std::vector<std::optional<Estimate>> told_walkins_, told_booked_;  // of this hour, by ahead
    std::vector<double> walkin_waits_, booked_waits_, waits_;          // in order of calling
    Honesty counted_;                                                  // the shares as plain counts
};

std::chrono::microseconds Hall::drawn(double mean_minutes) {
    auto const minutes = -std::log1p(-random_.fraction()) * mean_minutes;
    return std::chrono::microseconds{std::llround(std::min(minutes, longest_minutes) * 60e6)};
}

void Hall::open_hour(std::size_t number) {
    hour_ = number;
    auto const over = hour_ == in_.hours.size();
    hour_ends_ = over || without_end() ? Instant::max() : now_ + std::chrono::hours{1};
    told_walkins_.clear();
    told_booked_.clear();
    await_arrival();
}

// Chance has no memory: what was awaited in the hour before may be drawn anew.
void Hall::await_arrival() {
    auto const rate = hour().walkins_per_hour + hour().booked_per_hour;
    auto const nobody = hour_ == in_.hours.size() || rate <= 0 || issued_ == in_.tickets;
    next_arrival_ = nobody ? Instant::max() : now_ + drawn(60 / rate);
}

void Hall::issue() {
    auto const booked = random_.fraction() * (hour().walkins_per_hour + hour().booked_per_hour) <
                        hour().booked_per_hour;
    auto const place = booked ? place_on_check_in(in_.rules, now_, now_)
                              : place_on_issue(in_.rules, Entry::walkin, now_);
    Key const key{place.due, ++issued_, 0};
    auto const busy = free_windows() <= 0;
    auto& ticket = line_[key];
    ticket = {place.entry, now_, {}};
    if (busy) ticket.told = tell(place.entry, line_.order_of_key(key));
    await_arrival();
}

// What the hall would tell, from its own estimate; remembered, because it is told so often.
std::optional<Estimate> Hall::tell(Entry entry, std::size_t ahead) {
    auto& told = entry == Entry::booked ? told_booked_ : told_walkins_;
    if (ahead >= told.size()) told.resize(ahead + 1);
    if (!told[ahead]) {
        std::chrono::duration<double, std::ratio<3600>> const head_start = in_.rules.head_start;
        auto const may_pass =
            entry == Entry::booked ? 0 : hour().booked_per_hour * head_start.count();
        told[ahead] = estimate({.waiting_ahead = static_cast<int>(ahead),
                                .bookings_expected = static_cast<int>(std::lround(may_pass)),
                                .show_rate = 1,
                                .open_windows = hour().windows,
                                .free_windows = 0,
                                .service_minutes = in_.service_minutes});
    }
    return told[ahead];
}

void Hall::call() {
    auto const first = line_.begin();
    if (first->first.tie > warm_up()) count(first->second);
    line_.erase(first);
    serving_.push(now_ + drawn(in_.service_minutes));
}

void Hall::count(Simulated const& ticket) {
    auto const wait = minutes_between(ticket.issued, now_);
    waits_.push_back(wait);
    (ticket.entry == Entry::booked ? booked_waits_ : walkin_waits_).push_back(wait);
    if (!ticket.told) return;
    ++counted_.told;
    counted_.share_within_p50 += wait <= ticket.told->p50_minutes;
    counted_.share_within_p90 += wait <= ticket.told->p90_minutes;
}

SimulationOut Hall::summed_up() const {
    auto const counted = [&](std::span<double const> waits) {
        return tickets::summed_up(waits, in_.target_minutes);
    };
    auto honesty = counted_;
    if (honesty.told > 0) {
        honesty.share_within_p50 /= static_cast<double>(honesty.told);
        honesty.share_within_p90 /= static_cast<double>(honesty.told);
    }
    auto const stable = std::ranges::all_of(in_.hours, [&](SimulatedHour const& hour) {
        return (hour.walkins_per_hour + hour.booked_per_hour) * in_.service_minutes <
               60.0 * hour.windows;
    });
    return {counted(walkin_waits_), counted(booked_waits_), counted(waits_), honesty, stable};
}

Refusal impossible(char const* field) {
    return {Why::invalid, "simulation.impossible", field, field};
}

Result<void> checked(SimulationIn const& in) {
    auto const some = [](double rate) { return rate >= 0 && rate <= most_an_hour; };
    double a_day = 0;
    for (auto const& hour : in.hours) {
        if (hour.windows < 0) return impossible("windows");
        if (!some(hour.walkins_per_hour)) return impossible("walkins_per_hour");
        if (!some(hour.booked_per_hour)) return impossible("booked_per_hour");
        a_day += hour.walkins_per_hour + hour.booked_per_hour;
    }
    if (a_day < fewest_a_day) return impossible("walkins_per_hour");
    if (in.hours.back().windows == 0) return impossible("windows");
    if (!(in.service_minutes > 0 && in.service_minutes < 24 * 60))
        return impossible("service_minutes");
    if (in.rules.head_start < Minutes{0} || in.rules.head_start > longest_head_start)
        return impossible("head_start");
    if (in.tickets <= 0 || in.tickets > most_tickets) return impossible("tickets");
    return {};
}

}  // namespace

Result<SimulationOut> simulate(SimulationIn const& in) {
    if (auto const possible = checked(in); !possible) return possible.refusal();
    Hall hall{in};
    hall.run();
    return hall.summed_up();
}

}  // namespace banshi::tickets
