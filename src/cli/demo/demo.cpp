#include "cli/demo/demo.h"

#include <algorithm>
#include <optional>

#include "cli/demo/advice.h"
#include "cli/demo/chance.h"
#include "cli/demo/duties.h"
#include "cli/demo/giving.h"
#include "cli/demo/problem_replay.h"
#include "cli/demo/replay.h"
#include "cli/demo/works.h"
#include "engines/notices/adapters.h"
#include "engines/people/accounts.h"
#include "systems/hall/hours_deed.h"

namespace banshi::demo {

using namespace std::chrono_literals;
using std::chrono::days;

bool has_hall(District const& district) { return district.has<hall::Settings>(); }

bool is_inhabited(Deeds& deeds, Instant now) {
    bool found = false;
    deeds.look(now, [&](Call& call) { found = !people::list_accounts(call).empty(); });
    return found;
}

namespace {

class Life {
public:
    Life(World const& world, Deeds& deeds)
        : world_(world),
          deeds_(deeds),
          zone_(deeds.district().zone()),
          full_(deeds.district().name() == world.setting.district),
          hall_(deeds.district().policy<hall::Settings>().halls.front()),
          rules_(deeds.district().policy<hall::Settings>().rules),
          today_(zone_.day_of(world.now)),
          first_(today_ - days{full_ ? world.setting.days : world.setting.lighter_days}) {}

    Left live() {
        bool const problems = has_problems(world_.setting, deeds_.district());
        auto const beginning = zone_.midnight(hired_on(problems));
        if (full_) open_today(beginning);
        auto hired =
            hire(deeds_, beginning, accounts(problems), password(), world_.setting.phone_prefix);
        if (gives()) Giving(world_.setting, deeds_, hired.staff).live();
        Replay replay(world_.setting, deeds_, hall_, hired.staff);
        std::optional<ProblemReplay> past;
        auto const note = [&](Instant at, Agenda::What what) { replay.add(at, std::move(what)); };
        if (problems) past.emplace(world_.setting, deeds_, hired.staff, note, world_.now).begin();
        std::optional<Duties> duties;
        if (problems) duties.emplace(world_.setting, deeds_, hired.staff, note, world_.now).begin();
        auto const from = people_come(replay);
        std::optional<Advice> advice;
        if (full_ && has_advice(deeds_.district()))
            advice.emplace(world_.setting, deeds_, hired.staff).add_to(replay, first_, world_.now);
        std::optional<Works> works;
        if (full_ && has_works(world_.setting, deeds_.district()))
            works.emplace(world_.setting, deeds_, hired.staff).add_to(replay, world_.now);
        clock_ticks(replay, zone_.day_of(from));
        replay.run_until(world_.now);
        replay.keep_alive(world_.now);
        if (problems || gives()) renew_tokens(deeds_, world_.now, hired);
        deliver(world_.now);
        world_.evening(world_.now);
        return {hired.tokens, replay.expected_after(world_.now)};
    }

private:
    std::vector<AccountSetting> accounts(bool problems) const {
        auto all = accounts_of(world_.setting, deeds_.district(), hall_);
        if (!problems) return all;
        for (auto& account : problem_accounts(world_.setting, deeds_, world_.now))
            if (std::ranges::find(all, account.login, &AccountSetting::login) == all.end())
                all.push_back(std::move(account));
        return all;
    }
    bool gives() const { return full_ && has_aid(deeds_.district()); }
    Day hired_on(bool problems) const {
        if (gives()) return Giving::hired_on();
        auto const& first = problems ? world_.setting.problems.first : first_;
        return first - days{14};
    }
    std::string const& password() const { return world_.setting.password; }

    std::vector<hall::Opening> opening_on(Day day) {
        std::vector<hall::Opening> periods;
        deeds_.look(world_.now, [&](Call& call) { periods = hall::opening_on(call, hall_, day); });
        return periods;
    }

    // Whoever starts the demo at night or on a Sunday finds the hall open all the same: since
    // some hours, until late. Decided before all else, for who books for today and for the record.
    void open_today(Instant decided) {
        auto const usual = opening_on(today_);
        auto const now = world_.now;
        if (!usual.empty() && now >= usual.front().from + 1h && now + 2h <= usual.back().to) return;
        auto const wall = zone_.wall_time(now);
        Clock const from{std::max(0min, (wall - 150min) / 30 * 30)};
        Clock const to{24h};
        deeds_.write(decided, [&](Call& call) {
            hall::decide_day(call, hall_.id, today_, {{from, to}},
                             world_.texts.say(Language::zh, "cli.demo.special_day"));
        });
    }

    // All who come or book before now, also those who book for the days ahead. Says when the
    // first of them does.
    Instant people_come(Replay& replay) {
        auto const& calendar = deeds_.district().calendar();
        auto first = zone_.midnight(first_);
        auto const ahead = days{2 * rules_.book_ahead_working_days};
        for (auto day = first_; day <= today_ + ahead; day += days{1}) {
            if (!calendar.holds(static_cast<int>(std::chrono::year_month_day{day}.year()))) break;
            auto const periods = opening_on(day);
            if (periods.empty()) continue;
            auto const load =
                full_ ? world_.setting.load_percent : world_.setting.lighter_load_percent;
            for (auto& visitor :
                 visitors_of(world_.setting, zone_, {hall_, rules_, calendar, day, periods, load},
                             seed_of(deeds_.district().name(), day))) {
                if (visitor.wish) first = std::min(first, visitor.wish->made_at);
                replay.add_visitor(std::move(visitor));
            }
            if (day > today_) continue;
            replay.add_day(periods, full_ && day == today_ ? world_.setting.free_window : "");
            replay.add_follow_ups(periods.front().from + 25min);
        }
        return first;
    }

    void clock_ticks(Replay& replay, Day from) {
        for (auto day = from; day <= today_; day += days{1}) {
            auto const midnight = zone_.midnight(day);
            replay.add(midnight + 3h, [this](Instant now) { deeds_.run_jobs(now); });
            for (auto hour = 7h; hour < 22h; hour += 1h)
                replay.add(midnight + hour, [this](Instant now) { deliver(now); });
            replay.add(midnight + 22h, [this, day](Instant now) {
                world_.evening(now);
                world_.progress(deeds_.district(), day, deeds_.done());
            });
        }
    }

    void deliver(Instant now) {
        static notices::Adapters const adapters{{notices::Channel::sms, notices::demo_outbox()}};
        notices::deliver(deeds_.store(), deeds_.district(), world_.texts, adapters, deeds_.random(),
                         now);
    }

    World const& world_;
    Deeds& deeds_;
    Zone const& zone_;
    bool full_;
    hall::HallSetting const& hall_;
    hall::Rules const& rules_;
    Day today_, first_;
};

}  // namespace

Left bring_to_life(World const& world, Deeds& deeds) { return Life(world, deeds).live(); }

}  // namespace banshi::demo
