#include "cli/demo/days.h"

#include <algorithm>

#include "cli/demo/chance.h"

namespace banshi::demo {

using std::chrono::days;
using std::chrono::duration_cast;
using std::chrono::hours;

std::vector<int> capacities(hall::HallSetting const& hall) {
    std::vector<int> found;
    for (auto const& service : hall.services) {
        double visitors = 0;
        for (auto const& window : hall.windows)
            if (std::ranges::find(window.services, service.id) != window.services.end())
                visitors += 1.0 / static_cast<double>(window.services.size()) / service.minutes;
        found.push_back(static_cast<int>(visitors * 1000));
    }
    return found;
}

namespace {

class VisitorDrawing {
public:
    VisitorDrawing(Setting const& setting, Zone const& zone, OpenDay const& open,
                   std::uint64_t seed)
        : setting_(setting),
          zone_(zone),
          open_(open),
          random_(seed),
          people_(setting, seed + 1, open.day.time_since_epoch().count() % 1000 * 10'000),
          capacities_(capacities(open.hall)) {
        for (auto const& [from, to] : open.periods) length_ += duration_cast<Minutes>(to - from);
    }

    std::vector<Visitor> all() {
        std::vector<Visitor> visitors(static_cast<std::size_t>(expected()));
        for (auto& visitor : visitors) draw(visitor);
        return visitors;
    }

private:
    int expected() {
        long capacity = 0;
        for (auto const each : capacities_) capacity += each;
        auto const mean = capacity * length_.count() * open_.load_percent / 100'000;
        auto const spread = static_cast<int>(mean / 10);
        return static_cast<int>(mean) + between(random_, -spread, spread);
    }

    // A moment of the open time, as crowded as the setting says.
    Instant moment() {
        auto const parts = static_cast<int>(setting_.crowd.size());
        auto const part = static_cast<int>(weighted(random_, setting_.crowd));
        auto const seconds = static_cast<int>(duration_cast<Seconds>(length_).count());
        auto left = Seconds{(part * seconds + between(random_, 0, seconds - 1)) / parts};
        for (auto const& [from, to] : open_.periods) {
            if (left < to - from) return from + left;
            left -= duration_cast<Seconds>(to - from);
        }
        return open_.periods.back().to;
    }

    Instant slot_near(Instant at, int slots) {
        Minutes const slot{open_.rules.slot_minutes};
        for (auto const& [from, to] : open_.periods) {
            if (at >= to) continue;
            auto const fits = duration_cast<Minutes>(to - from - slots * slot) / slot;
            auto const wanted = std::max<std::int64_t>(0, duration_cast<Minutes>(at - from) / slot);
            return from + slot * std::min<std::int64_t>(wanted, fits);
        }
        return open_.periods.back().to - slots * slot;
    }

    void draw(Visitor& visitor) {
        auto const& habits = setting_.habits;
        auto const& service = open_.hall.services[weighted(random_, capacities_)];
        visitor.service = service.id;
        visitor.person = people_.next(open_.day);
        visitor.arrives = moment();
        if (happens(random_, habits.booked_percent)) {
            book(visitor, service.slots);
        } else if (happens(random_, habits.priority_percent)) {
            visitor.priority = one_of(random_, open_.rules.priority_groups);
            if (visitor.priority == "elderly") visitor.person = people_.next(open_.day, 70, 88);
        }
        if (happens(random_, habits.leave_percent))
            visitor.patience = seconds_between(random_, 8 * 60, 25 * 60);
        visitor.walk = seconds_between(random_, 12, 50);
        visitor.hears = !happens(random_, habits.deaf_percent);
        visitor.comes_back = happens(random_, habits.back_percent);
        visitor.service_time = working_time(random_, Minutes{service.minutes});
        draw_turns(visitor);
        if (happens(random_, habits.graded_percent))
            visitor.grade = weighted(random_, habits.grades);
        visitor.grades_after = seconds_between(random_, 20, 900);
    }

    void draw_turns(Visitor& visitor) {
        auto const& services = open_.hall.services;
        if (happens(random_, setting_.habits.park_percent))
            visitor.parked = seconds_between(random_, 300, 1500);
        else if (happens(random_, setting_.habits.transfer_percent)) {
            auto const& other = one_of(random_, services).id;
            if (other != visitor.service) visitor.moves_on = other;
        }
    }

    void book(Visitor& visitor, int slots) {
        auto const& habits = setting_.habits;
        Wish wish{{}, slot_near(visitor.arrives, slots), {}};
        wish.made_at = made_before(wish.start);
        visitor.comes = happens(random_, habits.show_percent);
        if (happens(random_, habits.cancel_percent)) {
            auto const ahead = duration_cast<Minutes>(wish.start - wish.made_at);
            wish.cancelled_at = wish.made_at + ahead * between(random_, 1, 90) / 100;
        }
        auto const grace = open_.rules.grace_minutes;
        visitor.arrives = happens(random_, habits.late_percent)
                              ? wish.start + Minutes{between(random_, grace + 1, grace + 25)}
                              : wish.start - Minutes{between(random_, 1, 24)};
        visitor.arrives += seconds_between(random_, 0, 59);
        visitor.wish = wish;
    }

    // In the evening or at work, some working days ahead; or on the morning itself.
    Instant made_before(Instant start) {
        auto const ahead = between(random_, 0, open_.rules.book_ahead_working_days);
        auto day = open_.day;
        for (int back = 0; back < ahead;) {
            day -= days{1};
            if (open_.calendar.works(day)) ++back;
        }
        auto const latest = start - Minutes{open_.rules.book_before_minutes} - Minutes{5};
        auto const at = zone_.midnight(day) + hours{8} + Minutes{between(random_, 0, 13 * 60 + 30)};
        return std::min(at, latest - Minutes{between(random_, 0, 90)});
    }

    Setting const& setting_;
    Zone const& zone_;
    OpenDay const& open_;
    SeededRandom random_;
    People people_;
    std::vector<int> capacities_;
    Minutes length_{};
};

}  // namespace

std::vector<Visitor> visitors_of(Setting const& setting, Zone const& zone, OpenDay const& open,
                                 std::uint64_t seed) {
    if (open.periods.empty()) return {};
    return VisitorDrawing(setting, zone, open, seed).all();
}

}  // namespace banshi::demo
